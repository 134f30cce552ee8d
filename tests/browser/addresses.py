"""Every public template and state, with an address that shows it in each language."""

from tests.browser.account_addresses import (
    CERTIFICATES,
    FOR_VISITORS,
    JOINING,
    LEAVING,
    PASSKEYS,
    SECOND_STEP,
    SIGNED_IN,
)
from tests.browser.address import Address
from tests.browser.content import CHAPTER_KEY, COMMENT_KEYS, RESTRICTED, UNTRANSLATED
from tests.browser.knowledge_addresses import KNOWLEDGE
from tests.browser.mentoring_addresses import MENTORING, OF_MEMBERS
from tests.browser.search_addresses import SEARCHES
from tests.browser.training_addresses import (
    COMING_IN,
    FINISHING,
    GROUPS,
    PROGRESS_DESK,
    TAKING,
    TRAINING,
)

INDEX = "projects/project_index_page.html"
PROJECT = "projects/project_page.html"
STANDARD = "home/standard_page.html"
ERROR = "errors/error.html"
BARE = "errors/bare.html"

ADDRESSES = {
    "front page": Address("home/home_page.html", "", ""),
    "projects": Address(INDEX, "projekte/", "projects/"),
    "projects, filtered": Address(
        INDEX, "projekte/?municipality=vlora&year=2020", "projects/?municipality=vlora&year=2020"
    ),
    "projects, none": Address(
        INDEX,
        "projekte/?municipality=elbasan&year=2024",
        "projects/?municipality=elbasan&year=2024",
    ),
    "projects, unknown filter": Address(
        INDEX, "projekte/?municipality=atlantis", "projects/?municipality=atlantis", 404
    ),
    "projects, past the end": Address(INDEX, "projekte/?page=99", "projects/?page=99", 404),
    "iris": Address(PROJECT, "projekte/iris-progress/", "projects/iris-progress/"),
    "models": Address(
        PROJECT,
        "projekte/modele-te-integrimit-socio-ekonomik/",
        "projects/models-of-socio-economic-integration/",
    ),
    "update": Address(
        "projects/project_update_page.html",
        "projekte/iris-progress/fillon-puna-ne-vlore/",
        "projects/iris-progress/work-begins-in-vlora/",
    ),
    "municipalities": Address(
        "projects/municipality_index_page.html", "bashki/", "municipalities/"
    ),
    "municipality": Address(
        "projects/municipality_page.html", "bashki/vlore/", "municipalities/vlora/"
    ),
    "help": Address("home/help_page.html", "kontakte-te-dobishme/", "useful-contacts/"),
    "news": Address("home/news_index_page.html", "njoftime/", "news/"),
    "news, past the end": Address(
        "home/news_index_page.html", "njoftime/?page=99", "news/?page=99", 404
    ),
    "news page": Address(
        "home/news_page.html", "njoftime/takim-i-hapur-ne-vlore/", "news/open-meeting-in-vlora/"
    ),
    "contact": Address("home/contact_page.html", "na-kontaktoni/", "contact-us/"),
    "contact form": Address("enquiries/write.html", "na-shkruani/", "write-to-us/"),
    "contact, sent": Address("enquiries/sent.html", "na-shkruani/u-dergua/", "write-to-us/sent/"),
    "about": Address(STANDARD, "rreth-nesh/", "about-us/"),
    "people": Address(STANDARD, "rreth-nesh/njerezit/", "about-us/our-people/"),
    "registration": Address(
        STANDARD, "rreth-nesh/regjistrimi-dhe-raportet/", "about-us/registration-and-reports/"
    ),
    "press": Address(STANDARD, "rreth-nesh/per-gazetaret/", "about-us/for-journalists/"),
    "safety": Address(STANDARD, "siguria/", "safety/"),
    "accessibility": Address(STANDARD, "deklarata-e-aksesueshmerise/", "accessibility/"),
    "privacy": Address(STANDARD, "privatesia/", "privacy/"),
    "cookies": Address(STANDARD, "cookie-t/", "cookies/"),
    "untranslated": Address(STANDARD, f"rreth-nesh/{UNTRANSLATED}/", f"about-us/{UNTRANSLATED}/"),
    "password": Address(
        "portal/password_required.html",
        f"rreth-nesh/{RESTRICTED}/",
        f"about-us/{RESTRICTED}/",
    ),
    "comments": Address(
        "comments/list.html", f"komente/{CHAPTER_KEY}/?page=2", f"comments/{CHAPTER_KEY}/?page=2"
    ),
    "a comment to write": Address(
        "comments/write.html",
        f"komente/{CHAPTER_KEY}/shkruani/",
        f"comments/{CHAPTER_KEY}/write/",
    ),
    **{
        f"a comment, {state}": Address("comments/sent.html", f"koment/{key}/", f"comment/{key}/")
        for state, key in COMMENT_KEYS.items()
    },
    **FOR_VISITORS,
    **SEARCHES,
    **KNOWLEDGE,
    **TRAINING,
    **MENTORING,
    "403": Address(ERROR, "_errors/403/", "_errors/403/", 403),
    "404": Address(ERROR, "_errors/404/", "_errors/404/", 404),
    "429": Address(ERROR, "_errors/429/", "_errors/429/", 429),
    "400": Address(BARE, "_errors/400/", "_errors/400/", 400),
    "more than a share": Address(ERROR, "_errors/share/", "_errors/share/", 429),
    "passwords, busy": Address(ERROR, "_errors/busy/", "_errors/busy/", 503),
    "413": Address(BARE, "_errors/413/", "_errors/413/", 413),
    "503": Address(BARE, "_errors/503/", "_errors/503/", 503),
    "500": Address(BARE, "_errors/500/", "_errors/500/", 500),
    "gallery": Address("portal/gallery.html", "_components/", "_components/"),
    "gallery of mails": Address("mail/gallery.html", "_mails/", "_mails/"),
    "a mail": Address(
        "mail/base.html",
        "_mails/examples/message_waits/sq/",
        "_mails/examples/message_waits/en/",
    ),
}

# The first address of each template; the repository's public templates must all be among them.
TEMPLATES_COVERED = {
    **dict.fromkeys(
        (
            template
            for part in (
                *(SIGNED_IN, SECOND_STEP, PASSKEYS, JOINING, LEAVING),
                *(CERTIFICATES, TAKING, GROUPS, PROGRESS_DESK, FINISHING, COMING_IN),
                OF_MEMBERS,
            )
            for template in part.values()
        ),
        "",
    ),
    **{address.template: address.path("sq") for address in reversed(ADDRESSES.values())},
}
