"""Every template and state of the knowledge base, with an address that shows it."""

from tests.browser.address import Address
from tests.browser.content import CHAPTER, CHAPTER_KEY

CHAPTER_PAGE = "knowledgebase/chapter_page.html"
COMPARISON = "knowledgebase/comparison.html"
MODEL = "knowledgebase/model_page.html"
MODELS = "knowledgebase/model_index_page.html"
PAPER = "knowledgebase/paper.html"
RESOURCE = "knowledgebase/resource_page.html"
RESOURCES = "knowledgebase/resource_index_page.html"


def below(sq: str = "", en: str = "") -> tuple[str, str]:
    """Return the addresses of a page below the knowledge base's front page."""
    return f"baza-e-njohurive/{sq}", f"knowledge-base/{en}"


def of_study(sq: str = "", en: str = "") -> tuple[str, str]:
    """Return the addresses of the study, or of a chapter of it."""
    return below(
        f"studimi-modele-te-suksesshme-te-integrimit/{sq}",
        f"study-successful-integration-models/{en}",
    )


def of_models(sq: str = "", en: str = "") -> tuple[str, str]:
    """Return the addresses of the list of models, or of a page below it."""
    return below(f"modele-integrimi/{sq}", f"integration-models/{en}")


def asking_models(query: str) -> tuple[str, str]:
    """Return the addresses that ask the list of models the same."""
    return of_models(f"?{query}", f"?{query}")


def comparing(*slugs: str) -> tuple[str, str]:
    """Return the addresses that compare models, which any language's slug names."""
    return asking_models("&".join(f"compare={slug}" for slug in slugs))


def of_resources(sq: str = "", en: str = "") -> tuple[str, str]:
    """Return the addresses of the list of resources, or of a page below it."""
    return below(f"materiale/{sq}", f"resources/{en}")


KNOWLEDGE = {
    "knowledge base": Address("knowledgebase/knowledge_base_page.html", *below()),
    "study": Address("knowledgebase/study_page.html", *of_study()),
    "chapter": Address(
        CHAPTER_PAGE, *of_study("si-zgjedh-nje-bashki/", "how-a-municipality-chooses/")
    ),
    "first chapter": Address(
        CHAPTER_PAGE,
        *of_study("pse-integrimi-kerkon-kohe/", "why-integration-takes-time/"),
    ),
    "chapter, untranslated": Address(CHAPTER_PAGE, *of_study(f"{CHAPTER}/", f"{CHAPTER}/")),
    "model list": Address(MODELS, *of_models()),
    "model list, filtered": Address(MODELS, *asking_models("need=housing&size=small&sort=cost")),
    "model list, table": Address(MODELS, *asking_models("view=table")),
    "model list, map": Address(MODELS, *asking_models("view=map")),
    "model list, none": Address(MODELS, *asking_models("cost=high&size=small")),
    "model list, unknown filter": Address(MODELS, *asking_models("need=castle"), 404),
    "model list, past the end": Address(MODELS, *asking_models("page=99"), 404),
    "comparison": Address(COMPARISON, *comparing("banese-kalimtare", "punesim-i-mbeshtetur")),
    "comparison of one": Address(MODELS, *comparing("banese-kalimtare")),
    "comparison, choosing": Address(
        MODELS, *asking_models("compare=banese-kalimtare&compare=punesim-i-mbeshtetur&choose=1")
    ),
    "comparison with unknown": Address(MODELS, *comparing("banese-kalimtare", "atlantis"), 404),
    "comparison of too many": Address(
        COMPARISON,
        *comparing(
            "banese-kalimtare",
            "punesim-i-mbeshtetur",
            "ndermarrje-sociale",
            "ndihme-ekonomike-me-menaxhim-rasti",
            "plan-individual-me-mekanizem-referimi",
        ),
        400,
    ),
    "model": Address(MODEL, *of_models("banese-kalimtare/", "transitional-housing/")),
    "model, rated": Address(
        MODEL,
        *of_models(
            "plan-individual-me-mekanizem-referimi/", "individual-plan-with-referral-mechanism/"
        ),
    ),
    "resources": Address(RESOURCES, *of_resources()),
    "resources, filtered": Address(RESOURCES, *of_resources("?kind=form", "?kind=form")),
    "resources, none": Address(
        RESOURCES, *of_resources("?kind=law&year=2026", "?kind=law&year=2026")
    ),
    "resources, unknown filter": Address(
        RESOURCES, *of_resources("?kind=spell", "?kind=spell"), 404
    ),
    "resource": Address(RESOURCE, *of_resources("protokoll-referimi/", "referral-protocol/")),
    "resource elsewhere": Address(
        RESOURCE, *of_resources("konventa-e-stambollit/", "istanbul-convention/")
    ),
    "glossary": Address("knowledgebase/glossary_page.html", *below("fjalorth/", "glossary/")),
    "feedback, thanks": Address(
        "knowledgebase/feedback.html", f"mendimi/{CHAPTER_KEY}/", f"feedback/{CHAPTER_KEY}/"
    ),
    "paper, waiting": Address(PAPER, "_papers/waiting/", "_papers/waiting/", 202),
    "paper, failed": Address(PAPER, "_papers/failed/", "_papers/failed/", 500),
    "paper, busy": Address(PAPER, "_papers/busy/", "_papers/busy/", 503),
}
