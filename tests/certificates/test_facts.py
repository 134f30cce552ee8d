"""What is told of a certificate reads well, whatever is known of it."""

from datetime import date

from django.utils.translation import override

from portal.certificates.facts import period


def test_a_period_says_each_day_once():
    first, last = date(2026, 9, 2), date(2026, 11, 30)
    with override("en"):
        assert period(first, last) == "2 September 2026 – 30 November 2026"
        assert period(first, first) == period(None, first) == "2 September 2026"
        assert period(None, None) == ""
