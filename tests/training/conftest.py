"""What the tests of training on paper take from those of the knowledge base's papers."""

from tests.knowledgebase.conftest import ask, made

__all__ = ["ask", "made"]
