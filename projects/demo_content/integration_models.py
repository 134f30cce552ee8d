"""The project on integration models in Tirana, Elbasan and Vlora."""

from datetime import date
from typing import Any

from portal.demo.words import T
from projects.demo_content.contact import CONTACT

PROJECT_MODELS: dict[str, Any] = {
    "title": T(
        "Modele të integrimit socio-ekonomik në Tiranë, Elbasan dhe Vlorë",
        "Models of socio-economic integration in Tirana, Elbasan and Vlora",
    ),
    "slug": T("modele-te-integrimit-socio-ekonomik", "models-of-socio-economic-integration"),
    "official_title": T(
        "Mbështetja e Bashkive Tiranë, Elbasan dhe Vlorë në analizimin, përvetësimin dhe zbatimin "
        "e modeleve/skemave të reja për integrimin socio-ekonomik për të mbijetuarat e dhunës me "
        "bazë gjinore",
        "Support to the municipalities of Tirana, Elbasan and Vlora in analysing, adopting and "
        "implementing new models/schemes for the socio-economic integration of survivors of "
        "gender-based violence",
    ),
    "summary": T(
        "Me bashkitë Tiranë, Elbasan dhe Vlorë: modele që i mbështesin të mbijetuarat e dhunës me "
        "bazë gjinore të ecin më tej me forcat e veta, nga studimi dhe trajnimi te planet vendore "
        "dhe monitorimi i tyre.",
        "With the municipalities of Tirana, Elbasan and Vlora: models that support survivors of "
        "gender-based violence in going on by their own strength, from study and training to "
        "local plans and their monitoring.",
    ),
    "start_date": date(2020, 8, 1),
    "end_date": date(2021, 12, 1),
    "cover": "diamonds",
    "aim": T(
        "<p>Të rriten kapacitetet e autoriteteve vendore dhe të organizatave të shoqërisë civile "
        "për të përvetësuar dhe zbatuar modele të efektshme të integrimit socio-ekonomik të të "
        "mbijetuarave të dhunës me bazë gjinore dhe, në këtë mënyrë, të përmirësohet sistemi i "
        "mbrojtjes.</p>",
        "<p>To raise the capacity of local authorities and civil-society organisations to adopt "
        "and apply effective models of socio-economic integration of survivors of gender-based "
        "violence and, in this way, to improve the protection system.</p>",
    ),
    "pillars": [
        {
            "title": T(
                "Studim mbi modelet e suksesshme të integrimit",
                "A study of successful integration models",
            ),
            "text": T(
                "<p>Një ekspert ose eksperte shqyrton modelet e suksesshme të integrimit. Mbi "
                "këtë bazë bashkitë mund të krahasojnë dhe të zgjedhin.</p>",
                "<p>An expert examines successful integration models. On this basis the "
                "municipalities can compare and choose.</p>",
            ),
        },
        {
            "title": T("Program për ngritjen e kapaciteteve", "A capacity-building programme"),
            "text": T(
                "<p>Programi u drejtohet autoriteteve vendore dhe organizatave të shoqërisë "
                "civile. Ai trajton mbështetjen për ri-integrim dhe nevojat që kanë të "
                "mbijetuarat gjatë zbatimit të planeve të tyre socio-ekonomike.</p>",
                "<p>The programme is for local authorities and civil-society organisations. It "
                "deals with supporting reintegration and with the needs that survivors have while "
                "their socio-economic plans are carried out.</p>",
            ),
        },
        {
            "title": T("Program mentorimi", "A mentoring programme"),
            "text": T(
                "<p>Profesionistët dhe profesionistet e fushës i ndajnë njohuritë me kolegë e "
                "kolege dhe mësojnë prej tyre.</p>",
                "<p>Professionals in the field share what they know with colleagues and learn "
                "from them in turn.</p>",
            ),
        },
        {
            "title": T("Plane të integrimit socio-ekonomik", "Socio-economic integration plans"),
            "text": T(
                "<p>Të tri bashkitë mbështeten në hartimin e planeve të integrimit socio-ekonomik "
                "për gratë viktima të dhunës në familje dhe të çdo forme tjetër dhune.</p>",
                "<p>The three municipalities are supported in drawing up socio-economic "
                "integration plans for women victims of domestic violence and of every other form "
                "of violence.</p>",
            ),
        },
        {
            "title": T(
                "Monitorim i zbatimit të planeve", "Monitoring of how the plans are carried out"
            ),
            "text": T(
                "<p>Zbatimi ndiqet me një skemë monitorimi të përshtatur në nivel vendor, e cila "
                "mbulon përbërësit kryesorë të planit.</p>",
                "<p>Implementation is followed by a monitoring scheme adapted to the local level, "
                "which covers the plan’s main components.</p>",
            ),
        },
        {
            "title": T(
                "Rekomandime për bashkitë e tjera", "Recommendations for other municipalities"
            ),
            "text": T(
                "<p>Me Ministrinë e Shëndetësisë dhe Mbrojtjes Sociale përgatiten rekomandime për "
                "shtrirjen e nismës në bashki të tjera të Shqipërisë.</p>",
                "<p>With the Ministry of Health and Social Protection, recommendations are "
                "prepared for extending the initiative to other municipalities of Albania.</p>",
            ),
        },
    ],
    "results": [],
    "beneficiaries": [],
    "body": [
        ("heading", T("Si lidhen shtyllat me njëra-tjetrën", "How the pillars fit together")),
        (
            "text",
            T(
                "<p>Gjashtë shtyllat ndjekin një rrugë të vetme. Studimi tregon se cilat modele "
                "ia vlen të provohen; trajnimi dhe mentorimi ua bëjnë të njohura atyre që punojnë "
                "çdo ditë me të mbijetuarat; planet i kthejnë modelet në masa për secilën bashki; "
                "monitorimi tregon se ku duhet ndryshuar diçka.</p><p>Integrimi socio-ekonomik "
                "është pjesa e gjatë e rrugës: fillon aty ku mbaron ndihma emergjente. Prandaj ai "
                "nuk është detyrë e një zyre të vetme, por e disa shërbimeve që duhet të flasin "
                "me njëra-tjetrën.</p>",
                "<p>The six pillars follow a single path. The study shows which models are worth "
                "trying; training and mentoring bring them to those who work with survivors every "
                "day; the plans turn the models into measures for each municipality; monitoring "
                "shows where something has to change.</p><p>Socio-economic integration is the "
                "long part of the way: it begins where emergency help ends. That is why it is not "
                "the task of one office alone, but of several services that have to talk to one "
                "another.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T(
                    "Shtyllat: kush merr pjesë dhe për çfarë",
                    "The pillars: who takes part, and what for",
                ),
                "headers": [
                    T("Shtylla", "Pillar"),
                    T("Kush merr pjesë", "Who takes part"),
                    T("Për çfarë", "What for"),
                ],
                "rows": [
                    [
                        T("Studim", "Study"),
                        T("Ekspert ose eksperte", "An expert"),
                        T("Njohja e modeleve të suksesshme", "Knowing which models succeed"),
                    ],
                    [
                        T("Ngritje kapacitetesh", "Capacity building"),
                        T(
                            "Autoritetet vendore dhe organizatat e shoqërisë civile",
                            "Local authorities and civil-society organisations",
                        ),
                        T("Mbështetja për ri-integrim", "Supporting reintegration"),
                    ],
                    [
                        T("Mentorim", "Mentoring"),
                        T("Profesionistë dhe profesioniste", "Professionals"),
                        T("Ndarja e njohurive", "Sharing knowledge"),
                    ],
                    [
                        T("Plane", "Plans"),
                        T(
                            "Bashkitë Tiranë, Elbasan dhe Vlorë",
                            "The municipalities of Tirana, Elbasan and Vlora",
                        ),
                        T(
                            "Masa për integrimin socio-ekonomik",
                            "Measures for socio-economic integration",
                        ),
                    ],
                    [
                        T("Monitorim", "Monitoring"),
                        T(
                            "Në nivel vendor, me një skemë të përshtatur",
                            "At local level, with an adapted scheme",
                        ),
                        T(
                            "Ndjekja e zbatimit të planeve",
                            "Following how the plans are carried out",
                        ),
                    ],
                    [
                        T("Rekomandime", "Recommendations"),
                        T(
                            "Ministria e Shëndetësisë dhe Mbrojtjes Sociale",
                            "The Ministry of Health and Social Protection",
                        ),
                        T(
                            "Shtrirja e nismës në bashki të tjera",
                            "Extending the initiative to other municipalities",
                        ),
                    ],
                ],
            },
        ),
        ("heading", T("Fjalët që përdorim", "The words we use")),
        (
            "accordion",
            {
                "items": [
                    {
                        "title": T(
                            "Çfarë është integrimi socio-ekonomik?",
                            "What is socio-economic integration?",
                        ),
                        "text": T(
                            "<p>Është gjithçka që e ndihmon një të mbijetuar të jetojë e sigurt "
                            "dhe me mjetet e veta, për shembull:</p><ul><li>një banesë ku mund të "
                            "qëndrojë;</li><li>formim profesional dhe punë;</li><li>kujdes dhe "
                            "shkollim për fëmijët;</li><li>mbështetje psikologjike, sociale e "
                            "ligjore për aq kohë sa duhet.</li></ul>",
                            "<p>It is everything that helps a survivor to live safely and by her "
                            "own means, for example:</p><ul><li>a home where she can "
                            "stay;</li><li>vocational training and work;</li><li>care and "
                            "schooling for the children;</li><li>psychological, social and legal "
                            "support for as long as it is needed.</li></ul>",
                        ),
                    },
                    {
                        "title": T(
                            "Çfarë është një plan i integrimit socio-ekonomik?",
                            "What is a socio-economic integration plan?",
                        ),
                        "text": T(
                            "<p>Është dokumenti me të cilin një bashki përcakton objektivat dhe "
                            "masat e saj, kush përgjigjet për secilën dhe si do të ndiqet "
                            "zbatimi.</p>",
                            "<p>It is the document in which a municipality sets its objectives "
                            "and measures, who answers for each of them, and how implementation "
                            "will be followed.</p>",
                        ),
                    },
                    {
                        "title": T("Pse themi “e mbijetuar”?", "Why do we say “survivor”?"),
                        "text": T(
                            "<p>Sepse fjala vë në qendër njeriun dhe forcën për të vazhduar. "
                            "Fjalën “viktimë” e përdorim vetëm aty ku e përdorin ligji ose "
                            "dokumenti për të cilin flasim.</p>",
                            "<p>Because the word puts the person, and the strength to go on, at "
                            "the centre. We use the word “victim” only where the law, or the "
                            "document we are speaking of, uses it.</p>",
                        ),
                    },
                ]
            },
        ),
    ],
    "funding_statement": T(
        "Donator i projektit është Programi i Përbashkët i OKB-së “Fund Dhunës ndaj Grave”, i "
        "cili financohet nga Qeveria Suedeze dhe zbatohet nga UNDP, UN Women dhe UNFPA së bashku "
        "me Qeverinë e Shqipërisë.",
        "The project’s donor is the United Nations Joint Programme “End Violence against Women in "
        "Albania”, which is financed by the Swedish Government and implemented by UNDP, UN Women "
        "and UNFPA together with the Government of Albania.",
    ),
    "disclaimer": T(
        "Për përmbajtjen e kësaj faqeje përgjigjet D&E. Ajo nuk shpreh domosdoshmërisht "
        "pikëpamjet e donatorit, të Qeverisë Suedeze ose të agjencive zbatuese.",
        "D&E answers for what this page says. It does not necessarily express the views of the "
        "donor, of the Swedish Government or of the implementing agencies.",
    ),
    "contact": CONTACT,
    "hashtags": "",
    "organisations": [
        ("donor", "un-joint-programme"),
        ("financing", "swedish-government"),
        ("implementing", "undp"),
        ("implementing", "un-women"),
        ("implementing", "unfpa"),
        ("implementing", "government-of-albania"),
    ],
    "themes": [
        "socio-economic-integration",
        "gender-based-violence",
        "capacity-building",
        "monitoring",
    ],
    "municipalities": ["tirana", "elbasan", "vlora"],
    "consultation_groups": [],
    "related": ["project_iris", "municipalities"],
    "internal_note": (
        "Tekst demonstrativ: përmbledhja, pjesët “Si lidhen shtyllat me njëra-tjetrën” dhe "
        "“Fjalët që përdorim”, tabela dhe shënimi i përgjegjësisë. Titulli zyrtar, periudha, "
        "bashkitë, qëllimi, shtyllat dhe financimi vijnë nga organizata. Për këtë projekt nuk "
        "kemi shifra përfituesish, as rezultate: fushat lihen bosh derisa t’i konfirmojë "
        "organizata."
    ),
    "updates": [
        {
            "title": T(
                "Projekti fillon në tri bashki", "The project begins in three municipalities"
            ),
            "slug": T("projekti-fillon", "the-project-begins"),
            "summary": T(
                "Në gusht 2020 fillon puna me bashkitë Tiranë, Elbasan dhe Vlorë.",
                "In August 2020 the work with the municipalities of Tirana, Elbasan and Vlora "
                "begins.",
            ),
            "date": date(2020, 8, 1),
            "body": [
                (
                    "text",
                    T(
                        "<p>Projekti zgjat nga gushti 2020 deri në dhjetor 2021. Ai mbështet tri "
                        "bashkitë të analizojnë, të përvetësojnë dhe të zbatojnë modele të "
                        "integrimit socio-ekonomik për të mbijetuarat e dhunës me bazë "
                        "gjinore.</p>",
                        "<p>The project runs from August 2020 to December 2021. It supports the "
                        "three municipalities in analysing, adopting and implementing models of "
                        "socio-economic integration for survivors of gender-based violence.</p>",
                    ),
                )
            ],
            "internal_note": "Dita e datës është demonstrative: dihet vetëm muaji (gusht 2020).",
        }
    ],
}
