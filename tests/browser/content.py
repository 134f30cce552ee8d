"""What the demonstration lacks: untranslated pages, one behind a password, many of one kind."""

import hashlib
from datetime import timedelta
from itertools import product
from uuid import UUID

from allauth.account.models import EmailAddress
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import TranslationSource

from home.models import StandardPage
from knowledgebase.models import ChapterPage, StudyPage
from knowledgebase.training.models import ProgrammePage, QuizPage, TrainingPage
from portal.accounts.models import Invitation, User
from portal.certificates.actions import issue
from portal.certificates.models import Certificate
from portal.comments.models import Comment
from portal.translation_records import publish_translation
from search.models import BestBet, PromotedPage
from tests.browser.askers import make_askers
from tests.browser.finishers import make_closed_group, make_finisher
from tests.browser.groups import make_group, make_links
from tests.browser.pairs import make_pairs
from tests.browser.stuck import make_stuck_group
from tests.browser.words import PASSWORD
from tests.certificates.awards import award
from tests.training.quizzes import pool
from tests.training.sitting import choose, lettered, sit

UNTRANSLATED = "raport-i-perkthyer-me-vone"
RESTRICTED = "per-anetaret"
# One of each kind goes by every hand, in each language.
HANDS = ("sq-keyboard", "sq-touch", "sq-pointer", "en-touch")
# More pages than one page of results shows, and one chapter, have this word.
DIARY, DIARIES = "ditari", 11
TOKEN = "ftesa-e-proves"
CERTIFICATE = "7KXQ2MRT9ZBC4HWPN8DE"
CHAPTER = "kapitull-i-perkthyer-me-vone"
# A page with a telephone number, which the tests of translating change.
LINE = {"sq": "linja-e-zyres", "en": "office-line"}
# A quiz for each language; in the first question A is marked right, while B is.
MARKED_WRONGLY = {"sq": "kuiz-per-tu-ndrequr", "en": "kuiz-tjeter-per-tu-ndrequr"}
# The demonstration's own keys differ from one filling to the next.
CHAPTER_KEY = UUID("6a1d3f52-0c3e-4a57-9a56-1d2f6c0b7e11")
# Comments on that chapter, by what became of them.
COMMENT_KEYS = {
    "waiting": UUID("0b5c2c0e-7c1f-4a43-8d7e-2b1b8f6f0a01"),
    "published": UUID("0b5c2c0e-7c1f-4a43-8d7e-2b1b8f6f0a02"),
    "rejected": UUID("0b5c2c0e-7c1f-4a43-8d7e-2b1b8f6f0a03"),
}
# More than one page of a list shows.
COMMENTS = 35


def make_pages() -> None:
    """Add two pages below the one about the organisation (a submenu), and a last chapter."""
    about = StandardPage.objects.get(slug="rreth-nesh", locale__language_code="sq")
    title = "Raport që përkthehet më vonë"
    add(about, StandardPage(title=title, slug=UNTRANSLATED, summary=title, show_in_menus=True))
    title = "Për anëtarët dhe anëtaret"
    for page in add(about, StandardPage(title=title, slug=RESTRICTED, summary=title)):
        PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.PASSWORD, password="pranvera"
        )
    for number in range(1, DIARIES + 1):
        title = f"{DIARY.capitalize()} i terrenit {number}"
        add(about, StandardPage(title=title, slug=f"{DIARY}-{number}", summary=title))
    make_line(about)
    add(StudyPage.objects.get(locale__language_code="sq"), chapter())
    make_comments()
    recommend(about, sq="vlorë", en="vlora")
    make_invitation()
    for role, hand in product(("leaver", "trainee", "joiner"), HANDS):
        add_person(f"{role}-{hand}@example.org")
    for hand in HANDS:
        make_group(hand)
    make_quizzes()
    for role, language in product(("offline", "early", "away", "stranger", "sitter"), ("sq", "en")):
        add_person(f"{role}-{language}@example.org")
    for hand in HANDS:
        certify(add_person(f"graduate-{hand}@example.org"))
    certify(add_person("graduate@example.org"), code=CERTIFICATE)
    make_stuck_group(HANDS)
    for hand in HANDS:
        make_finisher(add_person(f"finisher-{hand}@example.org"))
    make_closed_group([add_person(f"said-{number}@example.org") for number in range(5)])
    make_links([add_person(f"member-{hand}@example.org") for hand in HANDS])
    make_askers(HANDS, add_person)
    make_pairs(HANDS, add_person)


