"""What the editors' desk needs beside Wagtail's: nothing that was typed is lost or rewritten."""

from django import forms
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from wagtail import hooks

# What Wagtail calls its models and fields where no catalogue is asked.
NAMES = {
    "Locale": gettext_lazy("Language"),
    "Page": gettext_lazy("Page"),
    "Sync from": gettext_lazy("Takes its pages from"),
}
SCRIPTS = ("typed", "signed_in", "autosave", "anchor", "lists", "choices", "names")


def say_how_dates_are_written() -> None:
    """Make every form, of whichever package, refuse a date in words that help."""
    date = gettext_lazy("This date cannot be read. Write it as 12.3.2024.")
    time = gettext_lazy("This time cannot be read. Write it as 14:30.")
    both = gettext_lazy("This date and time cannot be read. Write them as 12.3.2024 14:30.")
    forms.DateField.default_error_messages["invalid"] = date
    forms.TimeField.default_error_messages["invalid"] = time
    forms.DateTimeField.default_error_messages["invalid"] = both


@require_GET
def session(request: HttpRequest) -> JsonResponse:
    """Return who is signed in, null for nobody, with the token that forms need."""
    return JsonResponse({"user": request.user.pk, "token": get_token(request)})


def words() -> dict[str, str | dict[str, str]]:
    """Return what the scripts say, by the names that they know."""
    return {
        "signedOut": _(
            "You are no longer signed in. Nothing was sent; what you typed is still here. "
            "Sign in in another tab, come back, and save again."
        ),
        "somebodyElse": _(
            "Somebody else is signed in now. Nothing was sent; what you typed is still here. "
            "Sign in as yourself in another tab, come back, and save again."
        ),
        "offline": _(
            "There is no connection. Nothing was sent; what you typed is still here. "
            "Leave this page open and save again later."
        ),
        "server": _(
            "The portal does not answer as it should. Nothing was sent; what you typed is "
            "still here. Leave this page open and save again later."
        ),
        "signIn": _("Open the sign-in page"),
        "choices": _("Find in the list"),
        "search": _("Search"),
        "translation": _("Translation"),
        "moreActions": _("More actions"),
        "names": {name: str(said) for name, said in NAMES.items()},
        "number": _("Write the number without separators, for example 19818 or 19.818."),
    }


@hooks.register("insert_global_admin_js")
def insert_scripts() -> SafeString:
    """Load the desk's scripts on every page of the admin, with their words."""
    data = {
        "session": reverse("desk_session"),
        "signIn": reverse("wagtailadmin_login"),
        "words": words(),
    }
    sources = ((static(f"js/desk/{name}.js"),) for name in SCRIPTS)
    scripts = format_html_join("", '<script src="{}"></script>', sources)
    return json_script(data, "desk") + scripts


@hooks.register("insert_global_admin_css")
def insert_styles() -> SafeString:
    """Load the desk's style sheet."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk.css"))
