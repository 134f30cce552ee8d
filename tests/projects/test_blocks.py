"""What editors enter about results, beneficiaries and offices, and what is refused."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.blocks import StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from projects.blocks import BeneficiaryBlock, IndicatorBlock, ResultBlock, ResultStatus
from projects.models.municipality import OfficeBlock

pytestmark = pytest.mark.django_db

SHARES = {
    "sq": "Gratë dhe burrat duhet të bëjnë bashkë 100 për qind.",
    "en": "Women and men must add up to 100 per cent.",
}
SOURCE = {
    "sq": "Thoni çfarë numërohet dhe kush e ka raportuar.",
    "en": "Say what is counted and who reported it.",
}


def refusals(block: StructBlock, value: dict) -> dict[str, ValidationError]:
    """Return the errors by field that cleaning this value ends with."""
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python(value))
    return refused.value.block_errors


def beneficiaries(**values) -> dict:
    return {"kind": "direct", "group": "Anëtarë të organizatave", **values}


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize(("women", "men"), [(80, 30), (0, 0), (80, None), (None, 20), (100, None)])
def test_shares_must_be_given_both_and_add_up_to_100(language, women, men):
    value = beneficiaries(women_share=women, men_share=men)
    with override(language):
        errors = refusals(BeneficiaryBlock(), value)
        assert errors["men_share"].messages == [SHARES[language]]


@pytest.mark.parametrize(("women", "men"), [(80, 20), (100, 0), (0, 100), (None, None)])
def test_shares_that_add_up_are_kept(women, men):
    block = BeneficiaryBlock()
    value = block.to_python(beneficiaries(women_share=women, men_share=men))
    cleaned = block.clean(value)
    assert (cleaned.women, cleaned.men) == (women, men)


@pytest.mark.parametrize("share", [-1, 101])
def test_a_share_lies_between_0_and_100(share):
    value = beneficiaries(women_share=share, men_share=100 - share)
    assert {"women_share", "men_share"} <= set(refusals(BeneficiaryBlock(), value))


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("count", [0, 1700])
def test_a_base_figure_needs_its_source(language, count):
    with override(language):
        errors = refusals(BeneficiaryBlock(), beneficiaries(base_count=count))
        assert errors["base_text"].messages == [SOURCE[language]]


def test_a_base_figure_with_its_source_is_kept():
    block = BeneficiaryBlock()
    value = block.to_python(beneficiaries(base_count=1700, base_text="Sipas bashkisë"))
    assert block.clean(value)["base_count"] == 1700


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("sq", ["Përfituesi kryesor", "Përfituesit e drejtpërdrejtë", "Përfituesit përfundimtarë"]),
        ("en", ["Main beneficiary", "Direct beneficiaries", "Final beneficiaries"]),
    ],
)
def test_the_kinds_of_beneficiaries_are_named_in_each_language(language, labels):
    block = BeneficiaryBlock()
    groups = [block.to_python(beneficiaries(kind=kind)) for kind in ("main", "direct", "final")]
    with override(language):
        assert [group.kind_label for group in groups] == labels


@pytest.mark.parametrize(("language", "label"), [("sq", "Arritur"), ("en", "Achieved")])
def test_the_status_of_a_result_is_named_in_each_language(language, label):
    result = ResultBlock().to_python({"title": "Plani", "status": ResultStatus.ACHIEVED})
    with override(language):
        assert result.status_label == label


def test_an_unreported_result_shows_no_status():
    assert ResultBlock().to_python({"title": "Plani"}).status_label == ""


def test_an_indicator_is_drawn_only_once_something_is_reported():
    block = IndicatorBlock()
    assert not block.to_python({"name": "Plane", "target": "3"}).has_progress
    assert block.to_python({"name": "Plane", "actual": "0"}).has_progress
    assert block.to_python({"name": "Plane", "target": "3"})["target"] == Decimal(3)


@pytest.mark.parametrize("number", ["116 117", "+355 4 222 2222", "129", ""])
def test_an_office_has_a_telephone_number_or_none(number):
    block = OfficeBlock()
    value = block.to_python({"kind": "police", "name": "Komisariati", "number": number})
    assert block.clean(value)["number"] == number


@pytest.mark.parametrize("number", ["12", "call us", "129;rm", "+", "1" * 21, "٠٤٢٢"])
@pytest.mark.parametrize(
    ("language", "beginning"), [("sq", "Shkruani"), ("en", "Write digits and spaces")]
)
def test_what_is_no_telephone_number_is_refused(number, language, beginning):
    with override(language):
        errors = refusals(OfficeBlock(), {"kind": "police", "name": "A", "number": number})
        assert errors["number"].messages[0].startswith(beginning)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("sq", ["Policia", "Shërbimet sociale", "Ndihma juridike falas"]),
        ("en", ["Police", "Social services", "Free legal aid"]),
    ],
)
def test_the_kinds_of_office_are_named_in_each_language(language, labels):
    block = OfficeBlock()
    offices = [block.to_python({"kind": kind}) for kind in ("police", "social", "legal_aid")]
    with override(language):
        assert [office.kind_label for office in offices] == labels
