"""The certificate on paper: what it says in each language, and where its code leads."""

from datetime import date
from io import BytesIO

import pytest
import segno
from pypdf import PdfReader

from portal.certificates.models import Certificate
from portal.certificates.paper import pdf_of
from portal.certificates.snapshot import Snapshot, Text
from portal.paper.qr import qr_code
from tests.certificates.awards import SNAPSHOT, SUBJECT, TITLES
from tests.portal.people import address

pytestmark = pytest.mark.django_db

LONG = "Maria Magdalena Shpresa Përparim-Kryemadhe Gjergjkastrioti von Ëngjëll"
CODE = "7KXQ2MRT9ZBC4HWPN8DE"


def certificate(name: str = "Arjeta Hoxhaj-Çela", snapshot: Snapshot = SNAPSHOT, **fields):
    values = {"languages": ["sq", "en"], "valid_until": date(2029, 11, 28)}
    return Certificate(
        code=CODE,
        kind="training",
        subject=SUBJECT,
        name=name,
        snapshot=snapshot.as_json(),
        issued_on=date(2026, 11, 28),
        **values | fields,
    )


def read(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_it_has_a_page_in_each_of_its_languages(home):
    pages = dict(zip(("sq", "en"), read(pdf_of(certificate())), strict=True))
    said = {
        "sq": ["Vërtetohet se", "ka përfunduar programin", "24 orë", "28 nëntor 2026", "2,5"],
        "en": ["This is to certify that", "has completed", "24 hours", "28 November 2026", "2.5"],
    }
    for language, text in pages.items():
        both = ["Arjeta Hoxhaj-Çela", "7KXQ-2MRT-9ZBC-4HWP-N8DE", "AK-117", "Grupi i Vlorës"]
        lines = SNAPSHOT.texts[language].achieved
        for words in (*said[language], *both, TITLES[language], *lines):
            assert words in text, words
    assert len(read(pdf_of(certificate(languages=["en"])))) == 1


def test_it_is_tagged_landscape_and_leads_to_where_it_is_checked(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example.org"
    reader = PdfReader(BytesIO(pdf_of(certificate())))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "sq"
    assert TITLES["sq"] in reader.metadata.title
    assert "Arjeta" not in reader.metadata.title
    for page, language in zip(reader.pages, ("sq", "en"), strict=True):
        assert page.mediabox.width > page.mediabox.height
        links = {note.get_object()["/A"]["/URI"] for note in page["/Annots"]}
        path = address("certificate", language, CODE)
        assert links == {f"https://portal.example.org{path}"}


def test_the_square_code_holds_the_address():
    url = f"https://portal.example.org/sq/certifikata/{CODE}/"
    drawn = qr_code(url).decode()
    target = BytesIO()
    segno.make(url, error="q", micro=False).save(target, kind="svg", border=0, dark="#2a201a")
    assert drawn == target.getvalue().decode()


@pytest.mark.parametrize(
    "name",
    [LONG, "Ë" * 70, "W" * 150, "Ana #set page(fill: red) $x$ \\", "Ëm Li"],
    ids=["long", "unbroken", "widest", "markup", "short"],
)
def test_a_name_stands_on_one_page_as_it_is(name):
    pages = read(pdf_of(certificate(name)))
    assert len(pages) == 2
    for text in pages:
        assert name.replace(" ", "") in text.replace(" ", "").replace("\u200b", "")


def test_much_and_little_stand_on_one_page():
    line = "Zbaton procedurën e Mekanizmit të Koordinuar të Referimit në bashki, hap pas hapi"
    text = Text(title=f"{line}: {line}", achieved=[line] * 12)
    much = Snapshot(texts={"sq": text}, accreditor=line, cohort=line)
    little = Snapshot(texts={"sq": Text(title="Etikë")})
    for snapshot, lines in ((much, 12), (little, 0)):
        [said] = read(pdf_of(certificate(LONG, snapshot, languages=["sq"], valid_until=None)))
        assert said.count("hap pas hapi") >= lines
        assert "E vlefshme deri" not in said


def test_the_same_certificate_is_the_same_file():
    assert pdf_of(certificate()) == pdf_of(certificate())
