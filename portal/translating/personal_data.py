"""What is known of translations is about pages and terms, which say themselves whom they name."""

NOBODY = {
    "words of pages, which the pages' own descriptions name": {
        "translating.TranslationState": "title",
    },
}
