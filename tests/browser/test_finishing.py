"""A participant passes, downloads the certificate, and an employer verifies it, by every hand."""

import re

from playwright.sync_api import expect

from tests.browser.address import Address
from tests.browser.finishers import CLOSED
from tests.browser.hands import Pointer, Touch
from tests.browser.training_addresses import TRAINING, of_programme
from tests.portal.people import address

FINAL_TEST = Address("training/quiz_page.html", *of_programme("testi-perfundimtar/", "final-test/"))


def pass_the_final_test(hands: Pointer) -> None:
    """Hand in what the person had answered before."""
    page, language = hands.page, hands.language
    page.goto(TRAINING["programme"].path(language))
    left = f"{hands.say('Still to do:')} {hands.say('the final test')}"
    expect(page.get_by_role("main")).to_contain_text(left)
    page.goto(FINAL_TEST.path(language))
    hands.push_quiz()
    hands.push("Hand in", exact=True)
    expect(page.locator(".outcome--passed")).to_be_visible()


def download(hands: Pointer) -> bytes:
    """Return the paper of the certificate on the page, once the worker has made it."""
    page = hands.page
    link = page.get_by_role("link", name=hands.say("Download (PDF)"))
    href = link.get_attribute("href") or ""
    for _try in range(60):
        if page.request.get(href).ok:
            break
        page.wait_for_timeout(1_000)
    with page.expect_download() as found:
        hands.press(link)
    return found.value.path().read_bytes()


def evaluate(hands: Pointer) -> None:
    """Say how the programme was, after forgetting to say anything."""
    page = hands.page
    hands.follow("Tell us")
    hands.see("How was the programme?")
    hands.push("Send", exact=True)
    expect(page.locator(".error-summary")).to_be_visible()
    hands.choose(page.locator("[name=is_useful][value='4']"))
    hands.write(page.locator("[name=words]"), "Më shumë raste.")
    hands.push("Send", exact=True)


def verify(employer: Pointer, code: str, title: str) -> None:
    """Find by the code what was completed, and not by whom."""
    page = employer.page
    page.goto(address("check_certificate", employer.language))
    employer.write(page.locator("[name=code]"), code)
    employer.push("Check", exact=True)
    employer.see("Check a certificate")
    main = page.get_by_role("main")
    expect(main).to_contain_text(title)
    expect(main).not_to_contain_text("Dora Leka")


def test_a_participant_passes_and_an_employer_verifies_the_certificate(hands: Pointer, new_context):
    language, page = hands.language, hands.page
    hands.sign_in(f"finisher-{hands.name}@example.org")
    pass_the_final_test(hands)
    page.goto(TRAINING["programme"].path(language))
    title = page.get_by_role("heading", level=1).inner_text()
    hands.look_at(title)
    evaluate(hands)
    hands.look_at(title)
    expect(page.get_by_text(hands.say("You have told us how the programme was."))).to_be_visible()
    hands.follow("Your certificate")
    hands.see("My certificate")
    assert download(hands).startswith(b"%PDF")
    code = re.search(r"\w{4}(?:-\w{4}){4}", page.get_by_role("main").inner_text())
    verify(type(hands)(new_context, language), code[0], title)


def test_a_trainer_reads_how_a_group_was(new_context, language: str):
    hands = Touch(new_context, language)
    hands.sign_in("trainer@example.org")
    hands.page.goto(address("cohort_evaluation", language, CLOSED))
    hands.see("Evaluation")
    expect(hands.page.locator("table")).to_be_visible()
    expect(hands.page.get_by_text("Më shumë raste nga bashkitë tona.").first).to_be_visible()


def test_a_coordinator_reads_the_figures(new_context, language: str):
    hands = Touch(new_context, language)
    hands.sign_in("coordinator@example.org")
    hands.follow("Training in figures")
    hands.see("Training in figures")
    expect(hands.page.get_by_text(hands.say("Demonstration data")).first).to_be_visible()
    with hands.page.expect_download() as found:
        hands.follow("Download (CSV)")
    assert found.value.path().read_bytes()
