"""A small site with one of each: live, translated, alias, restricted, waiting, scheduled."""

import datetime
from types import SimpleNamespace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, PageViewRestriction, UploadedFile
from wagtail_localize.models import StringTranslation, Translation

from home.models import HomePage
from knowledgebase.models import Feedback
from portal.accounts.inviting import invite
from portal.comments.models import CannedReply
from portal.furniture.models import Furniture
from portal.media.states import Review
from portal.publishing.actions import fill_languages
from portal.publishing.bundles.filling import add, dissolve, make
from portal.publishing.taking_down import take_down
from portal.translating.reviewing import hand_over
from portal.translation_records import publish_translation
from projects.models import ProjectIndexPage, ProjectPage
from projects.models.roles import Role
from search.models import BestBet
from tests.comments.pages import comment_on
from tests.doors.forms import new_file
from tests.factories import (
    ConsultationGroupFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ProjectPageFactory,
    SkillFactory,
    StandardPageFactory,
    SubjectFactory,
    ThemeFactory,
    UserFactory,
    add_organisation,
)
from tests.knowledgebase.factories import GlossaryTermFactory, NeedFactory, ReferenceFactory
from tests.media.factories import DocumentFactory, ImageFactory
from tests.search.entries import synonyms


def make_world(editor: Any, moderator: Any) -> SimpleNamespace:
    """Return the things of the site by what they are called in the tests."""
    english = Locale.objects.get(language_code="en")
    world = SimpleNamespace(english=english, editor=editor)
    world.home = HomePage.objects.get(locale__language_code="sq")
    world.home_en = HomePage.objects.get(locale=english)
    world.index = ProjectIndexPage.objects.get(locale__language_code="sq")
    world.index_en = ProjectIndexPage.objects.get(locale=english)
    make_terms(world)
    world.image, world.document = ImageFactory(), DocumentFactory()
    for file in (world.image, world.document):
        type(file).objects.filter(pk=file.pk).update(review=Review.WAITING)
    make_projects(world)
    make_furniture(world)
    make_pages(world, moderator)
    make_rest(world, moderator)
    return world


def make_terms(world: Any) -> None:
    """Add every kind of term, translated, and what lies beside."""
    world.rows = [
        make(name="Fjala")
        for make in (
            ThemeFactory,
            MunicipalityFactory,
            OrganisationFactory,
            ConsultationGroupFactory,
            NeedFactory,
            GlossaryTermFactory,
            SkillFactory,
            SubjectFactory,
        )
    ]
    world.theme, world.organisation = ThemeFactory(), OrganisationFactory()  # these are in use
    world.untranslated, world.term = NeedFactory(), world.rows[5]
    world.term.save_revision().publish()
    for row in world.rows:
        publish_translation(row, world.english, [("Fjala", "Word"), ("Përkufizimi.", "It is so.")])
    world.reference = ReferenceFactory()
    world.best_bet = BestBet.objects.create(language="sq", queries="strehim")
    world.synonyms = synonyms({"sq": ["DHBGJ", "dhunë me bazë gjinore"]})


def make_projects(world: Any) -> None:
    """Add a translated project, whose translator has better words that nobody has seen."""
    group = {"kind": "final", "group": "Gra", "count": 3}
    world.project = ProjectPageFactory(
        title="Projekti", slug="projekti", beneficiaries=[("group", group)], themes=[world.theme]
    )
    add_organisation(world.project, Role.DONOR, world.organisation)
    world.project = ProjectPage.objects.get(pk=world.project.pk)
    words = [("Projekti", "The project"), ("projekti", "the-project"), ("Gra", "Women")]
    publish_translation(world.project, world.english, words)
    world.project_en = world.project.get_translation(world.english)
    world.translation = translation_of(world.project)
    StringTranslation.objects.filter(data="The project").update(data="Unseen words")
    world.translation.save_target(publish=False)
    world.string = world.translation.source.stringsegment_set.get(string__data="Projekti")


def translation_of(source: Any) -> Translation:
    return Translation.objects.get(source__object_id=source.translation_key)


def make_furniture(world: Any) -> None:
    """Give the furniture a helpline, in both languages."""
    world.furniture = Furniture.objects.get(locale__language_code="sq")
    world.furniture.contact_email = "zyra@example.org"
    world.furniture.helplines = [("helpline", {"name": "Linja", "number": "116 117"})]
    world.furniture.save_revision().publish()
    publish_translation(
        world.furniture, world.english, [("Portal", "The portal"), ("Linja", "The line")]
    )
    world.furniture_en = world.furniture.get_translation(world.english)
    world.rows_with_drafts = [world.furniture, world.furniture_en, world.term]


def make_pages(world: Any, moderator: Any) -> None:
    """Add pages in the states that the admin knows."""
    world.alias_source = ProjectPageFactory(title="Pa përkthim")
    fill_languages(world.alias_source)
    world.alias = world.alias_source.get_translation(world.english)
    world.standard = StandardPageFactory(parent=world.home, title="Rreth nesh")
    world.closed = StandardPageFactory(parent=world.home, title="E mbyllur")
    fill_languages(world.closed)
    PageViewRestriction.objects.create(page=world.closed, restriction_type="login")
    world.waiting = ProjectPageFactory(title="Pret")
    world.waiting.title = "Pret miratimin"
    world.waiting.save_revision(user=world.editor)
    world.state = world.waiting.get_workflow().start(world.waiting, world.editor)
    world.draft = ProjectPageFactory(title="Draft", owner=moderator)
    world.draft.title = "Ndryshuar"
    world.draft.save_revision(user=moderator)
    world.scheduled = ProjectPageFactory(title="E planifikuar")
    world.scheduled.title = "Më vonë"
    world.scheduled.go_live_at = timezone.now() + datetime.timedelta(days=9)
    world.scheduled.save_revision(user=moderator).publish(user=moderator)


def make_bundles(world: Any, moderator: Any) -> None:
    """Add a bundle that a moderator may publish, one with what waits, and one that is over."""
    page = StandardPageFactory(parent=world.home, title="Së bashku")
    page.title = "Së bashku, ndryshuar"
    page.save_revision(user=world.editor)
    page = type(page).objects.get(pk=page.pk)
    world.bundle, world.empty, world.ended = (
        make(title=title, by=world.editor) for title in ("Gati", "Bosh", "I vjetër")
    )
    (world.item,) = add(bundle=world.bundle, things=[page], by=world.editor)
    dissolve(bundle=world.ended, by=world.editor)


def make_rest(world: Any, moderator: Any) -> None:
    """Add what is not content, but has addresses."""
    hand_over(translation=world.translation, by=world.editor)
    for row in (world.furniture, world.term):
        row.save_revision(user=world.editor)
        row.get_workflow().start(row, world.editor)
    gone = StandardPageFactory(parent=world.home, title="E hequr")
    world.taken_down = take_down(instance=gone, user=moderator, reason="")
    make_bundles(world, moderator)
    world.answer = Feedback.objects.create(
        translation_key=world.project.translation_key,
        language="sq",
        day="2026-01-01",
        is_useful=True,
    )
    world.comment = comment_on(world.standard, state="waiting")
    CannedReply.objects.create(title="Faleminderit", language="sq", text="Faleminderit.")
    world.collection = Collection.get_first_root_node().add_child(name="Tjetër")
    world.person = UserFactory()
    (world.invitation,) = invite(["ana@example.org"], language="sq", by=moderator)
    world.upload_of = {
        model: UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            uploaded_by_user=world.editor,
            file=new_file(model),
        )
        for model in (get_image_model(), type(world.document))
    }
