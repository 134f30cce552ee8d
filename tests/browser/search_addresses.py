"""Every state of the search page, with an address that shows it in each language."""

from tests.browser.address import Address
from tests.browser.content import DIARY

TEMPLATE = "search/search.html"


def search(sq: str, en: str, status: int = 200) -> Address:
    """Return the addresses of what somebody searches for in each language."""
    return Address(TEMPLATE, f"kerko/?q={sq}", f"search/?q={en}", status)


SEARCHES = {
    "search, empty": Address(TEMPLATE, "kerko/", "search/"),
    "search, results": search("vlore", "vlora"),
    "search, filtered": search("dhune&kind=resource&theme=monitoring", "violence&kind=resource"),
    "search, filtered, none": search("dhune&kind=study&year=2011", "violence&kind=study&year=2011"),
    "search, unknown filter": search("dhune&kind=xyzzy", "violence&kind=xyzzy", 404),
    "search, past the end": search("dhune&page=99", "violence&page=99", 404),
    "search, corrected": search("strehimm", "housingg"),
    "search, any words": search("monitorim+fletor+dhurim", "monitoring+employers+convention"),
    "search, by kind": search(DIARY, DIARY),
    "search, one list": search(f"{DIARY}&view=list", f"{DIARY}&view=list"),
    "search, none": search("xyzzy", "xyzzy"),
}
