"""The front page and the pages that list projects and municipalities."""

from typing import Any

from portal.demo.words import T

HOME: dict[str, Any] = {
    "title": T("Kreu", "Home"),
    "summary": T(
        "D&E punon me bashkitë, me ofruesit e shërbimeve komunitare dhe me organizatat e "
        "shoqërisë civile, që të mbijetuarat e dhunës me bazë gjinore të kenë mbështetje që zgjat.",
        "D&E works with municipalities, community service providers and civil-society "
        "organisations, so that survivors of gender-based violence have support that lasts.",
    ),
    "body": [
        (
            "hero",
            {
                "title": T("Mbështetje që zgjat", "Support that lasts"),
                "text": T(
                    "Punojmë me bashkitë që të mbijetuarat e dhunës me bazë gjinore të gjejnë, "
                    "aty ku jetojnë, mbështetje që nuk mbaron me ditët e para.",
                    "We work with municipalities so that survivors of gender-based violence find, "
                    "where they live, support that does not end after the first days.",
                ),
                "links": [
                    {"label": T("Shihni projektet", "See the projects"), "page": "projects"},
                    {"label": T("Kontakte të dobishme", "Useful contacts"), "page": "help"},
                ],
            },
        ),
        (
            "what_we_do",
            {
                "title": T("Çfarë bëjmë", "What we do"),
                "items": [
                    {
                        "title": T("Studiojmë çfarë funksionon", "We study what works"),
                        "text": T(
                            "Modelet e suksesshme të integrimit socio-ekonomik, të shpjeguara që "
                            "bashkitë të mund t’i përshtatin.",
                            "Successful models of socio-economic integration, explained so that "
                            "municipalities can adapt them.",
                        ),
                        "page": "project_models",
                    },
                    {
                        "title": T("Ngremë kapacitete", "We build capacity"),
                        "text": T(
                            "Trajnim dhe mentorim për autoritetet vendore dhe organizatat e "
                            "shoqërisë civile.",
                            "Training and mentoring for local authorities and civil-society "
                            "organisations.",
                        ),
                        "page": "project_models",
                    },
                    {
                        "title": T("Planifikojmë bashkë", "We plan together"),
                        "text": T(
                            "Plane vendore që shkruhen me kontributin e grupeve të interesit dhe "
                            "të ofruesve të shërbimeve.",
                            "Local plans written with the contribution of interest groups and "
                            "service providers.",
                        ),
                        "page": "project_iris",
                    },
                    {
                        "title": T("Ndjekim zbatimin", "We follow implementation"),
                        "text": T(
                            "Skema dhe raporte monitorimi që tregojnë si po zbatohen planet.",
                            "Monitoring schemes and reports that show how plans are being carried "
                            "out.",
                        ),
                        "page": "project_iris",
                    },
                ],
            },
        ),
        ("latest_projects", {"title": T("Projektet e fundit", "Latest projects"), "count": 3}),
        (
            "figures",
            {
                "title": T("Puna jonë në shifra", "Our work in figures"),
                "figures": [
                    {
                        "number": 3,
                        "label": T(
                            "bashki të mbështetura për planet e integrimit socio-ekonomik",
                            "municipalities supported with socio-economic integration plans",
                        ),
                        "page": "project_models",
                    },
                    {
                        "number": 5,
                        "label": T(
                            "ose më shumë grupe të komunitetit për t’u konsultuar në Vlorë",
                            "or more community groups to be consulted in Vlora",
                        ),
                        "page": "project_iris",
                    },
                    {
                        "number": 2000,
                        "label": T(
                            "ose rreth kaq persona: përfituesit përfundimtarë në Vlorë",
                            "or about as many persons: the final beneficiaries in Vlora",
                        ),
                        "page": "project_iris",
                    },
                ],
            },
        ),
        ("partners", {"title": T("Donatorë dhe partnerë", "Donors and partners")}),
    ],
    "internal_note": (
        "Tekst demonstrativ në hapje dhe te “Çfarë bëjmë”. Shifrat vijnë nga faqet e dy "
        "projekteve dhe tregojnë synime, jo rezultate të raportuara. Nuk ka thirrje të hapura, "
        "prandaj blloku i thirrjeve mungon."
    ),
}

INDEX_PAGES: dict[str, dict[str, Any]] = {
    "projects": {
        "title": T("Projekte", "Projects"),
        "slug": T("projekte", "projects"),
        "summary": T(
            "Projektet tona sipas bashkisë, temës, donatorit, gjendjes dhe vitit; në hartë dhe në "
            "listë.",
            "Our projects by municipality, theme, donor, status and year; on the map and as a "
            "list.",
        ),
        "show_in_menus": True,
    },
    "municipalities": {
        "title": T("Bashki", "Municipalities"),
        "slug": T("bashki", "municipalities"),
        "summary": T(
            "Bashkitë ku punojmë: çfarë ndodh në secilën dhe cilat zyra ndihmojnë atje.",
            "The municipalities where we work: what happens in each, and which offices help there.",
        ),
        "show_in_menus": True,
    },
}
