"""Lessons that visitors keep on their device: the worker that lets them be read, and their list."""

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from knowledgebase.training.models import ProgrammePage
from knowledgebase.training.outline import programme_at

SCRIPTS = ("js/kept.js", "js/lessons_worker.js")


@require_safe
def worker(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with the worker of a programme, which names the lessons that anybody may read.

    Whatever is closed or gone names none, so that the worker removes what was kept of it.
    """
    language = get_language()
    page = ProgrammePage.objects.filter(translation_key=key, locale__language_code=language).first()
    programme = programme_at(page.path) if page else None
    lessons = [lesson.url for lesson in programme.lessons] if programme else []
    scripts = ", ".join(json.dumps(static(script)) for script in SCRIPTS)
    lines = [
        f"self.lessons = {json.dumps(lessons)};",
        f"self.offline = {json.dumps(reverse('kept_lessons'))};",
        f"importScripts({scripts});",
        "",
    ]
    response = HttpResponse("\n".join(lines), content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = f"/{language}/"
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def kept_lessons(request: HttpRequest) -> HttpResponse:
    """Return the page on which the device's script lists the lessons that are kept there.

    It also stands in for pages that are not kept, while there is no connection.
    """
    return TemplateResponse(request, "training/kept_lessons.html")
