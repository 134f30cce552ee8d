"""Finds English on a page that speaks Albanian: words of Wagtail's that nobody translated."""

import re
from collections.abc import Iterable

from playwright.sync_api import Page

# The interface's own words; those that the demonstration's English content also has would be too
# many, and those that Albanian has too ("me", "do", "minute") would be wrong.
WORDS = """
Account Action Actions Add Advanced ago Approve Archived Browse Bulk Cancel characters Choose Clear
Close Collection Comment Comments Compare Confirm Copy Create Created Custom Delete Description
Details Discard Download Drag Edit Editing Enter Error Expand Explore Explorer Export Field Filter
Filters Hide History Image Images Insert Keep Label Leave Live Load Loading Locale Locales Lock
Locked Manage Menu Minimap Missing More Move Never Order Page Pages Password Permission Permissions
Preview Previous Privacy Publish Published Reject Remove Reorder Replace Reply Report Reports
Required Reset Resolve Restore Results Revision Revisions Save Saved Saving Schedule Search Select
Selected Send Settings Show Sign Snippet Snippets Sort Status Submit Submitted Sync Tags Title
Toggle translation Translations Undo Unlock Unpublish Unresolve Untitled Updated Upload Uploading
Username View Visibility Warning Workflow Workflows You
"""
ENGLISH = re.compile(rf"(?<![\w.@/-])(Can [a-z]+|{'|'.join(WORDS.split())})(?![\w@/-]|\.\w)")
# What a person sees or hears; not what is marked as another language, nor what somebody typed.
TEXTS = """() => {
    const isSeen = (element) => element.checkVisibility({visibilityProperty: true})
        && !element.closest("[lang]:not([lang=sq]), script, style, textarea, [contenteditable]");
    const texts = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
        const {data, parentElement} = nodes.currentNode;
        const shown = parentElement.closest("select") || parentElement;
        if (data.trim() && isSeen(shown)) texts.push(data);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        for (const element of document.body.querySelectorAll(`[${name}]`)) {
            if (isSeen(element)) texts.push(element.getAttribute(name));
        }
    }
    for (const button of document.body.querySelectorAll("input:is([type=submit], [type=button])")) {
        if (isSeen(button)) texts.push(button.value);
    }
    return texts.map((text) => text.trim().replace(/\\s+/g, " "));
}"""


def english(page: Page, but: Iterable[str] = ()) -> list[str]:
    """Return the texts of an Albanian page in which an English word stands, each once.

    `but` are names of content, which stand in them as they are.
    """
    names = re.compile("|".join(map(re.escape, but)) or "(?!)")
    return sorted({text for text in page.evaluate(TEXTS) if ENGLISH.search(names.sub("", text))})
