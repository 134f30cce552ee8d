"""A member's own profile: how they join, write it, see it as others do, are listed, and pause."""

from copy import copy
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile
from mentoring.profiles import actions, photographs
from mentoring.profiles.complete import missing
from mentoring.profiles.forms import JoinForm, PauseForm, PhotographForm, ProfileForm
from mentoring.profiles.reading import (
    may_open,
    members,
    mine,
    profile_of,
    reader_of,
    standing_of,
)
from mentoring.profiles.showing import Reader, Shown, sees_anything
from portal.accounts.models import User
from portal.accounts.typed import signed_in_to_write, typed_before
from portal.media.forms import NOT_STORED
from portal.methods import require_form
from portal.middleware import takes_picture
from portal.publishing.refusals import RefusedError

READERS = {
    "everyone": (Reader.STRANGER, gettext_lazy("Everyone")),
    "members": (Reader.MEMBER, gettext_lazy("Members")),
    "matched": (Reader.MATCHED, gettext_lazy("People I work with")),
}


@require_form
@signed_in_to_write
def join(request: HttpRequest) -> HttpResponse:
    """Show the code of conduct to whoever may join, and let them."""
    user = cast(User, request.user)
    standing = standing_of(user)
    if standing.profile:
        return redirect("mentoring_profile")
    if not standing.may_join:
        raise Http404
    before = standing.known
    known = {"is_mentor": before.is_mentor, "is_mentee": before.is_mentee} if before else {}
    form = JoinForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        roles = {name: form.cleaned_data[name] for name in ("is_mentor", "is_mentee")}
        actions.join(user=user, **roles)
        messages.success(request, _("Welcome. Now tell others about yourself."))
        return redirect("mentoring_profile")
    context = {"form": form, "code": CODE_OF_CONDUCT, "was_inside": bool(before)}
    return TemplateResponse(request, "mentoring/join.html", context)


@require_form
@members
def edit(request: HttpRequest) -> HttpResponse:
    """Let a member say who they are, and show what they can do with their profile."""
    profile, user = mine(request), cast(User, request.user)
    # The page around the form says what is saved, not what was typed.
    form = ProfileForm(request.POST or typed_before(request, user), instance=copy(profile))
    if request.method == "POST" and form.is_valid():
        actions.save(profile=profile, said=form.said)
        messages.success(request, _("Your mentoring profile was saved."))
        return redirect("mentoring_profile")
    return _show(request, form=form)


@require_safe
@members
def view_as(request: HttpRequest) -> HttpResponse:
    """Show a member their profile as others see it, with the words that they have now."""
    profile = copy(mine(request))
    profile.reviewed = profile.words()
    chosen = request.GET.get("as", "members")
    if chosen not in READERS:
        raise Http404
    reader, _label = READERS[chosen]
    context = {
        "profile": profile,
        "shown": Shown(profile, reader),
        "is_there": sees_anything(profile, reader),
        "readers": [(name, label, name == chosen) for name, (_reader, label) in READERS.items()],
    }
    return TemplateResponse(request, "mentoring/view_as.html", context)


@require_form
@members
def listing(request: HttpRequest) -> HttpResponse:
    """Ask to be listed, or be taken out of the directory at once."""
    if request.method != "POST":
        return redirect("mentoring_profile")
    if "off" in request.POST:
        actions.take_off(profile=mine(request))
        messages.success(request, _("Your profile is not in the directory any more."))
        return redirect("mentoring_profile")
    try:
        actions.ask_to_be_listed(profile=mine(request))
    except RefusedError as refused:
        messages.warning(request, " ".join(refused.messages))
    else:
        messages.success(
            request, _("The coordinator will read your profile. We will send you a message.")
        )
    return redirect("mentoring_profile")


@require_form
@members
def pause(request: HttpRequest) -> HttpResponse:
    """Pause, or go on."""
    if request.method != "POST":
        return redirect("mentoring_profile")
    if "resume" in request.POST:
        actions.resume(profile=mine(request))
        messages.success(request, _("You take new requests again."))
        return redirect("mentoring_profile")
    form = PauseForm(request.POST)
    if not form.is_valid():
        return _show(request, pause_form=form)
    actions.pause(profile=mine(request), until=form.cleaned_data["until"])
    messages.success(request, _("You are pausing. Nobody new can ask you, and nobody is told why."))
    return redirect("mentoring_profile")


@require_form
@takes_picture
@members
def photograph(request: HttpRequest) -> HttpResponse:
    """Keep a photograph of a member, or delete it."""
    if request.method != "POST":
        return redirect("mentoring_profile")
    if "remove" in request.POST:
        photographs.remove(profile=mine(request))
        messages.success(request, _("Your photograph was deleted."))
        return redirect("mentoring_profile")
    form = PhotographForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            photographs.keep(profile=mine(request), photograph=form.cleaned_data["photograph"])
        except OSError:
            form.add_error("photograph", NOT_STORED)
        else:
            messages.success(request, _("Your photograph was saved."))
            return redirect("mentoring_profile")
    return _show(request, photograph_form=form)


@require_safe
def mentor_photograph(request: HttpRequest, code: str) -> HttpResponseBase:
    """Give the photograph of a profile to its person and to those who see it; else there is none.

    Their own is shown to them before the coordinator has seen it.
    """
    profile = get_object_or_404(Profile.objects.select_related("user"), code=code)
    if profile_of(request.user) == profile:
        return photographs.respond(profile)
    reader = reader_of(request.user, profile)
    if not may_open(profile, reader) or not Shown(profile, reader).photograph:
        raise Http404
    return photographs.respond(profile)


def _show(request: HttpRequest, **forms: Any) -> HttpResponse:
    profile = mine(request)
    context = {
        "profile": profile,
        "form": forms.get("form") or ProfileForm(instance=copy(profile)),
        "pause_form": forms.get("pause_form") or PauseForm(),
        "photograph_form": forms.get("photograph_form") or PhotographForm(),
        "missing": missing(profile),
    }
    return TemplateResponse(request, "mentoring/edit.html", context)
