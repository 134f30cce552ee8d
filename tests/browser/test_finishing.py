"""A participant passes, downloads the certificate, and an employer verifies it, by every hand."""

import re

from playwright.sync_api import expect

from tests.browser.address import Address
from tests.browser.finishers import CLOSED
from tests.browser.hands import Pointer, Touch
from tests.browser.test_my_data import sign_in
from tests.browser.training_addresses import TRAINING, of_programme
from tests.browser.words import quiz_button, say
from tests.portal.people import address

FINAL_TEST = Address("training/quiz_page.html", *of_programme("testi-perfundimtar/", "final-test/"))


def pass_the_final_test(hands: Pointer) -> None:
    """Hand in what the person had answered before."""
    page, language = hands.page, hands.language
    page.goto(TRAINING["programme"].path(language))
    main = page.get_by_role("main")
    expect(main).to_contain_text(
        f"{say('Still to do:', language)} {say('the final test', language)}"
    )
    page.goto(FINAL_TEST.path(language))
    hands.press(page.get_by_role("button", name=quiz_button(language)))
    hands.press(page.get_by_role("button", name=say("Hand in", language), exact=True))
    expect(page.locator(".outcome--passed")).to_be_visible()


def download(hands: Pointer) -> bytes:
    """Return the paper of the certificate on the page, once the worker has made it."""
    page = hands.page
    link = page.get_by_role("link", name=say("Download (PDF)", hands.language))
    href = link.get_attribute("href") or ""
    for _try in range(60):
        if page.request.get(href).ok:
            break
        page.wait_for_timeout(1_000)
    with page.expect_download() as found:
        hands.press(link)
    return found.value.path().read_bytes()


def test_a_participant_passes_and_an_employer_verifies_the_certificate(hands: Pointer, new_context):
    language, page = hands.language, hands.page
    sign_in(hands, f"finisher-{language}-{type(hands).__name__.lower()}@example.org")
    hands.look_at(say("My page", language))
    pass_the_final_test(hands)
    page.goto(TRAINING["programme"].path(language))
    title = page.get_by_role("heading", level=1).inner_text()
    hands.look_at(title)
    hands.press(page.get_by_role("link", name=say("Tell us", language)))
    hands.look_at(say("How was the programme?", language))
    hands.press(page.get_by_role("button", name=say("Send", language), exact=True))
    expect(page.locator(".error-summary")).to_be_visible()
    hands.choose(page.locator("[name=is_useful][value='4']"))
    hands.write(page.locator("[name=words]"), "Më shumë raste.")
    hands.press(page.get_by_role("button", name=say("Send", language), exact=True))
    hands.look_at(title)
    expect(
        page.get_by_text(say("You have told us how the programme was.", language))
    ).to_be_visible()
    hands.press(page.get_by_role("link", name=say("Your certificate", language)))
    hands.look_at(say("My certificate", language))
    assert download(hands).startswith(b"%PDF")
    code = re.search(r"\w{4}(?:-\w{4}){4}", page.get_by_role("main").inner_text())
    assert code
    employer = type(hands)(new_context, language)
    employer.page.goto(address("check_certificate", language))
    employer.write(employer.page.locator("[name=code]"), code[0])
    employer.press(employer.page.get_by_role("button", name=say("Check", language), exact=True))
    employer.look_at(say("Check a certificate", language))
    main = employer.page.get_by_role("main")
    expect(main).to_contain_text(title)
    expect(main).not_to_contain_text("Dora Leka")


def test_a_trainer_reads_how_a_group_was(new_context, language: str):
    hands = Touch(new_context, language)
    sign_in(hands, "trainer@example.org")
    hands.look_at(say("My page", language))
    hands.page.goto(address("cohort_evaluation", language, CLOSED))
    hands.look_at(say("Evaluation", language))
    expect(hands.page.locator("table")).to_be_visible()
    expect(hands.page.get_by_text("Më shumë raste nga bashkitë tona.").first).to_be_visible()


def test_a_coordinator_reads_the_figures(new_context, language: str):
    hands = Touch(new_context, language)
    sign_in(hands, "coordinator@example.org")
    hands.look_at(say("My page", language))
    hands.press(hands.page.get_by_role("link", name=say("Training in figures", language)))
    hands.look_at(say("Training in figures", language))
    expect(hands.page.get_by_text(say("Demonstration data", language)).first).to_be_visible()
    with hands.page.expect_download() as found:
        hands.press(hands.page.get_by_role("link", name=say("Download (CSV)", language)))
    assert found.value.path().read_bytes()
