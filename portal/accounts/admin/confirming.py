"""Pages of the admin that ask once more, then do what was asked for."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from portal.accounts.models import User


class ConfirmView(TemplateView):
    """Asks `question` about `subject`, and does `act` when `button` is pressed.

    For administrators, unless `is_allowed` says otherwise; `done` is said afterwards, at `back`.
    """

    template_name = "accounts/confirm.html"
    http_method_names = ["get", "head", "post"]
    page_title: Any = ""
    header_icon = "user"
    question: Any = ""
    button: Any = ""
    done: Any = _("It is done.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who is allowed."""
        if not self.is_allowed():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self) -> bool:
        """Whether who asks may do it: administrators."""
        return bool(self.request.user.is_superuser)

    @property
    def administrator(self) -> User:
        """Who confirms."""
        return cast(User, self.request.user)

    @cached_property
    def subject(self) -> Any:
        """What is acted upon; raises Http404."""
        raise NotImplementedError

    @property
    def back(self) -> str:
        """Where one came from, and goes afterwards."""
        raise NotImplementedError

    def act(self) -> None:
        """Do it; raises RefusedError."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it and go back."""
        self.act()
        messages.success(request, self.done)
        return redirect(self.back)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say what will be done."""
        return super().get_context_data(
            header_title=self.page_title,
            page_title=self.page_title,
            page_subtitle=str(self.subject),
            header_icon=self.header_icon,
            question=self.question,
            button=self.button,
            back=self.back,
            **kwargs,
        )


class ConfirmFormView(ConfirmView):
    """The same with a form that has to be right first."""

    @cached_property
    def form(self) -> BaseForm:
        """What is decided."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, if the form is right."""
        if not self.form.is_valid():
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the form."""
        return super().get_context_data(**({"form": self.form} | kwargs))
