"""The projects' part of the demonstration content."""

from typing import Any

from portal.demo import pictures
from portal.demo.build import Demo, cover, image
from portal.demo.content import Content
from portal.demo.terms import make_term, terms
from portal.terms.models import ConsultationGroup, Municipality, Organisation, Theme
from projects.models import (
    MunicipalityIndexPage,
    MunicipalityPage,
    ProjectIndexPage,
    ProjectOrganisation,
    ProjectPage,
    ProjectUpdatePage,
)

CONTENT = Content(__file__)
LOGOS = {"swedish_flag": pictures.swedish_flag, "european_flag": pictures.european_flag}
APART = ("municipalities", "themes", "consultation_groups", "organisations", "cover")


def outline(demo: Demo) -> None:
    """Make terms, and the pages of municipalities and projects."""
    make_terms(demo)
    source = demo.source
    demo.pages["projects"] = ProjectIndexPage.objects.get(locale=source)
    demo.pages["municipalities"] = MunicipalityIndexPage.objects.get(locale=source)
    for key, content in CONTENT["municipality_pages"].items():
        municipality = Municipality.objects.get(slug=content["municipality"], locale=source)
        demo.outline(
            key, MunicipalityPage, demo.pages["municipalities"], content, municipality=municipality
        )
    for key, content in CONTENT["projects"].items():
        start = {"start_date": content["start_date"]}
        demo.outline(key, ProjectPage, demo.pages["projects"], content, **start)
        for name, update in updates(key).items():
            demo.outline(name, ProjectUpdatePage, demo.pages[key], update)


def write(demo: Demo) -> None:
    """Write the pages of municipalities and projects."""
    for key, content in CONTENT["municipality_pages"].items():
        demo.write(key, {name: content[name] for name in content if name != "municipality"})
    for key, content in CONTENT["projects"].items():
        write_project(demo, key, content)
        for name, update in updates(key).items():
            demo.write(name, update)


def updates(project: str) -> dict[str, dict[str, Any]]:
    """Return the updates of a project, by their keys."""
    return {
        key: {name: value for name, value in content.items() if name != "project"}
        for key, content in CONTENT["updates"].items()
        if content["project"] == project
    }


def write_project(demo: Demo, key: str, content: dict[str, Any]) -> None:
    """Write one project."""
    demo.write(
        key,
        {name: value for name, value in content.items() if name not in APART},
        cover=cover(content["cover"]),
        municipalities=terms(demo, Municipality, content["municipalities"]),
        themes=terms(demo, Theme, content["themes"]),
        consultation_groups=terms(demo, ConsultationGroup, content["consultation_groups"]),
        organisations=[
            ProjectOrganisation(
                role=row["role"],
                organisation=terms(demo, Organisation, [row["organisation"]])[0],
                locale=demo.source,
                sort_order=order,
            )
            for order, row in enumerate(content["organisations"])
        ],
    )


def make_terms(demo: Demo) -> None:
    """Make every term in every language."""
    for slug, content in CONTENT["municipalities"].items():
        make_term(demo, Municipality, slug, content)
    for model, file in ((Theme, "themes"), (ConsultationGroup, "consultation_groups")):
        for slug, name in CONTENT[file].items():
            make_term(demo, model, slug, {"name": name})
    for slug, content in CONTENT["organisations"].items():
        make_term(demo, Organisation, slug, {**content, "logo": logo(content.get("logo"))})


def logo(name: str | None) -> Any:
    """Return the picture of a logo."""
    return image(name, LOGOS[name]) if name else None
