"""A project's page: organisations, updates, figures, and what it tells machines."""

import datetime
from copy import deepcopy

import pytest
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from portal.translation_records import publish_translation
from projects.cards import cards_in, latest_cards
from projects.models import ProjectOrganisation, ProjectPage
from projects.models.roles import Role
from projects.participants import all_participants
from projects.parts import ProjectParts
from tests.factories import (
    ConsultationGroupFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    ThemeFactory,
    add_organisation,
)
from tests.media.factories import ImageFactory
from tests.portal.reading import meta, read, structured_data, words

pytestmark = pytest.mark.django_db

URLS = {"sq": "/sq/projekte/projekti/", "en": "/en/projects/the-project/"}
WORDS = [
    ("Projekti", "The project"),
    ("projekti", "the-project"),
    ("Titulli zyrtar", "The official title"),
    ("Dy fjali.", "Two sentences."),
]


def make_project() -> ProjectPage:
    return ProjectPageFactory(
        title="Projekti",
        slug="projekti",
        official_title="Titulli zyrtar",
        summary="Dy fjali.",
        municipalities=[MunicipalityFactory(name="Vlorë", slug="vlora")],
        themes=[ThemeFactory(name="Plane", slug="plans")],
        consultation_groups=[ConsultationGroupFactory(name="Fëmijë")],
    )


@pytest.fixture(scope="module")
def one(ground) -> ProjectPage:
    return ground(make_project)


@pytest.fixture
def project(one) -> ProjectPage:
    return deepcopy(one)


@pytest.fixture
def translated(project, english, publish) -> ProjectPage:
    publish(publish_translation, project, english, WORDS)
    return project.get_translation(english)


def set_organisations(page: ProjectPage, *pairs) -> None:
    """Give the project these organisations, in this order, and publish it."""
    page.organisations.set(
        [
            ProjectOrganisation(
                role=role, organisation=organisation, locale=page.locale, sort_order=order
            )
            for order, (role, organisation) in enumerate(pairs)
        ]
    )
    page.save_revision().publish()


def participants(page: ProjectPage, language: str = "sq") -> list[tuple[Role, list[str]]]:
    with override(language):
        parts = ProjectParts(ProjectPage.objects.get(pk=page.pk))
        return [
            (role, [participant.term.name for participant in group])
            for role, group in parts.participants
        ]


def test_organisations_stand_by_role_in_the_editors_order(project):
    last, first, donor = (OrganisationFactory(name=name) for name in ("Z", "A", "M"))
    set_organisations(project, (Role.PARTNER, last), (Role.PARTNER, first), (Role.DONOR, donor))
    assert participants(project) == [(Role.PARTNER, ["Z", "A"]), (Role.DONOR, ["M"])]


def test_a_role_stands_once_however_its_organisations_are_scattered(project):
    one, two, three = (OrganisationFactory(name=name) for name in "ABC")
    set_organisations(project, (Role.DONOR, one), (Role.PARTNER, two), (Role.DONOR, three))
    assert participants(project) == [(Role.DONOR, ["A", "C"]), (Role.PARTNER, ["B"])]


def test_one_organisation_may_have_several_roles(project):
    both = OrganisationFactory(name="A")
    set_organisations(project, (Role.DONOR, both), (Role.IMPLEMENTING, both))
    assert participants(project) == [(Role.DONOR, ["A"]), (Role.IMPLEMENTING, ["A"])]


def test_names_stand_in_the_visitors_language_and_else_in_the_source(project, english, translated):
    named, unnamed = OrganisationFactory(name="Qeveria Suedeze"), OrganisationFactory(name="UNDP")
    publish_translation(named, english, [("Qeveria Suedeze", "Swedish Government")])
    set_organisations(project, (Role.FINANCING, named), (Role.FINANCING, unnamed))
    assert participants(translated, "en") == [(Role.FINANCING, ["Swedish Government", "UNDP"])]
    assert participants(project) == [(Role.FINANCING, ["Qeveria Suedeze", "UNDP"])]


