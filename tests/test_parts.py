"""A part whose words changed waits as a whole for its translation; nothing else waits."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.actions import EditAction
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from portal.furniture.models import Furniture
from portal.media.models import Image
from portal.terms.models import Organisation
from portal.translation_records import publish_translation
from portal.translations import UnfinishedTranslationError, waiting_parts
from projects.models import MunicipalityPage, ProjectPage
from tests.factories import (
    FurnitureFactory,
    MunicipalityPageFactory,
    OrganisationFactory,
    ProjectPageFactory,
    StandardPageFactory,
)
from tests.media.factories import ImageFactory

LINE = {"name": "ALO 116", "number": "116 111", "audience": "Fëmijë", "checked_on": None}
LINE_WORDS = [("D&E", "D&E"), ("ALO 116", "ALO 116 line"), ("Fëmijë", "Children")]


@pytest.fixture(autouse=True)
def in_english():
    """Names of fields are read in English."""
    with override("en"):
        yield


@pytest.fixture
def pictures(db, settings, tmp_path) -> list[Image]:
    settings.MEDIA_ROOT = tmp_path
    return [ImageFactory(), ImageFactory()]


@pytest.fixture
def furniture(english) -> Furniture:
    row = FurnitureFactory(helplines=[("helpline", LINE), ("helpline", {**LINE, "number": "129"})])
    row.save_revision().publish()
    publish_translation(row, english, LINE_WORDS)
    return Furniture.objects.get(pk=row.pk)


def publish(source):
    source.save_revision().publish()
    return type(source).objects.get(pk=source.pk)


def lines(furniture: Furniture, english: Locale) -> list[tuple[str, str]]:
    """Return what English readers see, once it is sure that the draft says the same."""
    public = furniture.get_translation(english)
    draft = public.get_latest_revision_as_object()
    seen, drafted = (
        [(line.value["name"], line.value["number"]) for line in each.helplines]
        for each in (public, draft)
    )
    assert seen == drafted
    return seen


def test_a_helpline_with_another_name_and_number_waits_while_the_others_go(furniture, english):
    furniture.helplines[0].value.update({"name": "Linja 127", "number": "127"})
    furniture.helplines[1].value["number"] = "112"
    publish(furniture)
    assert lines(furniture, english) == [("ALO 116 line", "116 111"), ("ALO 116 line", "112")]
    assert waiting_parts(furniture, english) == ["Helplines: Linja 127"]


def test_a_figure_that_changes_later_waits_with_its_words(furniture, english):
    furniture.helplines[0].value["name"] = "Linja 127"
    furniture = publish(furniture)
    furniture.helplines[0].value["number"] = "127"
    furniture = publish(furniture)
    assert lines(furniture, english)[0] == ("ALO 116 line", "116 111")

    publish_translation(furniture, english, [("Linja 127", "Line 127")])
    assert lines(furniture, english)[0] == ("Line 127", "127")
    assert waiting_parts(furniture, english) == []


def test_a_part_that_is_translated_but_not_published_waits_too(furniture, english):
    furniture.helplines[0].value.update({"name": "Linja 127", "number": "127"})
    furniture = publish(furniture)
    translate(furniture, english, "Linja 127", "Line 127")
    furniture.helplines[1].value["number"] = "112"
    furniture = publish(furniture)
    assert lines(furniture, english) == [("ALO 116 line", "116 111"), ("ALO 116 line", "112")]
    assert waiting_parts(furniture, english) == ["Helplines: Linja 127"]


def test_words_that_are_changed_back_wait_no_more(furniture, english):
    furniture.helplines[0].value["name"] = "Linja 127"
    furniture = publish(furniture)
    furniture.helplines[0].value.update({"name": "ALO 116", "number": "116 000"})
    publish(furniture)
    assert lines(furniture, english)[0] == ("ALO 116 line", "116 000")


def test_words_that_are_changed_back_wait_if_the_others_are_public_by_now(furniture, english):
    furniture.helplines[0].value["name"] = "Linja 127"
    furniture = publish(furniture)
    publish_translation(furniture, english, [("Linja 127", "Line 127")])
    furniture.helplines[0].value.update({"name": "ALO 116", "number": "116 000"})
    publish(furniture)
    assert lines(furniture, english)[0] == ("Line 127", "116 111")


def test_a_number_does_not_wait_while_somebody_finds_better_words(furniture, english):
    StringTranslation.objects.filter(data="Children").update(data="Children and teenagers")
    furniture.helplines[0].value["number"] = "116 000"
    publish(furniture)
    assert lines(furniture, english)[0] == ("ALO 116 line", "116 000")
    line = furniture.get_translation(english).helplines[0]
    assert line.value["audience"] == "Children"
    assert waiting_parts(furniture, english) == []


def test_a_part_goes_moves_and_loses_words_at_once_but_does_not_come(furniture, english):
    del furniture.helplines[0]
    furniture.helplines[0].value["audience"] = ""
    furniture.helplines.insert(0, ("helpline", {**LINE, "name": "E re", "number": "1"}))
    publish(furniture)
    assert lines(furniture, english) == [("ALO 116 line", "129")]
    assert furniture.get_translation(english).helplines[0].value["audience"] == ""
    assert waiting_parts(furniture, english) == ["Helplines: E re"]


def test_fields_of_a_page_do_not_wait_for_its_words(furniture, english):
    furniture.tagline, furniture.contact_email = "Tjetër", "a@example.org"
    publish(furniture)
    assert furniture.get_translation(english).contact_email == "a@example.org"
    assert waiting_parts(furniture, english) == ["What it does, in one line: Tjetër"]


def test_an_older_draft_is_published_with_the_figures_of_today(furniture, english):
    older = furniture.get_translation(english).save_revision()
    furniture.get_translation(english).save_revision()
    furniture.helplines[0].value["number"] = "116 000"
    publish(furniture)
    older.refresh_from_db()
    older.publish()
    assert furniture.get_translation(english).helplines[0].value["number"] == "116 000"


def test_an_indicator_waits_for_itself_and_a_result_for_its_own_words(english, publish):
    indicators = [
        {"name": name, "unit": "", "baseline": 0, "target": 3, "actual": None}
        for name in ("Plane", "Grupe")
    ]
    page = ProjectPageFactory(title="P", slug="p")
    page.results = [("result", {"title": "R", "indicators": indicators, "evidence": []})]
    page.save_revision().publish()
    words = [("P", "P"), ("p", "p"), ("R", "R en"), ("Plane", "Plans"), ("Grupe", "Groups")]
    publish(publish_translation, ProjectPage.objects.get(pk=page.pk), english, words)

    page = ProjectPage.objects.get(pk=page.pk)
    result = page.results[0].value
    result.update({"title": "Tjetër", "status": "achieved"})
    for indicator in result["indicators"]:
        indicator["actual"] = 2
    result["indicators"][0]["name"] = "Plane vendore"
    page.save_revision().publish()

    seen = page.get_translation(english).results[0].value
    assert (seen["title"], seen["status"]) == ("R en", "unreported")
    assert [(each["name"], each["actual"]) for each in seen["indicators"]] == [
        ("Plans", None),
        ("Groups", 2),
    ]
    assert waiting_parts(page, english) == [
        "Expected results: Tjetër",
        "Expected results: Plane vendore",
    ]


def test_an_office_waits_as_a_whole(english, publish):
    office = {"kind": "police", "name": "Policia", "number": "129"}
    page = MunicipalityPageFactory(title="V", slug="v", offices=[("office", office)])
    words = [("V", "V"), ("v", "v"), ("Policia", "Police")]
    publish(publish_translation, page, english, words)
    page = MunicipalityPage.objects.get(pk=page.pk)
    page.offices[0].value.update({"name": "Shërbimi social", "number": "1", "kind": "social"})
    page.save_revision().publish()
    seen = page.get_translation(english).offices[0].value
    assert (seen["name"], seen["number"], seen["kind"]) == ("Police", "129", "police")


def test_a_table_is_one_part(english, publish):
    page = ProjectPageFactory(title="P", slug="p")
    table = {"caption": "C", "headers": ["A", "B"], "rows": [["x", "y"]]}
    page.body = [("table", table)]
    page.save_revision().publish()
    words = [(word, f"{word} en") for word in "PCABxy"] + [("p", "p")]
    publish(publish_translation, ProjectPage.objects.get(pk=page.pk), english, words)
    page = ProjectPage.objects.get(pk=page.pk)
    page.body = [
        {**page.body.get_prep_value()[0], "value": {**table, "rows": [["x", ""], ["z", ""]]}}
    ]
    page.save_revision().publish()
    seen = page.get_translation(english).body[0].value
    assert [list(row) for row in seen["rows"]] == [["x en", "y en"]]


def test_a_new_picture_waits_for_its_alternative_text(pictures, english, publish):
    old, new = pictures
    page = ProjectPageFactory(title="P", slug="p", cover=old, cover_alt="Njerëz")
    old.contextual_alt_text, old.decorative = "Një rrugë", False
    page.body = [("figure", {"image": old, "caption": "Vlora"})]
    page.save_revision().publish()
    words = [("P", "P"), ("p", "p"), ("Njerëz", "People"), ("Një rrugë", "A road"), ("Vlora", "V")]
    publish(publish_translation, ProjectPage.objects.get(pk=page.pk), english, words)

    page = ProjectPage.objects.get(pk=page.pk)
    new.contextual_alt_text, new.decorative = "Një urë", False
    page.cover, page.cover_alt = new, "Një breg"
    page.body[0].value["image"] = new
    page.save_revision().publish()
    seen = page.get_translation(english)
    figure = seen.body[0].value["image"]
    assert (seen.cover_id, seen.cover_alt) == (old.pk, "People")
    assert (figure.pk, figure.contextual_alt_text) == (old.pk, "A road")

    words = [("Një breg", "A shore"), ("Një urë", "A bridge")]
    publish(publish_translation, ProjectPage.objects.get(pk=page.pk), english, words)
    seen = page.get_translation(english)
    figure = seen.body[0].value["image"]
    assert (seen.cover_id, seen.cover_alt) == (new.pk, "A shore")
    assert (figure.pk, figure.contextual_alt_text) == (new.pk, "A bridge")


def test_a_term_is_one_part_but_for_its_code(pictures, english):
    un = OrganisationFactory(name="Gratë", slug="un", url="https://old.example")
    publish_translation(un, english, [("Gratë", "Women")])
    un.name, un.url, un.slug = "Gratë e OKB-së", "https://new.example", "un-women"
    EditAction(un).execute()
    seen = un.get_translation(english)
    assert (seen.name, seen.url, seen.slug) == ("Women", "https://old.example", "un-women")
    assert waiting_parts(un, english) == ["Name: Gratë e OKB-së"]

    record = Translation.objects.get(source__object_id=un.translation_key)
    with pytest.raises(UnfinishedTranslationError):
        record.save_target()
    publish_translation(un, english, [("Gratë e OKB-së", "UN Women")])
    seen = un.get_translation(english)
    assert (seen.name, seen.url) == ("UN Women", "https://new.example")


def test_a_term_that_nobody_translated_follows_its_source(english):
    un = OrganisationFactory(name="Gratë")
    un.copy_for_translation(english).save()
    publish_translation(un, english, [("Gratë", "Women")])
    StringTranslation.objects.all().delete()
    Organisation.objects.filter(locale=english).update(name="Gratë")
    un.name, un.url = "Gratë e OKB-së", "https://new.example"
    EditAction(un).execute()
    seen = un.get_translation(english)
    assert (seen.name, seen.url) == ("Gratë e OKB-së", "https://new.example")


def test_a_link_in_a_text_changes_while_its_words_stay(english, publish):
    page = ProjectPageFactory(
        title="P", slug="p", aim='<p>Te <a href="https://a.example">ne</a>.</p>'
    )
    words = [("P", "P"), ("p", "p"), ('Te <a id="a1">ne</a>.', 'To <a id="a1">us</a>.')]
    publish(publish_translation, page, english, words)
    page = ProjectPage.objects.get(pk=page.pk)
    page.aim = page.aim.replace("a.example", "b.example")
    page.save_revision().publish()
    assert page.get_translation(english).aim == '<p>To <a href="https://b.example">us</a>.</p>'


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "en",
            "English: 2 parts are waiting for their translation. Until then readers see what was "
            "there before. Title: Tjetër; Summary: Shkurt",
        ),
        (
            "sq",
            "Anglisht: 2 pjesë presin përkthimin. Deri atëherë lexuesit shohin atë që ishte më "
            "parë. Titulli: Tjetër; Përmbledhja: Shkurt",
        ),
    ],
)
def test_whoever_publishes_a_page_reads_what_waits(english, admin, admin_client, language, message):
    page = StandardPageFactory(title="Faqja", slug="f")
    publish_translation(page, english, [("Faqja", "The page"), ("f", "f")])
    UserProfile.objects.create(user=admin, preferred_language=language)
    texts = {"title": "Tjetër", "slug": "f", "summary": "Shkurt", "body-count": "0"}
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = admin_client.post(url, {**texts, "action-publish": "1"}, follow=True)
    assert message in " ".join(str(each).strip() for each in response.context["messages"])


def test_whoever_saves_a_term_reads_what_waits(english, admin_client):
    un = OrganisationFactory(name="Gratë", slug="un")
    publish_translation(un, english, [("Gratë", "Women")])
    url = reverse(un.snippet_viewset.get_url_name("edit"), args=[un.pk])
    response = admin_client.post(url, {"name": "OKB", "slug": "un"}, follow=True)
    assert "OKB" in [str(each) for each in response.context["messages"]][-1]


def translate(source, locale, text: str, words: str) -> None:
    """Enter the words for a text, as a translator does before anything is published."""
    segments = Translation.objects.get(source__object_id=source.translation_key).source
    for segment in segments.stringsegment_set.filter(string__data=text):
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=locale, data=words
        )


def test_what_a_language_has_of_its_own_holds_once_it_is_published(english):
    un = OrganisationFactory(name="Gratë", slug="un", url="https://sq.example")
    publish_translation(un, english, [("Gratë", "Women")])
    translation = Translation.objects.get(source__object_id=un.translation_key)
    context = translation.source.overridablesegment_set.get(context__path="url").context
    SegmentOverride.objects.create(
        locale=english, context=context, data_json='"https://en.example"'
    )

    un.url = "https://new.example"
    EditAction(un).execute()
    assert un.get_translation(english).url == "https://new.example"

    translation.save_target()
    un.url = "https://newer.example"
    EditAction(un).execute()
    assert un.get_translation(english).url == "https://en.example"
