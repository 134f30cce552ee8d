"""Glossary terms are explained where they first stand on a page."""

from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup

from knowledgebase.text.explain import Explainer
from knowledgebase.text.words import word_key


@dataclass(frozen=True)
class Term:
    """A term as a glossary has it."""

    key: str
    forms: tuple[str, ...]
    definition: str = "Një përkufizim."

    @property
    def url(self) -> str:
        return f"/sq/fjalor/#{self.key}"


VIOLENCE = Term("dhunë", ("dhunë",))
GENDER = Term("dhg", ("dhunë me bazë gjinore", "DHBGJ"), "E drejtuar ndaj <kujt> & pse")
PARTNERS = Term("d-e", ("D&E", "partnerë"))
CLOSE = Term("mik", ("MIK",))
TERMS = [VIOLENCE, GENDER, PARTNERS, CLOSE]


def page(*texts: str, terms=TERMS) -> BeautifulSoup:
    """Return the texts of a page, explained."""
    explain = Explainer(terms, "sq")
    return BeautifulSoup("".join(map(explain, texts)), "html.parser")


def marked(*texts: str) -> list[str]:
    return [label.text for label in page(*texts).select("label:has(> button.term)")]


def test_the_first_occurrence_on_the_page_is_explained():
    assert marked("<p>Dhunë dhe dhunë.</p>", "<p>DHUNË</p>") == ["Dhunë"]


def test_a_button_opens_the_note_with_name_definition_and_link():
    soup = page("<p>Kjo dhunë me bazë gjinore.</p>")
    assert soup.button["aria-label"] == soup.label.text == "dhunë me bazë gjinore"
    note = soup.find(id=soup.button["popovertarget"])
    assert note.has_attr("popover")
    assert note.select_one(".term__name").text == "dhunë me bazë gjinore"
    assert "E drejtuar ndaj <kujt> & pse" in note.text
    assert note.a["href"] == "/sq/fjalor/#dhg"


def test_a_browser_without_popovers_has_a_link_in_place_of_the_button():
    link = page("<p>dhunë</p>").select_one("a.term__link")
    assert (link.text, link["href"]) == ("dhunë", "/sq/fjalor/#dhunë")
    assert link.has_attr("hidden")


def test_the_text_stays_the_same():
    soup = page("<p>Një &amp; <b>dhunë</b>, MIK; D&amp;E &lt;3</p>")
    for extra in soup.select(".term__note, .term__link"):
        extra.decompose()
    assert soup.decode() != ""
    assert soup.text == "Një & dhunë, MIK; D&E <3"


def test_the_longest_term_wins():
    assert marked("<p>dhunë me bazë gjinore dhe dhunë</p>") == ["dhunë me bazë gjinore", "dhunë"]


def test_words_within_a_longer_term_stay_unmarked_when_it_returns():
    assert marked("<p>DHBGJ: dhunë me bazë gjinore</p>") == ["DHBGJ"]


def test_typed_without_its_marks_a_word_is_found():
    assert marked("<p>DHUNE me baze gjinore</p>") == ["DHUNE me baze gjinore"]


@pytest.mark.parametrize("text", ["mik", "Mik", "MIKE", "MIKu"])
def test_abbreviations_keep_their_case_and_end(text):
    assert marked(f"<p>{text}</p>") == []


@pytest.mark.parametrize("text", ["MIK", "MIK-ut", "(MIK)", "e MIK."])
def test_abbreviations_are_found_among_signs(text):
    assert marked(f"<p>{text}</p>") == ["MIK"]


@pytest.mark.parametrize("text", ["dhunë. Me bazë gjinore", "dhunë, me bazë gjinore"])
def test_a_term_does_not_go_beyond_a_sign(text):
    assert marked(f"<p>{text}</p>") == ["dhunë"]


@pytest.mark.parametrize("space", [" ", "  ", "\n", "\u00a0", "&nbsp;"])
def test_any_blank_parts_the_words_of_a_term(space):
    assert marked(f"<p>dhunë{space}me bazë gjinore</p>") == [
        BeautifulSoup(f"dhunë{space}me bazë gjinore", "html.parser").text
    ]


def test_an_ampersand_in_a_term_is_found_as_it_is_escaped():
    assert marked("<p>D&amp;E</p>") == ["D&E"]


def test_the_words_of_a_term_are_not_sought_across_tags():
    assert marked("<p>dhunë <b>me bazë</b> gjinore</p>") == ["dhunë"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>dhunë</h2>",
        '<a href="/x/dhunë">dhunë</a>',
        '<a href="/x"><b>një</b> dhunë</a>',
        "<button>dhunë</button>",
        "<code>dhunë</code>",
        "<details><summary>dhunë</summary></details>",
        '<img alt="dhunë"/>',
        "<label>dhunë</label>",
        '<span class="term__note" id="x" popover>dhunë</span>',
        "<h3>a<br>b <i>c</i> dhunë</h3>",
    ],
)
def test_headings_links_and_the_like_stay_untouched(html):
    assert Explainer(TERMS, "sq")(html) == html


def test_after_an_untouched_element_terms_are_found_again():
    assert marked('<h2>dhunë</h2><p><a href="/">dhunë</a> dhunë</p>') == ["dhunë"]


def test_ids_are_unique_on_the_page():
    soup = page("<p>dhunë MIK</p>", "<p>D&amp;E</p>")
    assert [note["id"] for note in soup.select("[popover]")] == ["term-1", "term-2", "term-3"]


def test_of_two_terms_with_one_form_the_first_has_it():
    terms = [Term("a", ("strehë",), "E para."), Term("b", ("strehë",), "E dyta.")]
    assert "E para." in page("<p>strehë</p>", terms=terms).text


def test_a_term_without_a_word_is_no_term():
    assert Explainer([Term("x", ("", "…"))], "sq")("<p>… </p>") == "<p>… </p>"


def test_words_are_compared_by_their_stems_without_case_and_marks():
    assert word_key("Çështje", "sq") == word_key("CESHTJEVE", "sq")
    assert word_key("shelters", "en") == word_key("Shelter", "en")


def test_a_term_is_found_in_another_case():
    terms = [Term("a", ("bashki",), "Njësi vendore.")]
    assert page("<p>Planet e bashkive.</p>", terms=terms).label.text == "bashkive"


def test_a_long_chapter_explains_each_of_many_terms_once():
    terms = [Term(str(n), (f"shenja{n}",)) for n in range(200)]
    html = "".join(f"<p>Një tekst me shenja{n % 200} dhe <b>fjalë</b>.</p>" for n in range(600))
    assert Explainer(terms, "sq")(html).count('class="term"') == 200
