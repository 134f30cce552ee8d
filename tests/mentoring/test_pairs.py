"""The page of a pair and its agreement: what is next, who signed what, and who may not."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mentoring.models import Agreement, Change, PairMessage, ReadMark
from mentoring.models.request import State
from mentoring.pairs import agreeing, talking
from mentoring.requests import actions
from portal.accounts.models import Message
from portal.personal.erasure import erase_key
from portal.publishing.refusals import RefusedError
from tests.mentoring.asking import ask, by
from tests.mentoring.pairing import AGREED, make_pair, typed
from tests.mentoring.people import make_mentee
from tests.portal.people import address
from tests.test_budgets import bare_queries, queries
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
WORKSPACE = 12  # queries beyond a bare page


@pytest.fixture
def pair(mentee, mentor):
    return make_pair(mentee, mentor)


@pytest.fixture
def mine(mentee):
    return client_of(mentee.user)


@pytest.fixture
def theirs(mentor):
    return client_of(mentor.user)


def page(client, pair, name: str = "mentoring_pair", language: str = "sq") -> str:
    return client.get(address(name, language, pair.key)).content.decode()


def post(client, pair, **said) -> str:
    url = address("mentoring_agreement", "sq", pair.key)
    return client.post(url, said, follow=True).content.decode()


def test_the_page_says_who_the_other_is_and_what_comes_next(mine, theirs, pair, mentee, mentor):
    text = page(mine, pair)
    assert "Ju dhe Ana Leka" in text
    assert address("mentor", "sq", mentor.code) in text
    assert "Shkruani për çfarë jeni marrë vesh" in text
    assert "Write down what you agree on" in page(mine, pair, language="en")
    said = {name: AGREED[name] for name in AGREED}
    agreement = agreeing.write(request=pair, by=mentee, mark="", said=said)
    assert "Lexoni marrëveshjen dhe nënshkruajeni" in page(theirs, pair)
    for who in (mentor, mentee):
        agreeing.sign(request=pair, by=who, mark=agreement.mark)
    assert "propozoni kur mund të takoheni" in page(mine, pair)
    talking.send(request=pair, by=mentee, text="Mirë se u gjetëm", once=pair.key)
    assert "Propozoni kur mund të takoheni herën tjetër" in page(mine, pair)
    assert "Ju pret 1 mesazh i ri" in page(theirs, pair)
    theirs.get(address("mentoring_messages", "sq", pair.key))
    assert "Përgjigjuni" in page(theirs, pair)
    for url in (address("mentoring_requests"), address("my_page")):
        assert address("mentoring_pair", "sq", pair.key) in mine.get(url).content.decode()
    request_page = page(mine, pair, "mentoring_request")
    assert address("mentoring_pair", "sq", pair.key) in request_page


def test_the_page_keeps_to_its_budget(home, mine, pair, mentee, mentor):
    agreeing.write(request=pair, by=mentor, mark="", said=AGREED)
    for number in range(30):
        talking.send(request=pair, by=mentor, text=f"m{number}", once=pair.key)
    url = address("mentoring_pair", "sq", pair.key)
    assert queries(url, mine) - bare_queries(home, mine) <= WORKSPACE
    actions.complete(request=pair, by=by(mentor, pair))
    assert queries(url, mine) - bare_queries(home, mine) <= WORKSPACE


def test_both_sign_what_they_have_read_and_a_change_takes_both_signatures(mine, theirs, pair):
    text = page(mine, pair, "mentoring_agreement")
    assert pair.goals in text
    assert "një e mbijetuar" in text
    assert "field--invalid" in post(mine, pair, goals="", mark="")
    post(mine, pair, **typed())
    agreement = Agreement.objects.get()
    first = agreement.mark
    post(theirs, pair, sign="1", mark=first)  # who did not write it signs first
    post(mine, pair, sign="1", mark=first)
    assert "message--info" in post(mine, pair, sign="1", mark=first)
    agreement.refresh_from_db()
    assert agreement.is_signed
    assert "hiqen të dyja nënshkrimet" in page(mine, pair, "mentoring_agreement")
    post(theirs, pair, **typed(first))  # the same words
    agreement.refresh_from_db()
    assert (agreement.version, agreement.is_signed) == (1, True)
    post(theirs, pair, **typed(first, goals="Dy takime."))
    agreement.refresh_from_db()
    assert agreement.version == 2
    assert agreement.mentor_signed_at is agreement.mentee_signed_at is None
    assert "message--warning" in post(mine, pair, sign="1", mark=first)
    agreement.refresh_from_db()
    assert not agreement.mentee_signed_at


def test_of_two_who_write_at_once_the_second_reads_both_and_loses_nothing(mine, theirs, pair):
    post(mine, pair, **typed(goals="Të parat"))
    text = post(theirs, pair, **typed(goals="Të dytat"))
    assert "Asgjë nuk u ruajt" in text
    assert "Të parat" in text
    assert "Të dytat" in text
    agreement = Agreement.objects.get()
    assert agreement.goals == "Të parat"
    assert f'value="{agreement.mark}"' in text
    post(theirs, pair, **typed(agreement.mark, goals="Të dytat"))
    agreement.refresh_from_db()
    assert (agreement.goals, agreement.version) == ("Të dytat", 2)


def test_contact_details_are_asked_about_once_and_markup_is_shown_as_typed(mine, pair):
    said = typed(goals="<b>Më shkruani</b> \u202ete ana@example.org")
    assert 'name="warned"' in post(mine, pair, **said)
    assert not Agreement.objects.exists()
    text = post(mine, pair, **said, warned="1")
    assert "&lt;b&gt;" in text
    assert "\u202e" not in Agreement.objects.get().goals


def test_the_other_is_told_once_in_their_language_and_nobody_is_named(mine, pair, mentor, mentee):
    type(mentor.user).objects.filter(pk=mentor.user_id).update(preferred_language="en")
    post(mine, pair, **typed())
    post(mine, pair, **typed(Agreement.objects.get().mark, goals="Tjetër"))
    told = Message.objects.get()
    assert (told.to, told.link) == (mentor.user, address("mentoring_agreement", "en", pair.key))
    assert mentee.name not in told.subject + told.text
    client_of(mentor.user).get(told.link)
    agreeing.sign(request=pair, by=mentor, mark=Agreement.objects.get().mark)
    assert [each.to for each in Message.objects.filter(read_at=None)] == [mentee.user]


def test_before_it_is_accepted_and_for_others_there_is_no_pair(mine, theirs, mentee, mentor):
    request = ask(mentee, mentor)
    names = ("mentoring_pair", "mentoring_agreement", "mentoring_messages")
    for name in names:
        assert mine.get(address(name, "sq", request.key)).status_code == 404
    with pytest.raises(RefusedError):
        talking.send(request=request, by=mentee, text="x", once=request.key)
    actions.accept(request=request, by=by(mentor, request))
    other = client_of(make_mentee("tjetra@example.org").user)
    for name in names:
        assert mine.get(address(name, "sq", request.key)).status_code == 200
        assert other.get(address(name, "sq", request.key)).status_code == 404
        assert other.post(address(name, "sq", request.key), {"text": "x"}).status_code in (404, 405)


def test_after_the_end_both_read_and_nobody_writes(mine, theirs, pair, mentee, mentor):
    agreement = agreeing.write(request=pair, by=mentee, mark="", said=AGREED)
    talking.send(request=pair, by=mentee, text="Një fjalë", once=pair.key)
    actions.end(request=pair, by=by(mentee, pair))
    text = page(theirs, pair)
    assert "deri më" in text
    assert "Një fjalë" in page(theirs, pair, "mentoring_messages")
    assert AGREED["goals"] in page(theirs, pair, "mentoring_agreement")
    assert 'name="text"' not in page(theirs, pair, "mentoring_messages")
    late = post(theirs, pair, **typed(agreement.mark, goals="Vonë"))
    assert "Kjo dyshe e përfundoi punën" in late
    assert "message--warning" in post(theirs, pair, sign="1", mark=agreement.mark)
    url = address("mentoring_messages", "sq", pair.key)
    assert "Kjo dyshe" in theirs.post(url, {"text": "Vonë"}).content.decode()
    with pytest.raises(RefusedError):
        talking.take_back(message=PairMessage.objects.get())
    assert PairMessage.objects.get().text == "Një fjalë"


def test_a_year_after_the_end_the_words_go(mine, pair, mentee, mentor, publish):
    agreeing.write(request=pair, by=mentee, mark="", said=AGREED)
    talking.send(request=pair, by=mentee, text="Një fjalë", once=pair.key)
    talking.mark_read(request=pair, reader=mentor)
    Change.objects.create(
        request=pair, was=State.SENT, state=State.ACCEPTED, by="mentor", at="2020-01-01T00:00:00Z"
    )
    publish(call_command, "retention")
    assert PairMessage.objects.exists()  # it is at work, however old
    actions.complete(request=pair, by=by(mentee, pair))
    publish(call_command, "retention")
    assert PairMessage.objects.exists()
    Change.objects.update(at=timezone.now() - timedelta(days=366))
    publish(call_command, "retention")
    for model in (PairMessage, Agreement, ReadMark):
        assert not model.objects.exists()
    assert "u fshi dymbëdhjetë muaj" in page(mine, pair)


def test_whoever_is_erased_leaves_no_word_and_no_name(theirs, pair, mentee, mentor):
    agreeing.write(request=pair, by=mentor, mark="", said=AGREED)
    talking.send(request=pair, by=mentee, text="Një fjalë", once=pair.key)
    talking.send(request=pair, by=mentor, text="Përgjigjja", once=pair.key)
    erase_key(mentee.user.key)
    text = page(theirs, pair, "mentoring_messages")
    assert "dikush që nuk është më këtu" in text
    assert "Përgjigjja" in text
    assert "Një fjalë" not in text
    assert "Dea Hoxha" not in page(theirs, pair)
    assert not Agreement.objects.exists()
