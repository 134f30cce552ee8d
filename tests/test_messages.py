"""Our translations are complete and sound; figures and dates come out in each language's way."""

import shutil
import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.translation import gettext, override
from django.utils.translation.trans_real import DjangoTranslation

from portal.messages import (
    ROOT,
    compile_catalogues,
    coverage,
    messages,
    own_paths,
    own_template,
    problems,
    read_catalogue,
    update_own,
    vendor_paths,
)

CODE = """
from django.utils.translation import gettext as _, ngettext_lazy, pgettext_lazy
_("Good day")
_("%(name)s wrote")
ngettext_lazy("%(count)s page", "%(count)s pages")
pgettext_lazy("verb", "Open")
"""
TEMPLATE = """
{{ _("Projects") }}
{% trans count=pages|length %}
  {{ count }} page
  found
{% pluralize %}
  {{ count }} pages
  found
{% endtrans %}
"""
CATALOGUE = """
msgid "Good day"
msgstr "Mirëdita"

msgid "%(name)s wrote"
msgstr "%(name)s shkroi"

msgid "%(count)s page"
msgid_plural "%(count)s pages"
msgstr[0] "%(count)s faqe"
msgstr[1] "%(count)s faqe"

msgctxt "verb"
msgid "Open"
msgstr "Hap"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A root with one module and its complete catalogue."""
    code = tmp_path / "portal" / "views.py"
    code.parent.mkdir()
    code.write_text(CODE, encoding="utf-8")
    catalogue = tmp_path / "locale" / "sq" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(CATALOGUE, encoding="utf-8")
    return tmp_path


def rewrite(project: Path, old: str, new: str) -> None:
    (path,) = own_paths(project)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_catalogues_fit_the_code() -> None:
    assert list(problems(ROOT)) == []


def test_no_albanian_sentence_stands_for_two_others() -> None:
    (path,) = own_paths(ROOT)
    said = [entry.string for entry in read_catalogue(path) if isinstance(entry.string, str)]
    sentences = Counter(each for each in said if len(each) > 60)  # a slip of copying, not a word
    assert [each for each, count in sentences.items() if count > 1] == []


def test_a_complete_catalogue_has_no_problem(project: Path) -> None:
    assert list(problems(project)) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('msgid "Good day"\nmsgstr "Mirëdita"\n', "", "missing: Good day"),
        ('"Mirëdita"', '""', "not translated: Good day"),
        ('msgid "Good day"', '#, fuzzy\nmsgid "Good day"', "fuzzy: Good day"),
        ("%(name)s shkroi", "Dikush shkroi", "placeholders differ: %(name)s wrote"),
        ("%(name)s shkroi", "%(emri)s shkroi", "placeholders differ: %(name)s wrote"),
        ('[1] "%(count)s faqe"', '[1] "faqe"', "placeholders differ: %(count)s page"),
    ],
)
def test_a_fault_is_told_in_one_line(project: Path, old: str, new: str, problem: str) -> None:
    rewrite(project, old, new)
    assert list(problems(project)) == [f"locale/sq/LC_MESSAGES/django.po: {problem}"]


def test_a_message_that_left_the_code_is_obsolete(project: Path) -> None:
    (project / "portal" / "views.py").write_text(CODE.replace('_("Good day")', ""))
    (problem,) = problems(project)
    assert problem.endswith("obsolete: Good day")


def test_the_singular_may_leave_the_number_out(project: Path) -> None:
    rewrite(project, '[0] "%(count)s faqe"', '[0] "një faqe"')
    assert list(problems(project)) == []


def test_the_check_fails_when_there_is_a_problem(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("portal.management.commands.messages.ROOT", project)
    rewrite(project, '"Mirëdita"', '""')
    with pytest.raises(CommandError, match="problem: 1"):
        call_command("messages", "--check")
    assert "not translated: Good day" in capsys.readouterr().err
    assert not list(project.rglob("*.mo"))


def test_update_adds_what_is_new_and_keeps_what_is_translated(project: Path) -> None:
    page = project / "portal" / "templates" / "page.html"
    page.parent.mkdir()
    page.write_text(TEMPLATE, encoding="utf-8")
    update_own(project)
    (path,) = own_paths(project)
    catalogue = read_catalogue(path)
    assert catalogue["Good day"].string == "Mirëdita"
    assert catalogue["Projects"].string == ""
    assert catalogue["%(count)s page found"].id[1] == "%(count)s pages found"
    first = path.read_bytes()
    update_own(project)
    assert path.read_bytes() == first


def test_folders_with_an_underscore_are_read_too(project: Path) -> None:
    hidden = project / "portal" / "templates" / "_parts" / "menu.html"
    hidden.parent.mkdir(parents=True)
    hidden.write_text('{{ _("Menu") }}', encoding="utf-8")
    assert "Menu" in {message.id for message in messages(own_template(project))}


def test_catalogues_compile_without_django(project: Path) -> None:
    for name in ("__init__.py", "messages.py"):
        shutil.copy(ROOT / "portal" / name, project / "portal")
    subprocess.run([sys.executable, "-m", "portal.messages"], cwd=project, env={}, check=True)
    with (project / "locale/sq/LC_MESSAGES/django.mo").open("rb") as compiled:
        assert GNUTranslations(compiled).gettext("Good day") == "Mirëdita"


def test_untranslated_messages_are_left_out_of_what_is_compiled(project: Path) -> None:
    rewrite(project, '"Mirëdita"', '""')
    assert compile_catalogues(project) == 1
    with (project / "locale/sq/LC_MESSAGES/django.mo").open("rb") as compiled:
        assert GNUTranslations(compiled).gettext("Good day") == "Good day"


def test_the_editors_interface_is_translated() -> None:
    with override("sq"):
        assert gettext("Publish") == "Publikoni"
    assert (
        DjangoTranslation("sq", domain="djangojs").gettext("Add a comment") == "Shtoni një koment"
    )


@pytest.mark.parametrize("path", vendor_paths(ROOT), ids=lambda path: path.stem)
def test_nearly_all_of_the_other_packages_is_translated(path: Path) -> None:
    """New versions bring new messages: `manage.py vendor_messages --missing` lists them."""
    for folder, total, missing in coverage(path):
        assert missing <= total // 10, f"{folder} lacks {missing} of {total}"


@pytest.mark.parametrize(
    ("language", "day", "moment", "weekday"),
    [
        ("sq", "2 mars 2020", "2 mars 2020, 14:05", "e hënë"),
        ("en", "2 March 2020", "2 March 2020, 14:05", "Monday"),
    ],
)
def test_dates(language: str, day: str, moment: str, weekday: str) -> None:
    with override(language):
        assert date_format(date(2020, 3, 2)) == day
        assert date_format(datetime(2020, 3, 2, 14, 5), "DATETIME_FORMAT") == moment
        assert date_format(date(2020, 3, 2), "l") == weekday


@pytest.mark.parametrize(
    ("language", "decimal", "thousands"),
    [("sq", "1,5", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"), ("en", "1.5", "1,234,567")],
)
def test_numbers(language: str, decimal: str, thousands: str) -> None:
    with override(language):
        assert localize(1.5) == decimal
        assert localize(1234567) == thousands


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (timedelta(minutes=-5), "5 minuta më parë"),
        (timedelta(hours=-1), "një orë më parë"),
        (timedelta(hours=2, seconds=9), "pas 2 orësh"),
    ],
)
def test_the_desk_says_in_albanian_how_far_away_a_moment_is(away, said):
    with override("sq"):
        told = naturaltime(timezone.now() + away)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == said
