"""Gives trainers the quiz sheets of a module and their answers; nobody else learns of them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from knowledgebase.papers.subjects import Sheet, Subject
from knowledgebase.papers.views import answer
from knowledgebase.training.models import ModulePage
from knowledgebase.training.reach import may_train
from portal.accounts.colleagues import colleagues
from portal.accounts.roles import ADMIN
from portal.i18n import is_placeholder


@require_safe
@colleagues(ADMIN)
def quiz_sheets(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Answer with the sheets of a module's quizzes, without answers."""
    return sheet(request, key, Sheet.QUIZZES, _("quiz-sheets"))


@require_safe
@colleagues(ADMIN)
def answer_sheets(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Answer with the right answers, and the notes for trainers."""
    return sheet(request, key, Sheet.ANSWERS, _("answers"))


def sheet(request: HttpRequest, key: UUID, kind: Sheet, name: str) -> HttpResponseBase:
    """Answer with a sheet for whoever may edit the module; 404 for others and where there is none.

    As with every PDF, a page that is not translated has none in that language.
    """
    subject = Subject(get_language() or "", (key,), kind)
    module = next(iter(subject.pages()), None)
    if not isinstance(module, ModulePage) or is_placeholder(module):
        raise Http404
    if not may_train(request.user, module):
        raise Http404
    name = f"{module.slug}-{name}.pdf"
    return answer(request, module, subject, name, module.get_url())
