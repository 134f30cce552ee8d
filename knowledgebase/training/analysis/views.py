"""The page of item analysis, for whoever may edit the quiz."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from knowledgebase.training.analysis.items import ENOUGH, Analysis
from knowledgebase.training.analysis.report import Reported
from knowledgebase.training.models.quiz import QuizPage
from portal.accounts.colleagues import colleagues
from portal.accounts.roles import ADMIN
from portal.i18n import best_translation
from portal.small_numbers import SMALLEST


@require_safe
@colleagues(ADMIN)
def item_analysis(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show how each question does and what to do about it; nobody else learns of the page."""
    quiz = QuizPage.objects.filter(
        translation_key=key, locale__language_code=settings.LANGUAGE_CODE
    ).first()
    if not quiz or not quiz.permissions_for_user(request.user).can_edit():
        raise Http404
    found = Analysis(quiz)
    language = get_language() or settings.LANGUAGE_CODE
    context = {
        "quiz": quiz,
        "row": best_translation(key),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[quiz.pk]),
        "people": found.people,
        "live": [Reported(item, language) for item in found.live],
        "earlier": [Reported(item, language) for item in found.earlier],
        "smallest": SMALLEST,
        "enough": ENOUGH,
    }
    return TemplateResponse(request, "training/item_analysis.html", context)
