"""The words of the demonstration's knowledge base.

A link's `id="{key}"` names another demonstration page; `[@key]` cites a reference. Every part
that does not come from the sources is demonstration text and says so above the text and in the
page's internal note. There are no findings, figures or persons here that anybody made up.
"""

from knowledgebase.demo.content.chapter_choosing import CHAPTER_CHOOSING
from knowledgebase.demo.content.chapter_following import CHAPTER_FOLLOWING
from knowledgebase.demo.content.chapter_meaning import CHAPTER_MEANING
from knowledgebase.demo.content.chapter_method import CHAPTER_METHOD
from knowledgebase.demo.content.chapter_municipalities import CHAPTER_MUNICIPALITIES
from knowledgebase.demo.content.chapter_why import CHAPTER_WHY
from knowledgebase.demo.content.glossary import GLOSSARY
from knowledgebase.demo.content.references import REFERENCES
from knowledgebase.demo.content.sections import SECTIONS
from knowledgebase.demo.content.study import STUDY

CHAPTERS = {
    "chapter_why": CHAPTER_WHY,
    "chapter_meaning": CHAPTER_MEANING,
    "chapter_method": CHAPTER_METHOD,
    "chapter_municipalities": CHAPTER_MUNICIPALITIES,
    "chapter_choosing": CHAPTER_CHOOSING,
    "chapter_following": CHAPTER_FOLLOWING,
}

__all__ = ["CHAPTERS", "GLOSSARY", "REFERENCES", "SECTIONS", "STUDY"]
