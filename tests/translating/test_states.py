"""How far a translation is follows from what was written and published, and from nothing else."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from wagtail_localize.models import StringTranslation

from portal.translating.models import State, TranslationState
from portal.translating.renewing import keep_words, write_words
from portal.translation_records import publish_translation
from tests.factories import ThemeFactory
from tests.translating.conftest import (
    AIM,
    RENEWED,
    WORDS,
    renew,
    republish,
    state,
    translation_of,
    waiting,
)


def test_a_page_that_nobody_translated_counts_its_words(project):
    row = state(project)
    assert (row.state, row.title, row.is_public) == (State.UNTRANSLATED, "Projekti", True)
    assert row.words == row.words_left == 7


def test_what_visitors_cannot_read_is_nobodys_work(project, publish):
    publish(project.unpublish)
    assert not state(project).is_public


def test_a_translation_is_in_work_and_then_translated(project, english, publish):
    publish(publish_translation, project, english, WORDS)
    assert (state(project).state, state(project).words_left) == (State.TRANSLATED, 0)
    assert state(project).target_pk == project.get_translation(english).pk


def test_another_telephone_number_is_urgent_until_its_translation_is_published(
    project, translated, publish
):
    republish(project, aim=RENEWED)
    assert (state(project).state, state(project).words_left) == (State.URGENT, 3)
    since = state(project).since
    renew(project, "Call 0800 222.")
    assert (state(project).state, state(project).words_left) == (State.URGENT, 0)
    assert state(project).since == since
    publish(translation_of(project).save_target, publish=True)
    assert state(project).state == State.TRANSLATED
    translated.refresh_from_db()
    assert "0800 222" in translated.aim


def test_another_wording_makes_a_translation_stale(project, translated):
    republish(project, aim="<p>Merrni 0800 111 në telefon.</p><p>Për të gjitha.</p>")
    assert state(project).state == State.STALE


def test_a_new_paragraph_makes_a_translation_stale(project, translated):
    republish(project, aim=f"{AIM}<p>Nga viti 2027.</p>")
    assert state(project).state == State.STALE


def test_a_number_that_was_taken_out_of_a_changed_text_is_urgent(project, translated):
    republish(project, aim="<p>Për të gjitha gratë në nevojë.</p>")
    assert state(project).state == State.URGENT


def test_another_link_under_changed_words_is_urgent(project, english, publish):
    link = '<p>Lexoni <a href="https://example.org/{}">{}</a>.</p>'
    republish(project, aim=link.format("a", "planin"))
    words = [*WORDS[:2], (link.format("a", "planin"), link.format("a", "the plan"))]
    publish(publish_translation, project, english, words)
    republish(project, aim=link.format("b", "planin e ri"))
    assert state(project).state == State.URGENT


def test_a_figure_in_a_field_needs_nobody(project, translated):
    republish(project, end_date=date(2031, 1, 1))
    assert state(project).state == State.TRANSLATED


def test_better_words_for_the_same_text_are_work(project, translated):
    segment = translation_of(project).source.stringsegment_set.get(string__data="Projekti")
    write_words(translation=translation_of(project), words={segment: "Our project"}, by=None)
    assert (state(project).state, state(project).words_left) == (State.IN_WORK, 0)


def test_the_old_translation_is_there_to_begin_with(project, translated):
    republish(project, aim=RENEWED)
    (change,) = waiting(project)
    assert (change.old, change.new) == ("Telefononi 0800 111.", "Telefononi 0800 222.")
    assert change.public.words == "Call 0800 111."
    assert change.is_urgent


def test_each_text_of_a_field_finds_its_own_translation(project, translated):
    republish(project, aim="<p>Për të gjithë.</p><p>Merrni 0800 111 falas.</p>")
    old = {change.new: change.old for change in waiting(project)}
    assert old == {
        "Për të gjithë.": "Për të gjitha.",
        "Merrni 0800 111 falas.": "Telefononi 0800 111.",
    }


def test_a_mended_slip_lets_the_translation_stay(project, translated, publish):
    republish(project, aim="<p>Telefonnoni 0800 111!</p><p>Për të gjitha.</p>")
    (change,) = waiting(project)
    assert change.is_slight
    keep_words(translation=translation_of(project), changes=[change], by=None)
    publish(translation_of(project).save_target, publish=True)
    assert state(project).state == State.TRANSLATED
    translated.refresh_from_db()
    assert "Call 0800 111." in translated.aim


@pytest.mark.parametrize("text", ["Telefononi 0800 112.", "Mos telefononi 0800 111."])
def test_another_meaning_is_not_slight(project, translated, text):
    republish(project, aim=f"<p>{text}</p><p>Për të gjitha.</p>")
    (change,) = waiting(project)
    assert not change.is_slight


def test_a_deleted_page_leaves_no_state(project, translated, publish):
    key = project.translation_key
    publish(project.delete)
    assert not TranslationState.objects.filter(translation_key=key).exists()


def test_a_translation_taken_back_is_untranslated(project, translated, admin_user, publish):
    publish(translated.delete)
    assert state(project).state == State.UNTRANSLATED


def test_a_page_that_goes_its_own_way_needs_no_translator(project, translated, admin_client):
    admin_client.post(f"/admin/localize/translate/{translation_of(project).pk}/disable/")
    assert state(project).state == State.TRANSLATED


def test_terms_have_states(english, publish):
    theme = ThemeFactory(name="Strehim")
    call_command("translation_states", verbosity=0)
    assert state(theme).state == State.UNTRANSLATED
    publish(publish_translation, theme, english, [("Strehim", "Housing")])
    assert state(theme).state == State.TRANSLATED


def test_the_command_mends_what_was_left_behind(project, translated):
    StringTranslation.objects.all().delete()
    TranslationState.objects.update(state=State.REVIEW)
    call_command("translation_states", verbosity=0)
    assert state(project).state == State.UNTRANSLATED


def test_readers_of_an_urgent_page_are_led_to_the_original(project, translated, client):
    republish(project, aim=RENEWED)
    notice = BeautifulSoup(client.get(translated.url).content, "html.parser").select_one(".notice")
    assert notice.select_one("a")["href"] == project.url
    assert b'class="notice"' not in client.get(project.url).content


def test_readers_of_another_wording_are_not_troubled(project, translated, client):
    republish(project, aim="<p>Merrni 0800 111 në telefon.</p><p>Për të gjitha.</p>")
    assert b'class="notice"' not in client.get(translated.url).content
