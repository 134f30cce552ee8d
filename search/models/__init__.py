"""What search keeps: the index, the words of the site, what editors add, what people asked."""

from search.models.asked import AskedDay, AskedQuery
from search.models.best_bets import BestBet, PromotedPage, PromotedQuery
from search.models.cries import CryList
from search.models.entry import Entry, Passage
from search.models.outbox import Change
from search.models.synonyms import SynonymSet
from search.models.titles import TitleWord
from search.models.words import Expression, Word

__all__ = [
    "AskedDay",
    "AskedQuery",
    "BestBet",
    "Change",
    "CryList",
    "Entry",
    "Expression",
    "Passage",
    "PromotedPage",
    "PromotedQuery",
    "SynonymSet",
    "TitleWord",
    "Word",
]
