"""Checklist for a multi-agency meeting."""

from typing import Any

from knowledgebase.demo.content.resources.notices import OURS
from portal.demo.words import T

POINTS = (T("Pika", "Point"), T("U bë", "Done"), T("Shënim", "Note"))


def checks(points: list[T]) -> dict[str, Any]:
    """Return a table in which each point can be ticked."""
    return {"headers": POINTS, "rows": [(point, "☐", "") for point in points]}


CASE_MEETING: dict[str, Any] = {
    **OURS,
    "title": T(
        "Listë kontrolli për takimin ndërinstitucional", "Checklist for a multi-agency meeting"
    ),
    "slug": T("liste-kontrolli-per-takimin", "checklist-for-a-meeting"),
    "summary": T(
        "Çfarë përgatitet para takimit, çfarë ruhet gjatë tij dhe çfarë bëhet më pas, që vendimet"
        " të zbatohen dhe askush të mos vihet në rrezik.",
        "What to prepare before the meeting, what to guard during it and what to do afterwards, so"
        " that decisions are carried out and nobody is put at risk.",
    ),
    "kind": "form",
    "themes": ["gender-based-violence"],
    "needs": ["psychosocial-support", "legal-help"],
    "body": [
        (
            "text",
            T(
                "<p>Për atë që thërret takimin e mekanizmit të koordinuar të referimit. Shtypeni,"
                " plotësojeni gjatë takimit dhe ruajeni ashtu siç ruhen të dhënat e tjera të"
                " mbrojtura.</p>",
                "<p>For whoever calls the meeting of the coordinated referral mechanism. Print it,"
                " fill it in during the meeting and keep it as other protected data are kept.</p>",
            ),
        )
    ],
    "file": "pdf",
    "languages": ["sq", "en"],
    "blocks": [
        ("heading", T("Para takimit", "Before the meeting")),
        (
            "table",
            checks(
                [
                    T(
                        "E mbijetuara e di se do të flitet për të, me kë dhe pse.",
                        "The survivor knows that she will be spoken of, with whom and why.",
                    ),
                    T(
                        "Pëlqimi i saj është i shkruar, ose arsyeja ligjore për të vepruar pa të"
                        " është e shkruar.",
                        "Her consent is in writing, or the legal ground for acting without it is.",
                    ),
                    T(
                        "U pyet çfarë do ajo të arrihet dhe çfarë nuk duhet thënë.",
                        "She was asked what she wants to come of it and what must not be said.",
                    ),
                    T("Rreziku është vlerësuar këtë javë.", "The risk was assessed this week."),
                    T(
                        "Janë ftuar vetëm shërbimet që kanë diçka për të bërë.",
                        "Only services that have something to do are invited.",
                    ),
                    T(
                        "Ftesa nuk përmban as emër, as adresë.",
                        "The invitation holds neither name nor address.",
                    ),
                ]
            ),
        ),
        ("heading", T("Gjatë takimit", "During the meeting")),
        (
            "table",
            checks(
                [
                    T(
                        "Fillohet me detyrat e herës së kaluar.",
                        "It begins with the tasks of the last time.",
                    ),
                    T(
                        "Siguria vjen e para: e saj, e fëmijëve, e personelit.",
                        "Safety comes first: hers, the children’s, the staff’s.",
                    ),
                    T(
                        "Ndahet vetëm çka duhet për vendimin.",
                        "Only what the decision needs is shared.",
                    ),
                    T(
                        "Flitet me respekt, sikur ajo të ishte në dhomë.",
                        "She is spoken of with respect, as if she were in the room.",
                    ),
                    T(
                        "Çdo vendim ka një emër, një afat dhe një zëvendës.",
                        "Each decision has one name, one date and a deputy.",
                    ),
                    T(
                        "Është caktuar kush flet me të dhe kur.",
                        "It is settled who speaks with her, and when.",
                    ),
                ]
            ),
        ),
        ("heading", T("Pas takimit", "After the meeting")),
        (
            "table",
            checks(
                [
                    T(
                        "E mbijetuara është njoftuar në mënyrën që ka zgjedhur.",
                        "The survivor was told, in the way that she has chosen.",
                    ),
                    T(
                        "Procesverbali është i shkurtër, pa adresë, i mbyllur.",
                        "The minutes are short, without an address, locked away.",
                    ),
                    T("Plani individual është përditësuar.", "The individual plan is up to date."),
                    T(
                        "Kopjet dhe shënimet e tepërta janë asgjësuar.",
                        "Spare copies and notes are destroyed.",
                    ),
                    T(
                        "Data e takimit të radhës është caktuar.",
                        "The date of the next meeting is set.",
                    ),
                ]
            ),
        ),
        (
            "text",
            T(
                "Nëse gjatë takimit del se dikush është në rrezik tani, takimi ndërpritet dhe"
                " thirret policia (129).",
                "If it appears during the meeting that somebody is in danger now, the meeting stops"
                " and the police are called (129).",
            ),
        ),
    ],
}
