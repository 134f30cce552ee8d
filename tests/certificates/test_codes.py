"""Codes are told apart by nobody's eye alone: look-alikes are read as what was meant."""

from portal.certificates.codes import ALPHABET, LENGTH, in_groups, new_code, read_code
from tests.test_bad_input import NASTY

CODE = "01VK2MRT9ZBC4HWPN8DE"


def test_a_code_has_a_hundred_bits_and_no_look_alikes():
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) == set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)
    assert len(ALPHABET) ** LENGTH == 2**100


def test_it_is_read_however_it_is_typed():
    typed = [
        CODE,
        in_groups(CODE),
        in_groups(CODE).lower(),
        " 01VK 2MRT 9ZBC 4HWP N8DE ",
        "oiuk–2mrt–9zbc–4hwp–n8de",
        "OLVK.2MRT.9ZBC.4HWP.N8DE",
        "０１ＶＫ2mrt9zbc4hwpn8de",
        "01VK\u00a02MRT\u200b9ZBC\n4HWP\tN8DE",
        f"https://portal.example.org/sq/certifikata/{CODE}/",
    ]
    assert {text: read_code(text) for text in typed} == dict.fromkeys(typed, CODE)


def test_what_is_no_code_is_none():
    texts = ["", CODE[:-1], CODE + "0", "ë" * 20, "И" * 20, *NASTY, "0" * 100_000]
    assert {read_code(text) for text in texts} == {""}
