"""One analyser for every search engine: texts and queries become the same plain terms.

A term holds letters and digits only, so that no engine takes it apart or reads it as syntax.
"""

from search.analysis.analyser import Token, analyse, query_terms, question_terms, tokens

__all__ = ["Token", "analyse", "query_terms", "question_terms", "tokens"]
