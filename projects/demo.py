"""The projects' part of the demonstration content."""

from typing import Any

from portal.demo import pictures
from portal.demo.build import Demo, image, stream
from portal.demo.terms import make_term, terms
from portal.terms.models import ConsultationGroup, Municipality, Organisation, Theme
from projects.demo_content import (
    CONSULTATION_GROUPS,
    MUNICIPALITIES,
    MUNICIPALITY_PAGES,
    ORGANISATIONS,
    PROJECTS,
    THEMES,
)
from projects.models import (
    MunicipalityIndexPage,
    MunicipalityPage,
    ProjectIndexPage,
    ProjectOrganisation,
    ProjectPage,
    ProjectUpdatePage,
)

LOGOS = {"swedish_flag": pictures.swedish_flag, "european_flag": pictures.european_flag}
APART = ("municipalities", "themes", "consultation_groups", "organisations", "updates", "cover")


def outline(demo: Demo) -> None:
    """Make the terms, and the pages of projects and municipalities."""
    make_terms(demo)
    source = demo.source
    demo.pages["projects"] = ProjectIndexPage.objects.get(locale=source)
    demo.pages["municipalities"] = MunicipalityIndexPage.objects.get(locale=source)
    for key, content in MUNICIPALITY_PAGES.items():
        municipality = Municipality.objects.get(slug=content["municipality"], locale=source)
        demo.outline(
            key, MunicipalityPage, demo.pages["municipalities"], content, municipality=municipality
        )
    for key, content in PROJECTS.items():
        start = {"start_date": content["start_date"]}
        demo.outline(key, ProjectPage, demo.pages["projects"], content, **start)
        for number, update in enumerate(content["updates"]):
            demo.outline(f"{key}_{number}", ProjectUpdatePage, demo.pages[key], update)


def write(demo: Demo) -> None:
    """Write the pages of municipalities and projects."""
    for key, content in MUNICIPALITY_PAGES.items():
        words = {name: value for name, value in content.items() if name != "municipality"}
        demo.write(key, {**words, "offices": stream("office", content["offices"])})
    for key, content in PROJECTS.items():
        write_project(demo, key, content)


def write_project(demo: Demo, key: str, content: dict[str, Any]) -> None:
    """Write one project and its updates."""
    words = {name: value for name, value in content.items() if name not in APART}
    words["pillars"] = stream("pillar", content["pillars"])
    words["results"] = stream("result", content["results"])
    words["beneficiaries"] = stream("group", content["beneficiaries"])
    words["related"] = []
    related = [("page", demo.pages[name]) for name in content["related"]]
    name = content["cover"]
    cover = image(f"cover-{name}", lambda: pictures.cover(name))
    demo.write(
        key,
        words,
        related=related,
        cover=cover,
        municipalities=terms(demo, Municipality, content["municipalities"]),
        themes=terms(demo, Theme, content["themes"]),
        consultation_groups=terms(demo, ConsultationGroup, content["consultation_groups"]),
        organisations=[
            ProjectOrganisation(
                role=role,
                organisation=terms(demo, Organisation, [slug])[0],
                locale=demo.source,
                sort_order=order,
            )
            for order, (role, slug) in enumerate(content["organisations"])
        ],
    )
    for number, update in enumerate(content["updates"]):
        demo.write(f"{key}_{number}", update)


def make_terms(demo: Demo) -> None:
    """Make every term in every language."""
    for slug, content in MUNICIPALITIES.items():
        make_term(demo, Municipality, slug, content)
    for model, names in ((Theme, THEMES), (ConsultationGroup, CONSULTATION_GROUPS)):
        for slug, name in names.items():
            make_term(demo, model, slug, {"name": name})
    for slug, content in ORGANISATIONS.items():
        make_term(demo, Organisation, slug, {**content, "logo": logo(content["logo"])})


def logo(name: str | None) -> Any:
    """Return the picture of a logo."""
    return image(name, LOGOS[name]) if name else None
