"""References as people copy them, in two styles and two languages."""

from dataclasses import replace

import pytest

from knowledgebase.citing.styles import STYLE_NAMES, STYLES, plain, reference
from knowledgebase.citing.work import Kind, Organisation, PartialDate, Person
from tests.knowledgebase.works import ALL, ARTICLE, CHAPTER, EDITED, MODEL, STUDY, UNDATED

WEB = replace(UNDATED, authors=(Organisation("Ministria"),), issued=PartialDate(2020, 8, 12))


def text(work, style, language):
    return plain(reference(work, style, language))


@pytest.mark.parametrize(
    ("work", "language", "expected"),
    [
        (
            STUDY,
            "sq",
            "D&E. (2026). Modele të suksesshme të integrimit (Versioni 1.2). "
            "https://portal.example/id/study",
        ),
        (
            CHAPTER,
            "sq",
            "Hoxha, Dh. A. dhe Çela, J.-L. (2026). Strehimi kalimtar me mbështetje. "
            "Në Modele të suksesshme të integrimit. D&E. https://portal.example/id/chapter",
        ),
        (
            CHAPTER,
            "en",
            "Hoxha, Dh. A., & Çela, J.-L. (2026). Strehimi kalimtar me mbështetje. "
            "In Modele të suksesshme të integrimit. D&E. https://portal.example/id/chapter",
        ),
        (
            EDITED,
            "sq",
            "Hoxha, Dh. A. (2020). Is it enough? Në E. Prifti dhe Sh. Rama (red.), "
            "A Book (bot. 2, f. 12–34). A House.",
        ),
        (
            EDITED,
            "en",
            "Hoxha, D. A. (2020). Is it enough? In E. Prifti & S. Rama (Eds.), "
            "A Book (2nd ed., pp. 12–34). A House.",
        ),
        (
            MODEL,
            "sq",
            "D&E. (12 gusht 2026). Strehim kalimtar. Modele integrimi. "
            "https://portal.example/sq/id/model/",
        ),
        (
            UNDATED,
            "sq",
            "Numri i ndihmës. (pa datë). Marrë më 2 maj 2026 nga "
            "https://portal.example/a?b=1&c=%C3%AB",
        ),
        (
            UNDATED,
            "en",
            "Numri i ndihmës. (n.d.). Retrieved May 2, 2026, from "
            "https://portal.example/a?b=1&c=%C3%AB",
        ),
        (
            WEB,
            "sq",
            "Ministria. (12 gusht 2020). Numri i ndihmës. https://portal.example/a?b=1&c=%C3%AB",
        ),
        (
            WEB,
            "en",
            "Ministria. (2020, August 12). Numri i ndihmës. https://portal.example/a?b=1&c=%C3%AB",
        ),
    ],
)
def test_apa(work, language, expected):
    assert text(work, "apa", language) == expected


@pytest.mark.parametrize(
    ("work", "language", "expected"),
    [
        (
            STUDY,
            "en",
            "D&E. 2026. Modele të suksesshme të integrimit. Version 1.2. D&E. "
            "https://portal.example/id/study.",
        ),
        (
            CHAPTER,
            "sq",
            "Hoxha, Dhurata Ana dhe Jean-Luc Çela. 2026. “Strehimi kalimtar me mbështetje”. "
            "Në Modele të suksesshme të integrimit. D&E. https://portal.example/id/chapter.",
        ),
        (
            CHAPTER,
            "en",
            "Hoxha, Dhurata Ana, and Jean-Luc Çela. 2026. “Strehimi kalimtar me mbështetje.” "
            "In Modele të suksesshme të integrimit. D&E. https://portal.example/id/chapter.",
        ),
        (
            EDITED,
            "sq",
            "Hoxha, Dhurata Ana. 2020. “Is it enough?” Në A Book, redaktuar nga Ema Prifti dhe "
            "Shpresa Rama, 12–34. Bot. 2. A House.",
        ),
        (
            EDITED,
            "en",
            "Hoxha, Dhurata Ana. 2020. “Is it enough?” In A Book, edited by Ema Prifti and "
            "Shpresa Rama, 12–34. 2nd ed. A House.",
        ),
        (
            ARTICLE,
            "en",
            "Name0, Al Bo, Al Bo Name1, Al Bo Name2, et al. 2019. “Effects of support.” "
            "A Journal of Care 12 (3): 1–10. https://doi.org/10.1000/ABC_1.",
        ),
        (
            MODEL,
            "en",
            "D&E. 2026. “Strehim kalimtar.” Modele integrimi. D&E. August 12. "
            "https://portal.example/sq/id/model/.",
        ),
        (
            UNDATED,
            "sq",
            "“Numri i ndihmës”. Pa datë. Parë më 2 maj 2026. https://portal.example/a?b=1&c=%C3%AB.",
        ),
        (
            WEB,
            "en",
            "Ministria. 2020. “Numri i ndihmës.” August 12. https://portal.example/a?b=1&c=%C3%AB.",
        ),
    ],
)
def test_chicago(work, language, expected):
    assert text(work, "chicago", language) == expected


