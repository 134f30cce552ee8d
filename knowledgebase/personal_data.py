"""Studies and resources name their authors; readers' answers may say more than they should."""

from django.utils.translation import gettext_lazy as _

from portal.personal.held import WITH_CONTENT, Ground, Held, Kept, Named

HELD = [
    Held(
        model="knowledgebase.Feedback",
        name=_("What readers say of a page"),
        purpose=_("to make pages better; nobody is asked who they are"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("two years"), days=730, since="day"),
        fields=("sentence",),
    ),
]
NAMED = [
    Named(
        name=_("Authors of studies, chapters, resources and cited works"),
        purpose=_("to credit authors as the law requires"),
        ground=Ground.OBLIGATION,
        kept=WITH_CONTENT.text,
        fields={
            "knowledgebase.StudyPage": "authors",
            "knowledgebase.ChapterPage": "authors",
            "knowledgebase.ResourcePage": "authors",
            "knowledgebase.Reference": "authors",
        },
    ),
    Named(
        name=_("Pages of the knowledge base: contacts and participants"),
        purpose=_("to publish what the organisation does, and with whom"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT.text,
        fields={
            "knowledgebase.ModelPage": "contact partners used_in summary internal_note notice",
            "knowledgebase.StudyPage": "body summary internal_note notice in_short method versions",
            "knowledgebase.ChapterPage": "body summary internal_note notice outline",
            "knowledgebase.ResourcePage": "body summary internal_note notice",
            "knowledgebase.ResourceIndexPage": "summary internal_note",
            "knowledgebase.KnowledgeBasePage": "body summary internal_note",
            "knowledgebase.GlossaryPage": "summary internal_note",
            "knowledgebase.ModelIndexPage": "summary internal_note",
            "knowledgebase.Paper": "file",
        },
    ),
]
NOBODY = {
    "codes of languages": {"knowledgebase.Feedback": "language"},
    "words and their meaning": {
        "knowledgebase.GlossaryTerm": "name slug abbreviation synonyms other_forms definition "
        "source",
    },
    "what a work is called and where it is found": {
        "knowledgebase.Reference": "key title container volume issue pages publisher place "
        "language doi isbn url",
        "knowledgebase.ModelPage": "short_title",
        "knowledgebase.StudyPage": "cover_alt subtitle version doi isbn",
        "knowledgebase.ResourcePage": "publisher external_url doi isbn",
        "knowledgebase.Paper": "subject fingerprint",
    },
    "how a model of work is done, in general": {
        "knowledgebase.ModelPage": "effect mechanism moderators implementation economics aim "
        "audience components delivery staffing cost_note legal_basis steps risks conditions",
    },
}