def test_the_logos_of_donors_are_their_marks_with_alternative_text(project):
    donor = OrganisationFactory(logo=ImageFactory(), logo_alt="Flamuri")
    set_organisations(
        project,
        (Role.DONOR, donor),
        (Role.DONOR, OrganisationFactory()),
        (Role.PARTNER, OrganisationFactory(logo=ImageFactory())),
    )
    with override("sq"):
        marks = ProjectParts(ProjectPage.objects.get(pk=project.pk)).donor_marks
    assert [mark.alt for mark in marks] == ["Flamuri"]


def test_the_parts_take_as_many_queries_for_one_as_for_many(project, django_assert_max_num_queries):
    set_organisations(
        project, *((Role.PARTNER, OrganisationFactory(logo=ImageFactory())) for _ in range(5))
    )
    page = ProjectPage.objects.get(pk=project.pk)
    with django_assert_max_num_queries(5), override("sq"):
        parts = ProjectParts(page)
        assert len(parts.participants[0][1]) == 5
        assert len(parts.images) == 5


def headlines(url: str) -> list[str]:
    return [words(title) for title in read(url).select(".update__title")]


def test_updates_stand_newest_first(project):
    for year in (2021, 2023, 2022):
        ProjectUpdatePageFactory(
            parent=project, title=f"Viti {year}", date=datetime.date(year, 1, 5)
        )
    assert headlines(URLS["sq"]) == ["Viti 2023", "Viti 2022", "Viti 2021"]
    assert "5 janar 2023" in read(URLS["sq"]).select_one(".update").text


def test_drafts_and_private_updates_are_not_shown(project):
    shown, draft, private = (
        ProjectUpdatePageFactory(parent=project, title=title)
        for title in ("Lajm", "Skicë", "Privat")
    )
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert headlines(URLS["sq"]) == [shown.title]


def test_updates_are_those_of_the_visitors_language(project, translated, english, publish):
    update = ProjectUpdatePageFactory(parent=project, title="Lajm", slug="lajm")
    ProjectUpdatePageFactory(parent=project, title="Vetëm shqip")
    publish(publish_translation, update, english, [("Lajm", "News"), ("lajm", "news")])
    assert headlines(URLS["en"]) == ["News"]
    assert read("/en/projects/the-project/news/").h1.text == "News"


def test_participants_of_all_projects_stand_once_each(project):
    both = OrganisationFactory(name="Në të dy")
    for page in (project, ProjectPageFactory()):
        add_organisation(page, Role.PARTNER, both)
    with override("sq"):
        assert [each.term.name for each in all_participants()] == ["Në të dy"]


def test_participants_of_drafts_and_private_projects_are_not_shown(project):
    draft, private = ProjectPageFactory(), ProjectPageFactory()
    add_organisation(draft, Role.PARTNER, OrganisationFactory())
    add_organisation(private, Role.PARTNER, OrganisationFactory())
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    with override("sq"):
        assert all_participants() == []


def test_the_latest_projects_are_those_that_began_last(project):
    newer = ProjectPageFactory(start_date=datetime.date(2024, 1, 1), end_date=None)
    private = ProjectPageFactory(start_date=datetime.date(2025, 1, 1), end_date=None)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    with override("sq"):
        assert [card.page for card in latest_cards(5)] == [newer, project]
        assert [card.page for card in latest_cards(1)] == [newer]


