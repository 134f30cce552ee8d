"""Somebody writes to the organisation, and a colleague answers; news and their feeds are found."""

from playwright.sync_api import Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.axe import violations
from tests.browser.hands import fits
from tests.browser.words import say, sign_in

SUBJECT = {
    "sq": "Bashkëpunim, trajnime dhe media",
    "en": "Cooperation, training and media",
}


def fill(page: Page, language: str, text: str) -> None:
    page.goto(ADDRESSES["contact"].path(language))
    page.get_by_role("link", name=say("Write to us", language)).click()
    page.get_by_label(SUBJECT[language]).check()
    page.get_by_label(say("Your message", language)).fill(text)


def send(page: Page, language: str) -> None:
    page.get_by_role("main").get_by_role("button", name=say("Send", language)).click()


def test_somebody_writes_without_scripts_on_a_phone(page_without_scripts: Page, language: str):
    page = page_without_scripts
    fill(page, language, "Kam një pyetje / A question")
    send(page, language)
    expect(page.get_by_role("alert")).to_contain_text(say("Choose whether we may reply.", language))
    message = page.get_by_label(say("Your message", language))
    expect(message).to_have_value("Kam një pyetje / A question")
    page.get_by_label(say("Please do not reply", language)).check()
    send(page, language)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        say("Your message has arrived", language)
    )
    assert page.context.cookies() == []


def test_a_long_text_is_shown_again_with_what_to_do(phone: Page, language: str):
    text = "ë" * 100_000
    fill(phone, language, text)
    phone.get_by_label(say("Please do not reply", language)).check()
    send(phone, language)
    expect(phone.get_by_role("alert")).to_contain_text("5000")
    assert phone.get_by_label(say("Your message", language)).input_value() == text
    assert fits(phone)
    assert not violations(phone)


def test_a_colleague_reads_how_a_reply_is_safe_and_closes_it(page: Page):
    fill(page, "sq", "Pyetje për trajnimet")
    page.get_by_label(say("By telephone", "sq")).check()
    page.get_by_label(say("Telephone number", "sq")).fill("069 000 0000")
    send(page, "sq")
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Your message has arrived", "sq"))
    sign_in(page, "moderator@example.org")
    page.goto("/admin/reports/enquiries/")
    assert not violations(page)
    row = page.get_by_role("row").filter(has_text=say("By telephone", "sq")).last
    row.get_by_role("link").first.click()
    expect(page.get_by_text("069 000 0000")).to_be_visible()
    assert not violations(page)
    page.get_by_label(say("We have answered it", "sq")).check()
    page.get_by_role("button", name=say("Save", "sq")).click()
    expect(row).to_contain_text("me përgjigje")


def test_news_lead_to_their_project_and_a_feed(phone: Page, language: str):
    phone.goto(ADDRESSES["news"].path(language))
    phone.get_by_role("main").get_by_role(
        "link", name={"sq": "Takim i hapur", "en": "Open meeting"}[language]
    ).click()
    expect(phone.locator("main .facts a").first).to_have_attribute(
        "href", ADDRESSES["iris"].path(language)
    )
    feed = phone.locator("link[type='application/atom+xml']").get_attribute("href")
    answer = phone.request.get(feed)
    assert answer.ok
    assert ADDRESSES["news page"].path(language) in answer.text()
