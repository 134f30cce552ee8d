"""The table of exceptions is small, quickly read, and made as its builder says."""

import subprocess
import sys

import pytest

from search.analysis.build_exceptions import lines, table, words
from search.analysis.exceptions import PATH, exceptions
from search.analysis.lexicon import Lexicon
from search.analysis.stripper import strip

PARADIGMS = """
-paradigm: masculine
 -flex: <1>.
  gramm: sg,nom,indef
 -flex: <1>.i
  gramm: sg,nom,def
 -flex: <0>.
  gramm: pl,nom,indef
 -flex: <0>.t
  gramm: pl,nom,def
 -flex: <1>.ut
  gramm: sg,nonst

-paradigm: verb
 -flex: <0>.<.>
  gramm: act
  paradigm: present
  paradigm: imper-act
 -flex: <1>.
  gramm: ptcp

-paradigm: present
 -flex: .
  gramm: 1,sg
 -flex: .im//.imë
  gramm: 1,pl

-paradigm: imper-act
 -flex: .ni
  gramm: pl
"""
LEXEMES = """
-lexeme
 lex: fshat
 stem: fshatra.|fshat.
 gramm: NOUN,m
 paradigm: masculine
 trans_en: village

-lexeme
 lex: sjell
 stem: sjell.|sjellë.
 gramm: V,vt
 paradigm: verb
 trans_en: bring

-lexeme
 lex: fshatë
 stem: fshatë.|fshatë.
 gramm: NOUN,nonst
 paradigm: masculine
 trans_en: dialect
"""
LOADED_MEGABYTES = """
from pathlib import Path
from search.analysis import analyse

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

before = megabytes()
analyse("bashkive", "sq")
print(megabytes() - before)
"""


@pytest.fixture
def lexicon(tmp_path):
    (tmp_path / "paradigms.txt").write_text(PARADIGMS, encoding="utf-8")
    (tmp_path / "lexemes.txt").write_text(LEXEMES, encoding="utf-8")
    return Lexicon(tmp_path)


def test_lexicon_writes_out_the_forms_of_the_standard_language(lexicon):
    found = {word.lemma: word.forms for word in words(lexicon)}

    assert found == {
        "fshat": {"fshat", "fshati", "fshatra", "fshatrat"},
        "sjell": {"sjell", "sjellim", "sjellime", "sjelle"},
    }


def test_table_holds_what_the_stripper_would_miss(lexicon):
    exceptions_found = table(words(lexicon))

    assert exceptions_found["fshatra"] == "fshat"
    assert exceptions_found["fshatrat"] == "fshat"
    assert exceptions_found["sjellim"] == "sjell"
    assert "fshati" not in exceptions_found
    assert list(lines({"b": "x", "a": "x", "c": "w"})) == ["w c\n", "x a b\n"]


def test_no_exception_is_superfluous():
    assert [form for form, stem in exceptions().items() if strip(form) == stem] == []


def test_table_is_small_and_its_licence_stands_beside_it():
    assert PATH.stat().st_size < 2_000_000
    assert "Permission is hereby granted" in PATH.with_name("exceptions.LICENSE").read_text()


def test_loading_needs_little_memory():
    run = [sys.executable, "-c", LOADED_MEGABYTES]
    done = subprocess.run(run, capture_output=True, text=True, check=True)

    assert float(done.stdout) < 30
