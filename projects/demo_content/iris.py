"""The project IRIS PROGRESS in Vlora."""

from datetime import date
from decimal import Decimal
from typing import Any

from portal.demo.words import T
from projects.demo_content.contact import CONTACT
from projects.demo_content.terms import CONSULTATION_GROUPS

PROJECT_IRIS: dict[str, Any] = {
    "title": T(
        "IRIS PROGRESS: politika dhe shërbime më të forta në Vlorë",
        "IRIS PROGRESS: stronger policies and services in Vlora",
    ),
    "slug": T("iris-progress", "iris-progress"),
    "official_title": T(
        "Angazhimi me pjesëmarrje për të forcuar politikat dhe shërbimet në Bashkinë Vlorë",
        "Participatory engagement to strengthen policies and services in the Municipality of Vlora",
    ),
    "summary": T(
        "Projekti synoi që nevojat për shërbime në Bashkinë Vlorë të vlerësoheshin bashkë me "
        "komunitetin dhe që Plani Social Vendor 2024-2026, me Strategjinë e tij të Monitorimit, "
        "të finalizohej me kontributin e grupeve të interesit.",
        "The project set out to assess the need for services in the Municipality of Vlora "
        "together with the community, and to finalise the Local Social Plan 2024-2026, with its "
        "Monitoring Strategy, with the contribution of interest groups.",
    ),
    "start_date": date(2023, 12, 1),
    "end_date": date(2024, 12, 1),
    "duration_stated": T("12 muaj", "12 months"),
    "cover": "horns",
    "aim": T(
        "<p>Të forcohen politikat dhe shërbimet në Bashkinë Vlorë me pjesëmarrjen e atyre që i "
        "ofrojnë shërbimet dhe të atyre që kanë nevojë për to.</p>",
        "<p>To strengthen policies and services in the Municipality of Vlora with the "
        "participation of those who provide the services and of those who need them.</p>",
    ),
    "pillars": [],
    "results": [
        {
            "title": T(
                "Vlerësohen nevojat e grupeve në nevojë, nevoja për shërbime dhe gjendja e "
                "ofrimit të shërbimeve në bashki",
                "The needs of groups in need, the need for services and the state of service "
                "provision in the municipality are assessed",
            ),
            "text": T(
                "<p>Konsultohen agjencitë vendore që ofrojnë shërbime shtetërore, organizatat që "
                "ofrojnë shërbime dhe pjesëtarë e pjesëtare të komunitetit, nga të paktën pesë "
                "grupe. Lista e grupeve nuk është shteruese.</p><p>Pas konsultimeve grupet njihen "
                "me rezultatet e studimit dhe japin të dhëna e rekomandime për shërbimet, të "
                "cilat përfshihen në plan.</p>",
                "<p>Consultations are held with local agencies that provide state services, with "
                "organisations that provide services, and with members of the community, from at "
                "least five groups. The list of groups is not exhaustive.</p><p>After the "
                "consultations the groups learn the results of the study and give data and "
                "recommendations for services, which go into the plan.</p>",
            ),
            "status": "unreported",
            "indicators": [
                {
                    "name": T(
                        "Grupe të komunitetit të konsultuara, të paktën",
                        "Community groups consulted, at least",
                    ),
                    "unit": T("grupe", "groups"),
                    "target": Decimal(5),
                }
            ],
        },
        {
            "title": T(
                "Finalizohen Plani Social Vendor i Bashkisë Vlorë 2024-2026 dhe Strategjia e tij "
                "e Monitorimit, me kontributin e grupeve të interesit",
                "The Local Social Plan of the Municipality of Vlora 2024-2026 and its Monitoring "
                "Strategy are finalised with the interest groups’ contribution",
            ),
            "text": T(
                "<p>Organizatat dhe autoritetet vendore marrin pjesë në konsultime dhe japin "
                "kontributin e tyre për planin.</p>",
                "<p>Local organisations and local authorities take part in consultations and give "
                "their input to the plan.</p>",
            ),
            "status": "unreported",
            "indicators": [
                {
                    "name": T(
                        "Anëtarë dhe anëtare të organizatave vendore që marrin pjesë, të paktën",
                        "Members of local organisations who take part, at least",
                    ),
                    "unit": T("persona", "persons"),
                    "target": Decimal(25),
                },
                {
                    "name": T(
                        "Përfaqësues dhe përfaqësuese të autoriteteve vendore që marrin pjesë, të "
                        "paktën",
                        "Representatives of local authorities who take part, at least",
                    ),
                    "unit": T("persona", "persons"),
                    "target": Decimal(30),
                },
            ],
        },
        {
            "title": T(
                "Plani miratohet nga Këshilli Bashkiak dhe nga Kryetari i / Kryetarja e Bashkisë "
                "brenda majit 2024",
                "The plan is approved by the Municipal Council and the Mayor by the end of May "
                "2024",
            ),
            "status": "unreported",
            "indicators": [],
        },
        {
            "title": T(
                "Raporti i monitorimit për vitin e parë të planit u dorëzohet autoriteteve "
                "përgjegjëse",
                "The monitoring report on the first year of the plan is submitted to the "
                "responsible authorities",
            ),
            "status": "unreported",
            "indicators": [],
        },
    ],
    "beneficiaries": [
        {
            "kind": "main",
            "group": T("Bashkia Vlorë", "The Municipality of Vlora"),
            "precision": "exact",
        },
        {
            "kind": "direct",
            "group": T(
                "Anëtarë dhe anëtare të organizatave vendore, në konsultime dhe kontribute për "
                "planin",
                "Members of local organisations, in consultations and inputs to the plan",
            ),
            "precision": "at_least",
            "count": 25,
            "women_share": 80,
            "men_share": 20,
        },
        {
            "kind": "direct",
            "group": T(
                "Përfaqësues dhe përfaqësuese të autoriteteve vendore, në konsultime dhe "
                "kontribute për planin",
                "Representatives of local authorities, in consultations and inputs to the plan",
            ),
            "precision": "at_least",
            "count": 30,
            "women_share": 70,
            "men_share": 30,
        },
        {
            "kind": "final",
            "group": T(
                "Persona në nevojë për shërbime në Bashkinë Vlorë",
                "Persons in need of services in the Municipality of Vlora",
            ),
            "precision": "about",
            "count": 2000,
            "base_precision": "at_least",
            "base_count": 1700,
            "base_text": T(
                "persona në nevojë që mund t’i përdorin shërbimet, sipas bashkisë",
                "persons in need who may use the services, as reported by the municipality",
            ),
        },
    ],
    "body": [
        ("heading", T("Emri i plotë i projektit", "The project’s full name")),
        (
            "text",
            T(
                "<p>Projekti quhet <i>Forcimi i kapaciteteve dhe angazhimi i politikave të "
                "ofruesve të shërbimeve komunitare – IRIS PROGRESS</i>. D&amp;E është anëtare e "
                "rrjetit IRIS.</p>",
                "<p>The project is called <i>Capacity strengthening and policy engagement of "
                "community service providers – IRIS PROGRESS</i>. D&amp;E is a member of the IRIS "
                "network.</p>",
            ),
        ),
        (
            "callout",
            {
                "kind": "info",
                "title": T("Si lexohen shifrat", "How to read the figures"),
                "text": T(
                    "<p>Shifrat e kësaj faqeje tregojnë atë që projekti synonte. Sa u arrit, e "
                    "botojmë këtu vetëm pasi të jetë raportuar.</p>",
                    "<p>The figures on this page show what the project aimed for. What was "
                    "reached we publish here only once it has been reported.</p>",
                ),
            },
        ),
        ("heading", T("Nga konsultimi te plani", "From consultation to plan")),
        (
            "text",
            T(
                "<p>Një plan social vlen aq sa e njohin ata për të cilët shkruhet. Prandaj puna "
                "organizohet në katër hapa:</p><ol><li><b>Dëgjojmë.</b> Ofruesit e shërbimeve dhe "
                "pjesëtarë e pjesëtare të komunitetit tregojnë se çfarë u duhet dhe çfarë "
                "mungon.</li><li><b>Kthehemi.</b> Secili grup i sheh rezultatet para se të "
                "shkruhet plani dhe thotë nëse e njeh veten në to.</li><li><b>Shkruajmë "
                "bashkë.</b> Rekomandimet për shërbimet hyjnë në plan dhe në strategjinë e "
                "monitorimit.</li><li><b>Ndjekim.</b> Pas vitit të parë, zbatimi i planit "
                "përmblidhet në një raport monitorimi.</li></ol>",
                "<p>A social plan is worth as much as it is known by those for whom it is "
                "written. That is why the work is organised in four steps:</p><ol><li><b>We "
                "listen.</b> Service providers and members of the community say what they need "
                "and what is missing.</li><li><b>We come back.</b> Each group sees the results "
                "before the plan is written and says whether it recognises itself in "
                "them.</li><li><b>We write together.</b> Recommendations for services go into the "
                "plan and into the monitoring strategy.</li><li><b>We follow up.</b> After the "
                "first year, how the plan was carried out is summed up in a monitoring "
                "report.</li></ol>",
            ),
        ),
        (
            "accordion",
            {
                "items": [
                    {
                        "title": T(
                            "Çfarë është Plani Social Vendor?", "What is a Local Social Plan?"
                        ),
                        "text": T(
                            "<p>Është dokumenti me të cilin bashkia përcakton nevojat për "
                            "shërbime sociale në territorin e saj, përparësitë dhe masat për disa "
                            "vite. Quhet edhe Plani Social Lokal.</p>",
                            "<p>It is the document in which the municipality sets out the need "
                            "for social services in its territory, the priorities, and the "
                            "measures for several years.</p>",
                        ),
                    },
                    {
                        "title": T("Kush e miraton planin?", "Who approves the plan?"),
                        "text": T(
                            "<p>Këshilli Bashkiak dhe Kryetari i / Kryetarja e Bashkisë. Projekti "
                            "parashikonte që miratimi të bëhej brenda majit 2024.</p>",
                            "<p>The Municipal Council and the Mayor. The project planned for "
                            "approval by the end of May 2024.</p>",
                        ),
                    },
                    {
                        "title": T(
                            "Çfarë i shton planit monitorimi?",
                            "What does monitoring add to the plan?",
                        ),
                        "text": T(
                            "<p>Strategjia e monitorimit thotë qysh në fillim se çfarë do të "
                            "ndiqet, kur dhe nga kush. Kështu raporti i vitit të parë mund të "
                            "lexohet përkrah premtimeve të planit.</p>",
                            "<p>The monitoring strategy says from the start what will be "
                            "followed, when and by whom. The report on the first year can then be "
                            "read beside the plan’s promises.</p>",
                        ),
                    },
                ]
            },
        ),
    ],
    "funding_statement": T("Financuar nga Bashkimi Evropian.", "Funded by the European Union."),
    "disclaimer": T(
        "Kjo faqe u përgatit me mbështetjen financiare të Bashkimit Evropian. Për përmbajtjen e "
        "saj përgjigjet vetëm D&E; pikëpamjet e shprehura këtu nuk janë domosdoshmërisht ato të "
        "Bashkimit Evropian.",
        "This page was prepared with financial support from the European Union. D&E alone answers "
        "for what it says; the views expressed here are not necessarily those of the European "
        "Union.",
    ),
    "contact": CONTACT,
    "hashtags": "#irisnetwork #fundedbytheeu",
    "organisations": [("donor", "european-union")],
    "themes": ["local-social-planning", "capacity-building", "monitoring", "gender-based-violence"],
    "municipalities": ["vlora"],
    "consultation_groups": list(CONSULTATION_GROUPS),
    "related": ["project_models", "municipality_vlora"],
    "internal_note": (
        "Tekst demonstrativ: përmbledhja, qëllimi (i nxjerrë nga titulli i veprimit), pjesa “Nga "
        "konsultimi te plani” me pyetjet e saj dhe shënimi i përgjegjësisë, që duhet krahasuar me "
        "formulën e kontratës. Titujt, periudha, rezultatet e pritshme, grupet, përfituesit dhe "
        "financimi vijnë nga organizata. Vlerat faktike të treguesve lihen bosh derisa të "
        "raportohen."
    ),
    "updates": [
        {
            "title": T("Fillon puna në Vlorë", "Work begins in Vlora"),
            "slug": T("fillon-puna-ne-vlore", "work-begins-in-vlora"),
            "summary": T(
                "Në dhjetor 2023 fillon veprimi për politika dhe shërbime më të forta në Bashkinë "
                "Vlorë.",
                "In December 2023 the action for stronger policies and services in the "
                "Municipality of Vlora begins.",
            ),
            "date": date(2023, 12, 1),
            "body": [
                (
                    "text",
                    T(
                        "<p>Hapi i parë është vlerësimi i nevojave, me konsultime me ofruesit e "
                        "shërbimeve dhe me të paktën pesë grupe të komunitetit. Projekti zgjat "
                        "nga dhjetori 2023 deri në dhjetor 2024.</p>",
                        "<p>The first step is the needs assessment, with consultations with "
                        "service providers and with at least five community groups. The project "
                        "runs from December 2023 to December 2024.</p>",
                    ),
                )
            ],
            "internal_note": "Dita e datës është demonstrative: dihet vetëm muaji (dhjetor 2023).",
        },
        {
            "title": T(
                "Plani Social Vendor: miratimi parashikohet brenda majit 2024",
                "Local Social Plan: approval planned by the end of May 2024",
            ),
            "slug": T("miratimi-i-planit-social-vendor", "approval-of-the-local-social-plan"),
            "summary": T(
                "Sipas projektit, plani i kalon për miratim Këshillit Bashkiak dhe Kryetarit ose "
                "Kryetares së Bashkisë.",
                "Under the project, the plan goes to the Municipal Council and the Mayor for "
                "approval.",
            ),
            "date": date(2024, 5, 1),
            "body": [
                (
                    "text",
                    T(
                        "<p>Plani Social Vendor i Bashkisë Vlorë 2024-2026 dhe Strategjia e tij e "
                        "Monitorimit finalizohen me kontributin e grupeve të interesit. Projekti "
                        "parashikon që plani të miratohet brenda majit 2024.</p>",
                        "<p>The Local Social Plan of the Municipality of Vlora 2024-2026 and its "
                        "Monitoring Strategy are finalised with the interest groups’ "
                        "contribution. The project plans for it to be approved by the end "
                        "of May 2024.</p>",
                    ),
                )
            ],
            "internal_note": (
                "Dita e datës është demonstrative. Nuk dimë nëse dhe kur u miratua plani: teksti "
                "thotë vetëm çfarë parashikonte projekti."
            ),
        },
    ],
}
