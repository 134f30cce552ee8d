"""Mentoring's part of the demonstration content: its pages, and twelve people who take part."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from mentoring.demo_work import make_work
from mentoring.models import (
    Change,
    DirectoryPage,
    MentoringPage,
    PairMessage,
    Profile,
    Report,
    Request,
    Round,
)
from mentoring.models.profile import Part
from mentoring.models.report import Kind
from mentoring.models.request import State
from mentoring.pairs import agreeing, talking
from mentoring.pairs.forms import ENDING
from mentoring.profiles import actions as profiles
from mentoring.profiles.reviewing import accept as accept_profile
from mentoring.profiles.reviewing import seen
from mentoring.requests import actions
from mentoring.requests.rules import ANSWER_WITHIN
from mentoring.requests.steps import Actor
from mentoring.safeguarding.actions import report
from mentoring.safeguarding.things import of_pair
from portal.accounts.models import User
from portal.demo.build import Demo
from portal.demo.content import Content
from portal.terms.models import Municipality, Need, Skill, source_terms

CONTENT = Content(__file__)
OF_ACCOUNT = ("name", "position", "organisation")
TERMS = {"needs": Need, "skills": Skill}


def outline(demo: Demo) -> None:
    """Name the pages, which every installation has."""
    demo.pages["mentoring"] = MentoringPage.objects.get(locale=demo.source)
    demo.pages["directory"] = DirectoryPage.objects.get(locale=demo.source)


def write(demo: Demo) -> None:
    """Write both pages."""
    for key in ("mentoring", "directory"):
        demo.write(key, CONTENT[key])


@transaction.atomic
def make_people() -> None:
    """Make the round, its members and what they asked each other, unless a round is there."""
    if Round.objects.exists():
        return
    today = timezone.localdate()
    Round.objects.create(
        opens_on=today - timedelta(days=100), closes_on=today + timedelta(days=100)
    )
    content = CONTENT["people"]
    coordinator = User.objects.get(email=email("coordinator"))
    password = make_password(settings.DEMO_PASSWORD)  # once, for it takes a while
    people = {
        name: make_member(account(name, said, password), said, coordinator)
        for name, said in content["members"].items()
    }
    for row in content["requests"]:
        make_request(people[row["mentee"]], people[row["mentor"]], row)
    for row in content["reports"]:
        make_report(people[row["by"]], people[row["about"]], row)


def email(name: str) -> str:
    """Return the address of an account of the demonstration."""
    return f"{name}@example.org"


def account(name: str, said: dict[str, Any], password: str) -> User:
    """Return the account of a member, which is made unless it is there."""
    known = User.objects.filter(email=email(name)).first()
    if known:
        return known
    place = Municipality.objects.filter(source_terms(), slug=said.get("municipality", "")).first()
    user = User.objects.create(
        email=email(name),
        password=password,
        preferred_language=settings.LANGUAGE_CODE,
        municipality=place,
        **{field: said.get(field, "") for field in OF_ACCOUNT},
    )
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def make_member(user: User, said: dict[str, Any], coordinator: User) -> Profile:
    """Return the profile of somebody who joins; a mentor's is listed unless it waits."""
    profile = profiles.join(user=user, is_mentor="is_mentor" in said, is_mentee="is_mentee" in said)
    fields = {field.name for field in Profile._meta.fields} - {"name", "municipality"}
    words = {name: value for name, value in said.items() if name in fields}
    if days := said.get("from_now"):
        words["available_from"] = timezone.localdate() + timedelta(days=days)
    for name, model in TERMS.items():
        words[name] = model.objects.filter(source_terms(), slug__in=said.get(name, ()))
    words["integration_models"] = models(said.get("models", ()))
    audience = said.get("shows", "members")
    words["audiences"] = dict.fromkeys(Part.values, audience)
    profiles.save(profile=profile, said=words)
    if profile.is_mentor:
        profiles.ask_to_be_listed(profile=profile)
    if profile.is_mentor and "waits" not in said:
        profile.refresh_from_db()
        accept_profile(profile=profile, mark=seen(profile), by=coordinator)
    profile.refresh_from_db()
    return profile


def models(slugs: list[str]) -> Any:
    """Return the integration models with these addresses in the source language."""
    field: Any = Profile._meta.get_field("integration_models")
    return field.related_model.objects.filter(source_terms(), slug__in=slugs)


def make_request(mentee: Profile, mentor: Profile, said: dict[str, Any]) -> None:
    """Have a mentee ask a mentor so many days ago, and have it become what it is to be."""
    draft = actions.save_draft(mentee=mentee, mentor=mentor, goals=mentee.goals, message="")
    request = actions.send(request=draft, by=Actor.of(draft, mentee))
    sent = timezone.now() - timedelta(days=said["ago"])
    Request.objects.filter(pk=request.pk).update(sent_at=sent, due_at=sent + ANSWER_WITHIN)
    if said["becomes"] == State.EXPIRED:
        actions.expire(request=request)
    if said["becomes"] in (State.ACCEPTED, State.COMPLETED):
        actions.accept(request=request, by=Actor.of(request, mentor))
        begin(request, {"mentee": mentee, "mentor": mentor}, said)
    answered = sent + timedelta(days=1)
    Change.objects.filter(request=request).update(at=answered)
    Request.objects.filter(pk=request.pk, answered_at__isnull=False).update(answered_at=answered)
    if "held" in said:
        make_work(request, said)
    if said["becomes"] == State.COMPLETED:
        actions.complete(request=request, by=Actor.of(request, mentor))


def begin(request: Request, people: dict[str, Profile], said: dict[str, Any]) -> None:
    """Have a pair agree, sign and write to each other, a day between two messages."""
    agreed = {"rhythm_words": "", "ending": str(ENDING), "goals": request.goals}
    agreement = agreeing.write(
        request=request, by=people["mentee"], mark="", said=agreed | {"rhythm": said["rhythm"]}
    )
    for person in people.values():
        agreeing.sign(request=request, by=person, mark=agreement.mark)
    for number, (role, text) in enumerate(said["messages"]):
        message = talking.send(request=request, by=people[role], text=text, once=uuid4())
        at = timezone.now() - timedelta(days=said["ago"] - 2 - number)
        PairMessage.objects.filter(pk=message.pk).update(created_at=at)


def make_report(by: Profile, about: Profile, said: dict[str, Any]) -> None:
    """Have one of a pair report it so many days ago; nobody has decided yet."""
    key = Request.objects.at_work().between(by, about).get().key
    words = {"reason": said["reason"], "words": said["words"]}
    row = report(thing=of_pair(by, key), kind=Kind.PAIR, key=key, **words)
    made = timezone.now() - timedelta(days=said["ago"])
    Report.objects.filter(pk=row.pk).update(made_at=made)