@pytest.mark.parametrize("style", STYLES)
def test_an_organisation_with_a_comma_is_called_by_its_whole_name(style):
    work = replace(STUDY, authors=(Organisation("Instituti i Shëndetit, Tiranë"),))
    assert text(work, style, "sq").startswith("Instituti i Shëndetit, Tiranë. ")


@pytest.mark.parametrize("style", STYLES)
def test_the_subtitle_follows_the_title(style):
    work = replace(STUDY, subtitle="Çfarë dimë")
    assert f"{STUDY.title}: Çfarë dimë" in text(work, style, "sq")


@pytest.mark.parametrize(
    ("pages", "expected"), [("12—34", "pp. 12–34"), ("12-15, 20", "pp. 12–15, 20"), ("7", "p. 7")]
)
def test_pages_have_the_dash_of_ranges(pages, expected):
    work = replace(EDITED, pages=pages)
    assert f"ed., {expected})" in text(work, "apa", "en")
    assert f", {expected.partition(' ')[2]}. " in text(work, "chicago", "en")


def test_every_style_has_a_name():
    assert STYLES.keys() == STYLE_NAMES.keys()


def test_titles_are_in_italics_and_addresses_are_links():
    html = reference(STUDY, "apa", "en")
    assert "<i>Modele të suksesshme të integrimit</i>" in html
    assert '<a href="https://portal.example/id/study">https://portal.example/id/study</a>' in html


@pytest.mark.parametrize("style", STYLES)
def test_html_in_a_title_is_text(style):
    work = replace(STUDY, title="<script>&</script>")
    assert "<script>" not in reference(work, style, "sq")
    assert "<script>&</script>" in text(work, style, "sq")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("work", ALL, ids=lambda work: work.identifier)
def test_nothing_ends_twice(style, work):
    assert not any(double in text(work, style, "en") for double in ("..", "?.", "  ", " ,"))


def test_only_web_addresses_become_links():
    assert "href" not in reference(replace(STUDY, url="javascript:alert(1)"), "apa", "en")


def test_apa_shortens_a_list_of_more_than_twenty_authors():
    authors = tuple(Person(f"Name{number}", "Ana") for number in range(21))
    names = text(replace(ARTICLE, authors=authors), "apa", "en").partition(" (2019)")[0]
    assert names.endswith("Name18, A., … Name20, A.")


@pytest.mark.parametrize(
    ("edition", "expected"),
    [("1", "1st ed."), ("3", "3rd ed."), ("11", "11th ed."), ("22", "22nd ed."), ("Rev.", "Rev.")],
)
def test_editions_are_ordinals_in_english(edition, expected):
    assert f"({expected})" in text(replace(STUDY, version="", edition=edition), "apa", "en")


def test_a_law_shows_its_number_in_each_language():
    law = replace(STUDY, kind=Kind.LAW, version="", number="9669")
    assert "(Nr. 9669)" in text(law, "apa", "sq")
    assert "No. 9669." in text(law, "chicago", "en")
