"""Figures follow the source at once in every language; words wait for the translator."""

import json
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.actions import EditAction
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from portal.translation_records import MissingWordsError, publish_translation
from portal.translations import UnfinishedTranslationError
from projects.models import ProjectPage
from projects.models.roles import Role
from tests.factories import (
    MunicipalityFactory,
    OrganisationFactory,
    ProjectPageFactory,
    add_organisation,
)

FORM = "application/x-www-form-urlencoded"
WORDS = [
    ("Projekti", "The project"),
    ("projekti", "the-project"),
    ("Gra dhe vajza", "Women and girls"),
    ("Rezultati i parë", "The first result"),
    ("Plane", "Plans"),
    ("plane", "plans"),
    ("<p>Teksti i qëllimit.</p>", "<p>The text of the aim.</p>"),
]


@pytest.fixture
def project(db) -> ProjectPage:
    page = ProjectPageFactory(title="Projekti", slug="projekti", aim="<p>Teksti i qëllimit.</p>")
    indicator = {"name": "Plane", "unit": "plane", "baseline": 0, "target": 3, "actual": None}
    page.results = [
        ("result", {"title": "Rezultati i parë", "indicators": [indicator], "evidence": []})
    ]
    page.beneficiaries = [("group", {"kind": "final", "group": "Gra dhe vajza", "count": 1700})]
    page.save_revision().publish()
    return ProjectPage.objects.get(pk=page.pk)


@pytest.fixture
def translated(project, english, publish) -> ProjectPage:
    publish(publish_translation, project, english, WORDS)
    return project.get_translation(english)


def republish(page: ProjectPage) -> None:
    page.save_revision().publish()


def test_a_figure_changes_in_every_language_when_the_source_is_published(project, translated):
    project.beneficiaries[0].value["count"] = 2000
    project.results[0].value["indicators"][0]["actual"] = 2
    republish(project)

    translated.refresh_from_db()
    group = translated.beneficiaries[0].value
    indicator = translated.results[0].value["indicators"][0]
    assert (group["count"], group["group"]) == (2000, "Women and girls")
    assert (indicator["actual"], indicator["name"]) == (2, "Plans")


def test_the_latest_draft_of_the_translation_has_the_figure_too(project, translated):
    project.beneficiaries[0].value["count"] = 2000
    republish(project)

    draft = ProjectPage.objects.get(pk=translated.pk).get_latest_revision_as_object()
    assert draft.beneficiaries[0].value["count"] == 2000
    assert draft.title == "The project"


def test_changed_words_wait_while_the_published_translation_stays(project, translated):
    project.aim = "<p>Tjetër tekst.</p>"
    project.beneficiaries[0].value["count"] = 5
    republish(project)

    translated.refresh_from_db()
    assert translated.live
    assert "The text of the aim." in translated.aim
    assert translated.beneficiaries[0].value["count"] == 5
    record = Translation.objects.get(source__object_id=project.translation_key)
    assert record.get_progress()[0] - record.get_progress()[1] == 1


def test_a_new_part_with_words_waits_and_a_removed_part_goes(project, translated):
    project.beneficiaries.append(("group", {"kind": "direct", "group": "Të tjerë", "count": 25}))
    del project.results[0]
    republish(project)

    translated.refresh_from_db()
    assert [group.value["group"] for group in translated.beneficiaries] == ["Women and girls"]
    assert len(translated.results) == 0


def test_the_order_of_parts_follows_the_source(project, english, publish):
    project.beneficiaries.append(("group", {"kind": "direct", "group": "Të tjerë", "count": 25}))
    republish(project)
    publish(publish_translation, project, english, [*WORDS, ("Të tjerë", "Others")])
    project.beneficiaries.append(project.beneficiaries.pop(0))
    republish(project)

    translated = project.get_translation(english)
    assert [group.value["group"] for group in translated.beneficiaries] == [
        "Others",
        "Women and girls",
    ]


def test_relations_and_child_rows_follow_the_source(project, translated):
    vlora, un_women = MunicipalityFactory(), OrganisationFactory()
    project.municipalities.set([vlora])
    add_organisation(project, Role.DONOR, un_women)

    translated = ProjectPage.objects.get(pk=translated.pk)
    assert list(translated.municipalities.all()) == [vlora]
    row = translated.organisations.get()
    assert (row.role, row.organisation, row.locale) == (
        Role.DONOR,
        un_women,
        translated.locale,
    )

    project.municipalities.set([])
    project.organisations.set([])
    republish(project)
    translated = ProjectPage.objects.get(pk=translated.pk)
    assert not translated.municipalities.exists()
    assert not translated.organisations.exists()


