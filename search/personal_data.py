"""Search counts queries without knowing whose they are; its index has in it what pages say."""

from django.utils.translation import gettext_lazy as _

from portal.personal.held import Ground, Held, Kept
from portal.personal.person import Person
from search.models import AskedQuery


def forget_queries(person: Person) -> None:
    """Delete counted searches for a person's name or address."""
    person.mentioned_in(AskedQuery.objects.all(), "text").delete()


HELD = [
    Held(
        model="portal_search.AskedQuery",
        name=_("What visitors search for"),
        purpose=_("to find out what is missing; nobody knows who searched"),
        ground=Ground.LEGITIMATE,
        kept=Kept(
            text=_(
                "thirteen months; the words only if they were searched for on three different days"
            )
        ),
        fields=("text",),
        erase=forget_queries,
    ),
]
NOBODY = {
    "codes of languages, digests": {"portal_search.AskedQuery": "language digest"},
    "words that editors chose": {
        "portal_search.BestBet": "queries",
        "portal_search.PromotedPage": "note",
        "portal_search.PromotedQuery": "key",
        "portal_search.CryList": "anywhere alone",
        "portal_search.SynonymSet": "expressions other_expressions",
        "portal_search.Expression": "language terms asked",
    },
    "what public pages say, which their own descriptions name": {
        "portal_search.Entry": "audience language kind fragment path title precision labels "
        "title_terms heading_terms summary_terms body_terms attached_terms foreseen words digest",
        "portal_search.Passage": "text terms language file",
        "portal_search.TitleWord": "audience word term title",
        "portal_search.Word": "audience language word plain term",
    },
}