def make_comments() -> None:
    """Add many comments to the last chapter, two of them in English, one with an answer."""
    about = {"translation_key": CHAPTER_KEY, "language": "sq", "name": "Lexues prove"}
    Comment.objects.bulk_create(
        Comment(**about, state="published", text=f"Koment prove {number}.")
        for number in range(COMMENTS)
    )
    about |= {"language": "en", "name": "Example reader"}
    for state, key in COMMENT_KEYS.items():
        Comment.objects.create(
            **about,
            key=key,
            state=state,
            text="An example of a comment.",
            reason="topic" if state == "rejected" else "",
            reply="Një shembull përgjigjeje." if state == "published" else "",
            reply_language="sq" if state == "published" else "",
        )


def add_person(email: str) -> User:
    """Give somebody an account, with the password of the demonstration's."""
    user = User.objects.create_user(email, PASSWORD, name="Dora Leka")
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)
    return user


def make_quizzes() -> None:
    """Let people hand in quizzes in which a wrong option is marked right."""
    training = TrainingPage.objects.get(locale__language_code="sq")
    title = "Program për autorët"
    programme, *_others = add(training, ProgrammePage(title=title, slug="autoret", summary=title))
    translate(programme)
    for slug in MARKED_WRONGLY.values():
        quiz = QuizPage(title=slug, slug=slug, summary=slug, is_shuffled=False)
        quiz.pools = [pool(*(lettered(number) for number in "123"))]
        add(programme, quiz)
        translate(quiz)
        sit(quiz, 15, choose(1, 0, 0), slug)
        sit(quiz, 10, choose(0, 1, 1), slug)


def make_line(about: Page) -> None:
    """Add a page with a telephone number in its words, and its translation."""
    title, words = "Linja e zyrës", "Telefononi 0800 111."
    page = add(about, StandardPage(title=title, slug=LINE["sq"], summary=words))[0]
    english = Locale.objects.get(language_code="en")
    texts = [(title, "The office's line"), (LINE["sq"], LINE["en"]), (words, "Call 0800 111.")]
    publish_translation(page, english, texts)


def translate(page: Page) -> None:
    """Publish a page in English, where it says the same."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    words = [segment.string.data for segment in source.stringsegment_set.select_related("string")]
    english = Locale.objects.get(language_code="en")
    publish_translation(page, english, [(text, text) for text in words])


def certify(holder: User, **fields: str) -> None:
    """Issue a certificate to somebody."""
    certificate = issue(holder=holder, award=award(), by=None)
    Certificate.objects.filter(pk=certificate.pk).update(**fields)


def chapter() -> ChapterPage:
    """Return a chapter with a heading, a term of the glossary and a note."""
    title = "Kapitull që përkthehet më vonë"
    page = ChapterPage(title=title, slug=CHAPTER, summary=title, translation_key=CHAPTER_KEY)
    page.body = [
        ("heading", "Një titull"),
        ("text", "<p>Menaxhimi i rastit vazhdon.^[Një shënim në fund të faqes.]</p>"),
        ("text", f"<p>Rastet hyjnë në {DIARY}.</p>"),
    ]
    return page


def recommend(page: Page, **queries: str) -> None:
    """Make a page the best bet for one query of each language."""
    for language, query in queries.items():
        best_bet = BestBet(language=language, queries=query)
        best_bet.pages = [PromotedPage(page=page, note="Nis këtu.")]
        best_bet.save()


def add(parent: Page, page: Page) -> list[Page]:
    """Publish a page in the source language; return it with its aliases in the others."""
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision().publish()
    others = Locale.objects.exclude(pk=parent.locale_id)
    return [page, *(page.copy_for_translation(locale, alias=True) for locale in others)]


def make_invitation() -> None:
    """Invite somebody whose link is known here."""
    Invitation.objects.create(
        address="e-ftuar@example.org",
        language="sq",
        invited_by=User.objects.get(email="admin@example.org"),
        token_digest=hashlib.sha256(TOKEN.encode()).hexdigest(),
        expires_at=timezone.now() + timedelta(days=14),
    )