def test_a_child_row_keeps_its_identity_from_publication_to_publication(project, translated):
    add_organisation(project, Role.DONOR, OrganisationFactory())
    first = ProjectPage.objects.get(pk=translated.pk).organisations.get()
    project.organisations.all()[0].role = Role.PARTNER
    project = ProjectPage.objects.get(pk=project.pk)
    row = project.organisations.get()
    row.role = Role.PARTNER
    project.organisations.set([row])
    republish(project)

    again = ProjectPage.objects.get(pk=translated.pk).organisations.get()
    assert (again.pk, again.role) == (first.pk, Role.PARTNER)


def test_publishing_an_unfinished_translation_is_refused(project, translated):
    project.aim = "<p>Tjetër tekst.</p>"
    republish(project)
    with pytest.raises(UnfinishedTranslationError):
        translated.save_revision().publish()


def test_words_that_are_missing_are_named(project, english):
    with pytest.raises(MissingWordsError, match="Teksti i qëllimit"):
        publish_translation(project, english, WORDS[:-1])


def test_a_source_that_nobody_translates_is_published_without_records(project):
    republish(project)
    assert not TranslationSource.objects.filter(object_id=project.translation_key).exists()


def test_a_term_changes_its_code_in_every_language(english):
    vlora = MunicipalityFactory(name="Vlorë", slug="vlore")
    publish_translation(vlora, english, [("Vlorë", "Vlora")])
    vlora.slug = "vlora"
    vlora.longitude = "19.489"
    EditAction(vlora).execute()

    translated = vlora.get_translation(english)
    assert (translated.name, translated.slug) == ("Vlora", "vlora")
    assert float(translated.longitude) == 19.489


def test_the_live_page_is_never_overwritten_by_an_unfinished_translation(
    project, translated, publish
):
    project.aim = "<p>Tjetër tekst.</p>"
    republish(project)
    record = Translation.objects.get(source__object_id=project.translation_key)
    with pytest.raises(UnfinishedTranslationError):
        publish(record.save_target)
    publish(record.save_target, publish=False)
    translated.refresh_from_db()
    assert "Tjetër tekst." in translated.get_latest_revision_as_object().aim
    assert "The text of the aim." in translated.aim


def test_the_editor_says_how_many_texts_are_missing(project, english, admin, admin_client, publish):
    publish(translate_object, project, [english], user=admin)
    url = reverse("wagtailadmin_pages:edit", args=[project.get_translation(english).pk])
    response = admin_client.post(url, {"action": "publish"}, follow=True)
    assert "7 " in next(iter(response.context["messages"])).message
    assert not project.get_translation(english).live


def test_signs_are_read_and_typed_in_the_editor_as_they_are(
    project, english, admin_client, publish
):
    project.title = "Zyra D&E"
    project.save_revision().publish()
    publish(translate_object, project, [english])
    record = Translation.objects.get(source__object_id=project.translation_key)
    segment = record.source.stringsegment_set.get(context__path="title")
    assert segment.string.data == "Zyra D&amp;E"
    url = reverse("wagtail_localize:edit_string_translation", args=[record.pk, segment.pk])
    words = urlencode({"value": "The D&E office"})
    assert admin_client.put(url, words, content_type=FORM).json()["data"] == "The D&E office"
    assert StringTranslation.objects.get(context=segment.context).data == "The D&amp;E office"
    edit = reverse("wagtailadmin_pages:edit", args=[project.get_translation(english).pk])
    props = json.loads(admin_client.get(edit).context["props"])
    (source,) = (each["source"] for each in props["segments"] if each["id"] == segment.pk)
    (written,) = (each["data"] for each in props["initialStringTranslations"] if each["data"])
    assert (source, written) == ("Zyra D&E", "The D&E office")


def test_a_translator_finishes_and_the_page_is_public(
    project, english, admin, admin_client, publish
):
    publish(translate_object, project, [english], user=admin)
    record = Translation.objects.get(source__object_id=project.translation_key)
    for segment in record.source.stringsegment_set.select_related("string"):
        url = reverse("wagtail_localize:edit_string_translation", args=[record.pk, segment.pk])
        words = {"value": dict(WORDS).get(segment.string.data, "The text of the aim.")}
        response = admin_client.put(url, urlencode(words), content_type=FORM)
        assert response.status_code in (200, 201)
    edit = reverse("wagtailadmin_pages:edit", args=[project.get_translation(english).pk])
    publish(admin_client.post, edit, {"action": "publish"})
    assert Client().get("/en/projects/the-project/").status_code == 200
