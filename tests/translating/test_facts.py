"""What a text states is told from how it is worded."""

import pytest

from portal.translating.facts import facts

SAME = [
    ("19 818 gra", "19.818 gra"),
    ("1,5 milion", "1.5 milion"),
    ("12.3.2024", "12/3/2024"),
    ("12 mars 2024", "12 March 2024"),
    ("Telefononi 0800 111 222.", "Telefononi 0800-111-222."),
    ("2024-2026", "2024–2026"),
    ("të martën nga ora 9:00", "on Tuesday from 9.00"),
    ("tre gra", "3 women"),
    ("Është e shkurtër, më shkurt", "It is short"),
    ("Një grua", "One woman"),
    ("You may march", "Mund të marshoni"),
    ("Shkruani te ana@example.org.", "Write to ana@example.org!"),
    ("<b>12</b> plane", "12 <i>plans</i>"),
    ("Martesa dhe dielli", "Marriage and the sun"),
]
OTHER = [
    ("19 818 gra", "19 819 gra"),
    ("1,5 milion", "15 milion"),
    ("12 mars 2024", "12 prill 2024"),
    ("15 shkurt", "15 mars"),
    ("Telefononi 116 117", "Telefononi 116 111"),
    ("të martën", "të mërkurën"),
    ("ora 9:00", "ora 9:30"),
    ("dy strehëza", "tri strehëza"),
    ("Shihni https://example.org/a", "Shihni https://example.org/b"),
    ("ana@example.org", "eva@example.org"),
    ("nga 6 deri në 24 muaj", "nga 6 muaj"),
    ("5 May", "5 June"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_another_wording_states_the_same(one, other):
    assert facts(one) == facts(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_fact_is_noticed(one, other):
    assert facts(one) != facts(other)
