"""Protocol of referral, in Albanian."""

from typing import Any

from knowledgebase.demo.content.resources.notices import OURS
from portal.demo.words import T

REFERRAL_PROTOCOL: dict[str, Any] = {
    **OURS,
    "title": T("Protokoll referimi mes shërbimeve", "Protocol of referral between services"),
    "slug": T("protokoll-referimi", "protocol-of-referral"),
    "summary": T(
        "Draft marrëveshjeje: si kalon një e mbijetuar nga një shërbim te tjetri pa e treguar"
        " sërish historinë, çfarë ndahet dhe brenda çfarë afati.",
        "A draft agreement: how a survivor passes from one service to another without telling her"
        " story again, what is shared and within what time.",
    ),
    "kind": "protocol",
    "themes": ["gender-based-violence", "local-social-planning"],
    "needs": ["legal-help", "psychosocial-support"],
    "body": [
        (
            "text",
            T(
                "<p>Skedari është në shqip, sepse nënshkruhet nga institucione shqiptare. Vendet me"
                " tri pika plotësohen nga palët; juristja ose juristi i bashkisë e kontrollon para"
                " nënshkrimit.</p>",
                "<p>The file is in Albanian, because Albanian institutions sign it. Parties fill in"
                " the places marked with dots; the municipality’s lawyer checks it before it is"
                " signed.</p>",
            ),
        )
    ],
    "file": "docx",
    "languages": ["sq"],
    "blocks": [
        ("heading", "1. Palët dhe qëllimi"),
        (
            "text",
            (
                "Ky protokoll lidhet mes Bashkisë …, Komisariatit të Policisë …, Njësisë Vendore të"
                " Kujdesit Shëndetësor …, Zyrës Arsimore …, zyrës së punës … dhe organizatës …"
            ),
        ),
        (
            "text",
            (
                "Qëllimi: e mbijetuara merr mbështetjen që do ajo, pa vonesë, pa u dërguar nga zyra"
                " në zyrë dhe pa u vënë në rrezik."
            ),
        ),
        ("heading", "2. Parimet"),
        (
            "list",
            [
                "Siguria e saj dhe e fëmijëve vjen para çdo afati.",
                (
                    "Vendos ajo. Pa pëlqimin e saj nuk ndahet asgjë, përveç kur ligji e kërkon;"
                    " edhe atëherë ajo njoftohet, nëse është e sigurt."
                ),
                "Ndahet vetëm çka i duhet shërbimit që merr.",
                (
                    "Askush nuk përjashtohet për shkak të kombësisë, aftësisë së kufizuar, moshës,"
                    " orientimit seksual, statusit ose vendbanimit."
                ),
            ],
        ),
        ("heading", "3. Hapat"),
        (
            "table",
            {
                "headers": ("Hapi", "Kush", "Afati"),
                "rows": [
                    (
                        "Pritja në një vend ku mund të flitet; vlerësimi i parë i rrezikut",
                        "Shërbimi që e takon i pari",
                        "Menjëherë",
                    ),
                    (
                        "Njoftimi i policisë, kur ka rrezik të menjëhershëm",
                        "Shërbimi që e takon i pari",
                        "Menjëherë",
                    ),
                    (
                        "Pëlqimi i shkruar për atë që ndahet",
                        "Shërbimi që e takon i pari",
                        "Para referimit",
                    ),
                    (
                        "Thirrja te personi i kontaktit, pastaj formulari",
                        "Shërbimi që referon",
                        "… orë",
                    ),
                    (
                        "Konfirmimi se u prit, dhe kush e shoqëron",
                        "Shërbimi që merr",
                        "… ditë pune",
                    ),
                    (
                        "Takimi ndërinstitucional dhe plani individual",
                        "Koordinatorja ose koordinatori vendor",
                        "… ditë",
                    ),
                    ("Rishikimi", "Menaxherja ose menaxheri i rastit", "Çdo … muaj"),
                ],
            },
        ),
        ("heading", "4. Çfarë ndahet"),
        (
            "table",
            {
                "headers": ("Ndahet", "Nuk ndahet"),
                "rows": [
                    (
                        "Kodi, mënyra e sigurt e kontaktit, nevoja, rreziku",
                        "Historia e plotë e dhunës",
                    ),
                    ("Urdhri i mbrojtjes, kur ka lidhje me shërbimin", "Adresa e strehimit"),
                    ("Nevojat e fëmijëve për shërbimin", "Diagnoza dhe shënime të bisedave"),
                ],
            },
        ),
        ("heading", "5. Personat e kontaktit"),
        (
            "table",
            {
                "headers": (
                    "Institucioni",
                    "Personi dhe zëvendësi",
                    "Telefoni në orar",
                    "Jashtë orarit",
                ),
                "rows": [("…", "…", "…", "…") for _row in range(4)],
            },
        ),
        ("heading", "6. Ankesat, ndryshimet, nënshkrimet"),
        (
            "text",
            (
                "E mbijetuara mund të ankohet te … dhe merr përgjigje brenda … ditësh. Palët e"
                " shikojnë protokollin një herë në vit. Data: …"
            ),
        ),
    ],
}
