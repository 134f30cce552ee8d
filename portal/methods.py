"""The methods of a page with a form that is sent to its own address."""

from django.views.decorators.http import require_http_methods

require_form = require_http_methods(["GET", "HEAD", "POST"])
