"""What the people in a picture agreed to, and what happens when they do no more."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection
from wagtail.search.backends import get_search_backend

from home.models import StandardPage
from knowledgebase.models import Paper
from knowledgebase.papers.subjects import Subject
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.furniture.models import Furniture
from portal.mail.models import Mail, Refusal
from portal.media.actions import accept, follow_consents
from portal.media.models import Image, Rendition
from portal.media.reports import ConsentsView
from portal.media.states import People, Review, Urgency
from portal.media.storages import public_storage
from portal.publishing.models import TakeDown
from portal.translation_records import publish_translation
from projects.models.roles import Role as Part
from tests.factories import (
    NewsPageFactory,
    OrganisationFactory,
    ProjectPageFactory,
    StandardPageFactory,
    add_organisation,
)
from tests.knowledgebase.factories import ChapterPageFactory, StudyPageFactory
from tests.media import samples
from tests.media.factories import ImageFactory
from tests.media.test_review import own

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

GONE = {"sq": "Kjo fotografi nuk tregohet më.", "en": "This picture is not shown any more."}
YESTERDAY = timedelta(days=-1)
SECRETS = ("sekret-qellimi", "sekret-dosja")


def day(after: timedelta = timedelta()) -> date:
    return timezone.localdate() + after


def agreed(**values) -> Image:
    """Return a picture whose people agreed to it, until tomorrow unless said otherwise."""
    values = {
        "people_shown": People.SHOWN,
        "consent_scope": SECRETS[0],
        "consent_paper": SECRETS[1],
        "consent_until": day(timedelta(days=1)),
        "credit": "Foto: A. Hoxha",
        "size": (1000, 500),
    } | values
    return ImageFactory.create(**values)


def end(image: Image, publish) -> None:
    """Let the consent to a picture run out, and the night come."""
    Image.objects.filter(pk=image.pk).update(consent_until=day(YESTERDAY))
    publish(call_command, "follow_consents")


def figure(image: Image) -> list:
    image.contextual_alt_text, image.decorative = "Tri gra", False
    return [("figure", {"image": image, "caption": "Vlorë, 2024"})]


def read(url: str) -> str:
    answer = Client().get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def shared(url: str) -> str:
    return re.search(r'og:image" content="([^"]+)"', read(url))[1]


@pytest.fixture
def both(english, publish) -> tuple[StandardPage, Image]:
    """A page with a picture in both languages."""
    image = agreed()
    page = StandardPageFactory(title="T", slug="t")
    page.body = figure(image)
    publish(page.save_revision().publish)
    words = [("T", "E"), ("t", "e"), ("Tri gra", "Three women"), ("Vlorë, 2024", "Vlora, 2024")]
    publish(publish_translation, page, english, words)
    return page, image


def test_when_the_consent_ends_the_picture_goes_from_every_language(both, english, publish):
    page, image = both
    languages = {"sq": page, "en": page.get_translation(english)}
    shown = {code: read(each.get_url()) for code, each in languages.items()}
    names = [rendition.file.name for rendition in Rendition.objects.all()]
    assert names
    assert all("<picture>" in html and names[0].split("/")[0] in html for html in shown.values())
    draft = page.get_latest_revision().content["body"]
    end(image, publish)
    for code, each in languages.items():
        html = read(each.get_url())
        assert GONE[code] in html
        assert "<picture>" not in html
        assert "Vlor" in html
        assert "A. Hoxha" not in html
        assert not any(secret in html for secret in SECRETS)
    assert not Rendition.objects.exists()
    assert not any(public_storage().exists(name) for name in names)
    page.refresh_from_db()
    assert page.get_latest_revision().content["body"] == draft


def test_the_address_that_makes_a_picture_answers_nobody_but_editors(both, client_as, publish):
    page, image = both
    Rendition.objects.all().delete()
    address = read(page.get_url()).split('<img src="')[1].split('"')[0]
    assert Client().get(address).status_code == 302
    end(image, publish)
    assert Client().get(address).status_code == 404
    answer = client_as(Role.EDITOR).get(address)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_a_picture_comes_back_when_the_consent_is_renewed(both, english, publish, admin):
    page, image = both
    end(image, publish)
    admin.get(reverse("wagtailimages:edit", args=[image.pk]))  # makes private ones
    assert Rendition.objects.filter(lies_private=True).exists()
    publish(admin.post, *form(image, consent_until=day(timedelta(days=400))))
    assert not Rendition.objects.filter(lies_private=True).exists()
    for each in (page, page.get_translation(english)):
        html = read(each.get_url())
        assert "<picture>" in html
        assert "A. Hoxha" in html
    end(image, publish)
    assert Mail.objects.filter(kind="consent_ended").exists()


def form(image: Image, **changes) -> tuple[str, dict]:
    fields = {name: getattr(image, name) or "" for name in Image.ANSWERS}
    fields |= {"title": image.title, "collection": image.collection_id, **changes}
    if isinstance(fields["consent_until"], date):
        fields["consent_until"] = fields["consent_until"].strftime("%d.%m.%Y")
    return reverse("wagtailimages:edit", args=[image.pk]), fields


@pytest.mark.parametrize("ends", [{"consent_withdrawn": "on"}, {"consent_until": day(YESTERDAY)}])
def test_an_editor_ends_a_consent_at_once(both, client_as, publish, ends):
    page, image = both
    Image.objects.update(collection=own(Role.EDITOR))
    image.refresh_from_db()
    editor = client_as(Role.EDITOR)
    assert publish(editor.post, *form(image, **ends)).status_code == 302
    assert GONE["sq"] in read(page.get_url())
    assert not Rendition.objects.exists()


def test_the_last_day_belongs_to_the_consent(publish):
    image = agreed(consent_until=day())
    assert follow_consents() == []
    assert image.is_public
    assert Image.objects.public().get() == image


@pytest.mark.parametrize(
    "people", [{"people_shown": People.UNKNOWN}, {"people_shown": People.NOBODY}]
)
def test_where_nobody_is_known_to_be_shown_nothing_ends(people):
    image = agreed(consent_until=day(YESTERDAY), **people)
    assert follow_consents() == []
    assert image.is_public
    assert Image.objects.public().get() == image


def test_every_place_that_shows_pictures_does_without(home, publish):
    image = agreed()
    shown = {"cover": image, "cover_alt": "Tri gra"}
    project = ProjectPageFactory(**shown)
    add_organisation(project, Part.DONOR, OrganisationFactory(logo=image, logo_alt="Shenja"))
    study = StudyPageFactory(**shown)
    chapter = ChapterPageFactory(parent=study, body=figure(image))
    news = NewsPageFactory(**shown)
    Furniture.objects.update(logo=image)
    addresses = [each.get_url() for each in (project, study, chapter, news)]
    addresses += ["/sq/projekte/", "/sq/"]
    for address in addresses:
        assert "<picture>" in read(address)
    assert "/share/" not in shared(project.get_url())
    end(image, publish)
    for address in addresses:
        html = read(address)
        assert "<picture>" not in html
        assert "/share/" in shared(address)
        assert f"/{image.pk}/" not in html.replace("/admin/", "")
    assert "Figura" in read(chapter.get_url())


def test_a_page_stands_without_what_a_take_down_withholds(publish):
    image = ImageFactory.create(taken_down=TakeDown.objects.create(title="T"))
    html = read(StandardPageFactory(body=figure(image)).get_url())
    assert GONE["sq"] in html
    assert "<picture>" not in html


def test_pdfs_with_the_picture_are_forgotten(publish):
    image = agreed()
    study = StudyPageFactory()
    chapter = ChapterPageFactory(parent=study, body=figure(image))
    other = StudyPageFactory()
    for each in (study, chapter, other):
        subject = Subject("sq", (each.translation_key,))
        Paper.objects.create(fingerprint=subject.fingerprint(), subject=str(subject))
    end(image, publish)
    assert [paper.subject for paper in Paper.objects.all()] == [f"sq:{other.translation_key}"]


def test_colleagues_who_may_change_it_are_told_once(client_as, publish):
    image = agreed(collection=own(Role.EDITOR), title="Titulli i fotografisë")
    for role in (Role.EDITOR, Role.TRAINER, Role.MODERATOR):
        client_as(role)
    end(image, publish)
    publish(call_command, "follow_consents")
    told = set(Mail.objects.filter(kind="consent_ended").values_list("to__email", flat=True))
    assert told == {"editor@example.org", "moderator@example.org"}
    assert len(mail.outbox) == 2
    for letter in mail.outbox:
        assert reverse("consents") in letter.body
        assert image.title not in letter.body
        assert not any(secret in letter.body for secret in SECRETS)


def test_who_ended_it_and_who_does_not_want_mail_gets_none(client_as, publish):
    image = agreed(collection=own(Role.EDITOR))
    client_as(Role.MODERATOR)
    Refusal.objects.create(user=User.objects.get(), kind="consent_ended")
    publish(client_as(Role.EDITOR).post, *form(image, consent_withdrawn="on"))
    assert mail.outbox == []


def test_people_without_words_of_consent_are_refused(admin, publish):
    image = ImageFactory.create()
    answer = admin.post(*form(image, people_shown=People.SHOWN))
    assert "consent_scope" in answer.context["form"].errors
    assert "për shembull" in answer.context["form"].errors["consent_scope"][0]
    image.refresh_from_db()
    assert image.people_shown == People.UNKNOWN


def test_the_form_offers_three_answers(admin):
    form = admin.get(reverse("wagtailimages:add")).context["form"]
    assert [value for value, _label in form["people_shown"].field.choices] == People.values
    assert form["people_shown"].value() == People.UNKNOWN


def test_a_form_that_did_not_ask_changes_no_answer(admin, publish):
    image = agreed(people_shown=People.NOBODY)
    address, _fields = form(image)
    publish(admin.post, address, {"title": "tjetër", "collection": 1})
    image.refresh_from_db()
    assert (image.title, image.people_shown) == ("tjetër", People.NOBODY)


@pytest.mark.parametrize("typed", ["31.2.2025", "nesër", "9" * 1000, "1.1.10000"])
def test_a_date_that_is_none_is_refused_and_kept(admin, typed):
    image = agreed()
    answer = admin.post(*form(image, consent_until=typed))
    assert answer.context["form"]["consent_until"].value() == typed
    assert "consent_until" in answer.context["form"].errors


def test_answers_on_a_picture_that_waits_wait_with_it(client_as, publish):
    image = agreed(collection=own(Role.EDITOR))
    address, fields = form(image, people_shown=People.NOBODY, credit="Foto: tjetër")
    upload = SimpleUploadedFile("y.png", samples.encoded("PNG", (30, 30)))
    publish(client_as(Role.EDITOR).post, address, {**fields, "file": upload})
    image.refresh_from_db()
    assert (image.people_shown, image.credit) == (People.SHOWN, "Foto: A. Hoxha")
    end(image, publish)
    assert not Image.objects.public().exists()
    image.refresh_from_db()
    publish(accept, file=image, seen=image.replacement.name)
    image.refresh_from_db()
    assert (image.people_shown, image.credit) == (People.NOBODY, "Foto: tjetër")
    assert image.replacement_answers == {}
    assert Image.objects.public().get().width == 30


def test_a_withdrawal_does_not_wait_for_a_moderator(client_as, publish):
    image = agreed(collection=own(Role.EDITOR))
    address, fields = form(image, consent_withdrawn="on")
    upload = SimpleUploadedFile("y.png", samples.encoded("PNG", (30, 30)))
    publish(client_as(Role.EDITOR).post, address, {**fields, "file": upload})
    assert not Image.objects.public().exists()


def test_choosers_offer_it_no_more(admin):
    open_one = agreed(title="E para tregohet")
    closed = agreed(title="E para mbyllet", consent_until=day(YESTERDAY))
    get_search_backend().add_bulk(Image, [open_one, closed])
    for query in ({}, {"q": "para"}):
        html = admin.get(reverse("wagtailimages_chooser:choose_results"), query).content.decode()
        assert open_one.title in html
        assert closed.title not in html


def test_the_report_begins_with_what_is_most_urgent(admin, django_assert_max_num_queries):
    later = day(timedelta(days=59))
    expected = [
        agreed(consent_until=day(timedelta(days=-9))),
        agreed(consent_until=day(YESTERDAY)),
        agreed(consent_until=None, consent_withdrawn=True),
        agreed(consent_until=None, consent_scope=""),
        agreed(consent_until=later),
        ImageFactory.create(),
    ]
    agreed(consent_until=None)
    agreed(consent_until=day(timedelta(days=61)))
    ImageFactory.create(people_shown=People.NOBODY)
    page = StandardPageFactory(body=figure(expected[0]))
    answer = admin.get(reverse("consents"))
    rows = list(answer.context["object_list"])
    assert {row.pk for row in rows} == {image.pk for image in expected}
    assert [row.urgency for row in rows] == [Urgency.ENDED] * 3 + [2, 3, 4]
    assert rows[0].usage_count == (1 if rows[0].pk == expected[0].pk else 0)
    assert {row.pk: row.usage_count for row in rows}[expected[0].pk] == 1
    assert page.live
    assert ConsentsView.failures_for(User.objects.get(is_superuser=True)) == 4
    exported = admin.get(reverse("consents"), {"export": "csv"})
    assert len(b"".join(exported).splitlines()) == 1 + len(expected)


def test_the_report_takes_as_many_queries_for_many_rows(admin, django_assert_max_num_queries):
    def ask() -> int:
        with django_assert_max_num_queries(100) as counted:
            admin.get(reverse("consents"))
        return len(counted)

    agreed(consent_until=None, consent_withdrawn=True)
    few = (ask(), ask())[1]
    for _ in range(6):
        StandardPageFactory(body=figure(agreed(consent_until=None, consent_withdrawn=True)))
    assert ask() == few


def test_everybody_sees_in_the_report_what_they_may_change(client_as):
    mine = agreed(collection=own(Role.EDITOR), consent_withdrawn=True)
    agreed(collection=own(Role.TRAINER), consent_withdrawn=True)
    rows = client_as(Role.EDITOR).get(reverse("consents")).context["object_list"]
    assert list(rows) == [mine]
    assert client_as(Role.TRANSLATOR).get(reverse("consents")).status_code == 302


def test_a_waiting_picture_is_no_reason_to_write_to_anybody():
    agreed(review=Review.WAITING, collection=Collection.get_first_root_node())
    assert follow_consents() == []


def test_what_was_agreed_is_in_no_search_and_no_interface(admin):
    image = agreed(title="Tri gra")
    get_search_backend().add(image)
    for word in SECRETS:
        found = admin.get(reverse("wagtailimages:index"), {"q": word})
        assert list(found.context["object_list"]) == []
    listed = admin.get("/admin/api/main/images/", {"fields": "*"}).content.decode()
    assert image.title in listed
    assert "consent" not in listed
    assert not any(secret in listed for secret in SECRETS)
    assert not any("consent" in field.field_name for field in Image.search_fields)