def test_projects_of_a_municipality_are_found_in_each_language(project, translated):
    vlora = project.municipalities.get()
    ProjectPageFactory(municipalities=[MunicipalityFactory()])
    for language, page in (("sq", project), ("en", translated)):
        with override(language):
            assert [card.page for card in cards_in(vlora.pk)] == [page]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("sq", ["të paktën 25", "rreth 2 000", "Rezultati I", "Në vazhdim", "3,5", "80%"]),
        ("en", ["at least 25", "about 2,000", "Result I", "In progress", "3.5", "80%"]),
    ],
)
def test_figures_are_written_as_each_language_does(project, english, publish, language, shown):
    indicator = {"name": "Plane", "unit": "", "baseline": 0, "target": "3.5", "actual": 1}
    group = {"kind": "direct", "group": "Anëtarë", "women_share": 80, "men_share": 20}
    project.results = [
        ("result", {"title": "Plani", "status": "ongoing", "indicators": [indicator]})
    ]
    project.beneficiaries = [
        ("group", {**group, "precision": "at_least", "count": 25}),
        ("group", {"kind": "final", "group": "Persona", "precision": "about", "count": 2000}),
    ]
    project.save_revision().publish()
    more = [("Plane", "Plans"), ("Plani", "Plan"), ("Anëtarë", "Members"), ("Persona", "Persons")]
    publish(publish_translation, ProjectPage.objects.get(pk=project.pk), english, WORDS + more)
    text = words(read(URLS[language]).main)
    for figure in shown:
        assert figure in text


def test_what_is_not_reported_yet_is_said_once(project):
    indicators = [{"name": name, "target": "3.5"} for name in ("Plane", "Raporte")]
    result = ("result", {"title": "Plani", "indicators": indicators, "evidence": []})
    project.results = [result, result]
    project.save_revision().publish()
    main = read(URLS["sq"]).main
    assert words(main).count("ende nuk është raportuar") == 1
    assert [each.text for each in main.select(".indicator__values th")] == ["Vlera e synuar"] * 4
    assert not main.select(".meter")


def test_the_page_describes_the_project_to_machines(project, english, publish):
    donor = OrganisationFactory(name='Programi "Fund </script> Dhunës"')
    payer = OrganisationFactory(name="Qeveria Suedeze")
    set_organisations(project, (Role.DONOR, donor), (Role.FINANCING, payer), (Role.DONOR, payer))
    data = structured_data(read(URLS["sq"]))
    assert set(data) == {"Project", "BreadcrumbList"}
    described = data["Project"]
    assert (described["startDate"], described["endDate"]) == ("2020-08", "2021-12")
    assert described["url"].endswith(URLS["sq"])
    assert described["areaServed"] == [{"@type": "AdministrativeArea", "name": "Vlorë"}]
    assert described["funder"] == [
        {"@type": "Organization", "name": donor.name},
        {"@type": "Organization", "name": payer.name},
    ]
    assert [each["name"] for each in described["sponsor"]] == ["Qeveria Suedeze"]


@pytest.mark.parametrize(
    ("language", "trail"),
    [("sq", ["Kreu", "Projekte", "Projekti"]), ("en", ["Home", "Projects", "The project"])],
)
def test_the_breadcrumb_is_the_same_for_people_and_machines(translated, language, trail):
    html = read(URLS[language])
    items = structured_data(html)["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == trail
    assert [item["position"] for item in items] == [1, 2, 3]
    assert all(item["item"].startswith("http") for item in items)
    assert [words(item) for item in html.select("nav.breadcrumb li")] == trail


@pytest.mark.parametrize(
    ("language", "own", "other", "title"),
    [("sq", "sq_AL", "en_GB", "Projekti"), ("en", "en_GB", "sq_AL", "The project")],
)
def test_shared_links_are_described_in_their_language(translated, language, own, other, title):
    tags = meta(read(URLS[language]))
    assert tags["og:title"].startswith(title)
    assert (tags["og:locale"], tags["og:locale:alternate"]) == (own, other)
    assert tags["og:url"].endswith(URLS[language])
    assert tags["og:description"] == tags["description"]


def test_the_cover_is_the_picture_of_shared_links(project):
    project.cover = ImageFactory(size=(1600, 900))
    project.cover_alt = "Një sallë"
    project.save_revision().publish()
    tags = meta(read(URLS["sq"]))
    assert tags["og:image"].startswith("http://testserver/")
    assert tags["og:image:alt"] == "Një sallë"


def test_hashtags_are_shown_with_one_mark_each():
    assert ProjectPage(hashtags="irisnetwork #fundedbytheeu").hashtag_list == [
        "#irisnetwork",
        "#fundedbytheeu",
    ]
