"""Chapter 4: the three municipalities, with what the sources say of them and no more."""

from typing import Any

from knowledgebase.demo.content.notes import NOTICE
from portal.demo.words import T

CHAPTER_MUNICIPALITIES: dict[str, Any] = {
    "title": T(
        "Tri bashkitë: Tirana, Elbasani dhe Vlora",
        "The three municipalities: Tirana, Elbasan and Vlora",
    ),
    "slug": T("tri-bashkite", "three-municipalities"),
    "summary": T(
        "Çfarë dimë për projektin në tri bashkitë, si organizohet puna në to dhe cilat pyetje u "
        "bëhen njësoj të triave.",
        "What we know of the project in the three municipalities, how work is organised there, "
        "and which questions are put to all three alike.",
    ),
    "notice": NOTICE,
    "body": [
        ("heading", T("Çfarë dimë nga projekti", "What we know from the project")),
        (
            "text",
            T(
                "<p>Nga gushti 2020 deri në dhjetor 2021 bashkitë Tiranë, Elbasan dhe Vlorë u "
                "mbështetën të analizonin, të përvetësonin dhe të zbatonin modele të reja të "
                "integrimit socio-ekonomik për të mbijetuarat e dhunës me bazë gjinore. Qëllimi "
                "ishte që autoritetet vendore dhe organizatat e shoqërisë civile të kishin më "
                "shumë kapacitete për modele të tilla dhe që, në këtë mënyrë, të përmirësohej "
                'sistemi i mbrojtjes. Hollësitë janë te <a linktype="page" '
                'id="{project_models}">faqja e projektit</a>.</p><p>Donatori ishte Programi i '
                "Përbashkët i OKB-së “Fund Dhunës ndaj Grave”, i financuar nga Qeveria Suedeze "
                "dhe i zbatuar nga UNDP, UN Women dhe UNFPA së bashku me Qeverinë e "
                "Shqipërisë.</p>",
                "<p>From August 2020 to December 2021 the municipalities of Tirana, Elbasan and "
                "Vlora were supported in analysing, adopting and implementing new models of "
                "socio-economic integration for survivors of gender-based violence. The aim was "
                "that local authorities and civil-society organisations should have more capacity "
                "for such models and that, in this way, the protection system should improve. The "
                'details are on <a linktype="page" id="{project_models}">the project’s '
                "page</a>.</p><p>The donor was the United Nations Joint Programme “End Violence "
                "against Women in Albania”, financed by the Swedish Government and implemented by "
                "UNDP, UN Women and UNFPA together with the Government of Albania.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T(
                    "Gjashtë shtyllat e projektit dhe çfarë i sjell secila këtij studimi",
                    "The project’s six pillars, and what each brings to this study",
                ),
                "headers": [
                    T("Shtylla", "Pillar"),
                    T("Çfarë bëhet", "What is done"),
                    T("Çfarë i sjell studimit", "What it brings to the study"),
                ],
                "rows": [
                    [
                        T("Studimi", "The study"),
                        T("Shqyrtohen modelet e suksesshme", "Successful models are examined"),
                        T("Baza e krahasimit", "The basis of comparison"),
                    ],
                    [
                        T("Ngritja e kapaciteteve", "Capacity building"),
                        T(
                            "Trajnohen autoritetet vendore dhe OSHC-të",
                            "Local authorities and CSOs are trained",
                        ),
                        T(
                            "Pyetjet e atyre që do ta zbatojnë",
                            "The questions of those who will carry it out",
                        ),
                    ],
                    [
                        T("Mentorimi", "Mentoring"),
                        T(
                            "Profesionistët dhe profesionistet mësojnë nga njëri-tjetri",
                            "Professionals learn from one another",
                        ),
                        T("Përvoja e punës së përditshme", "The experience of daily work"),
                    ],
                    [
                        T("Planet", "The plans"),
                        T(
                            "Tri bashkitë hartojnë plane të integrimit socio-ekonomik",
                            "The three municipalities draw up socio-economic integration plans",
                        ),
                        T(
                            "Vendi ku modeli bëhet masë",
                            "The place where a model becomes a measure",
                        ),
                    ],
                    [
                        T("Monitorimi", "Monitoring"),
                        T(
                            "Ndiqet zbatimi me një skemë të përshtatur",
                            "Implementation is followed by an adapted scheme",
                        ),
                        T(
                            "Si duket zbatimi në të vërtetë",
                            "What implementation really looks like",
                        ),
                    ],
                    [
                        T("Rekomandimet", "Recommendations"),
                        T(
                            "Përgatiten me Ministrinë e Shëndetësisë dhe Mbrojtjes Sociale",
                            "They are prepared with the Ministry of Health and Social Protection",
                        ),
                        T(
                            "Çfarë mund të vlejë edhe për bashki të tjera",
                            "What may hold for other municipalities too",
                        ),
                    ],
                ],
            },
        ),
        ("heading", T("Pse pikërisht tri bashki së bashku", "Why three municipalities together")),
        (
            "text",
            T(
                "<p>Tri bashki lejojnë krahasim pa e kthyer atë në garë. Kur e njëjta pyetje "
                "bëhet në tri vende, përgjigjet tregojnë se çfarë i përket modelit dhe çfarë i "
                "përket vendit. Një hap që kërkon të njëjtat marrëveshje kudo, i përket modelit; "
                "një hap që në secilën bashki bëhet nga një zyrë tjetër, duhet përshkruar nga "
                "detyra e saj dhe jo nga emri.</p><p>Për këtë arsye studimi nuk i rendit bashkitë "
                "dhe nuk u jep nota. Ai përshkruan çfarë gjendet, çfarë mungon dhe çfarë kanë "
                "gjetur vetë.</p>",
                "<p>Three municipalities allow a comparison without turning it into a contest. "
                "When the same question is put in three places, the answers show what belongs to "
                "the model and what belongs to the place. A step that needs the same agreements "
                "everywhere belongs to the model; a step that another office takes in each "
                "municipality has to be described by its task and not by its name.</p><p>For this "
                "reason the study does not rank the municipalities and gives them no marks. It "
                "describes what is there, what is missing, and what they have found by "
                "themselves.</p>",
            ),
        ),
        ("subheading", T("Tirana", "Tirana")),
        (
            "text",
            T(
                "<p>Bashkia e Tiranës është një nga tri bashkitë e projektit. Të dhënat për "
                "shërbimet, zyrat dhe planin e saj do të shtohen këtu nga studimi, me burimin dhe "
                "datën e tyre.</p>",
                "<p>The Municipality of Tirana is one of the project’s three municipalities. What "
                "concerns its services, offices and plan will be added here by the study, with "
                "source and date.</p>",
            ),
        ),
        ("subheading", T("Elbasani", "Elbasan")),
        (
            "text",
            T(
                "<p>Pyetjet që i bëhen Bashkisë së Elbasanit janë të njëjta; përgjigjet do të "
                "jenë të sajat dhe do të botohen pasi t’i ketë lexuar dhe konfirmuar ajo vetë.</p>",
                "<p>The questions put to the Municipality of Elbasan are the same; the answers "
                "will be its own, and will be published after it has read and confirmed them "
                "itself.</p>",
            ),
        ),
        ("subheading", T("Vlora", "Vlora")),
        (
            "text",
            T(
                '<p>Vlora mori pjesë në këtë projekt dhe më pas në një tjetër: <a linktype="page" '
                'id="{project_iris}">IRIS PROGRESS</a>, nga dhjetori 2023 deri në dhjetor 2024, i '
                "financuar nga Bashkimi Evropian. Në qendër të tij ishin Plani Social Vendor "
                "2024–2026 dhe strategjia e monitorimit të tij. Midis grupeve që parashikohej të "
                "konsultoheshin janë edhe viktimat e dhunës me bazë gjinore dhe të trafikimit, "
                "bashkë me fëmijët e tyre.</p><p>Për studimin kjo lidhje ka rëndësi: një plan "
                "integrimi që nuk përmendet në planin social të bashkisë rrezikon të mbetet pa "
                "buxhet dhe pa askënd që përgjigjet për të.</p>",
                '<p>Vlora took part in this project and afterwards in another: <a linktype="page" '
                'id="{project_iris}">IRIS PROGRESS</a>, from December 2023 to December 2024, '
                "funded by the European Union. At its centre were the Local Social Plan 2024–2026 "
                "and the strategy for monitoring it. Among the groups that were to be consulted "
                "are the victims of gender-based violence and of trafficking, together with their "
                "children.</p><p>For the study this tie matters: an integration plan that is not "
                "named in the municipality’s social plan risks being left without a budget and "
                "without anybody who answers for it.</p>",
            ),
        ),
        ("heading", T("Pyetjet që u bëhen të triave", "The questions put to all three")),
        (
            "text",
            T(
                "<p>Ligji për vetëqeverisjen vendore u ngarkon bashkive detyra në shërbimet "
                "sociale [@law-139-2015], dhe ligji për shërbimet e kujdesit shoqëror kërkon që "
                "ato të planifikohen [@law-121-2016]. Brenda kësaj kornize secila bashki "
                "organizohet ndryshe. Prandaj studimi pyet të triat njësoj:</p><ol><li>Cila zyrë "
                "e merr rastin në dorë kur mbaron ndihma emergjente, dhe si e merr "
                "vesh?</li><li>Kush e harton planin individual dhe sa shpesh e rishikon bashkë me "
                "të mbijetuarën?</li><li>Cilat shërbime ofron vetë bashkia, cilat i ofrojnë "
                "organizatat dhe cilat nuk i ofron askush?</li><li>Ku shënohet ajo që u bë, dhe "
                "kush ka të drejtë ta lexojë?</li><li>Çfarë ka provuar bashkia dhe e ka lënë, dhe "
                "pse?</li></ol>",
                "<p>The law on local self-government gives municipalities tasks in social "
                "services [@law-139-2015], and the law on social care services asks that these be "
                "planned [@law-121-2016]. Within this frame each municipality organises itself "
                "differently. That is why the study asks all three alike:</p><ol><li>Which office "
                "takes the case in hand when emergency help ends, and how does it learn of "
                "it?</li><li>Who draws up the individual plan, and how often is it reviewed "
                "together with the survivor?</li><li>Which services does the municipality offer "
                "itself, which do organisations offer, and which does nobody offer?</li><li>Where "
                "is it noted what was done, and who may read it?</li><li>What has the "
                "municipality tried and given up, and why?</li></ol>",
            ),
        ),
        (
            "callout",
            {
                "kind": "info",
                "title": T("Pse nuk ka shifra këtu", "Why there are no figures here"),
                "text": T(
                    "<p>Në një bashki të vogël, edhe një shifër e vetme mund ta bëjë të njohur "
                    "një person. Studimi do të botojë vetëm numra që bashkitë i kanë konfirmuar "
                    "dhe nga të cilët nuk mund të njihet askush.</p>",
                    "<p>In a small municipality even a single figure may make a person "
                    "recognisable. The study will publish only numbers that the municipalities "
                    "have confirmed and by which nobody can be recognised.</p>",
                ),
            },
        ),
        (
            "heading",
            T("Çfarë pritet për bashki të tjera", "What is expected for other municipalities"),
        ),
        (
            "text",
            T(
                "<p>Shtylla e fundit e projektit janë rekomandimet për shtrirjen e nismës në "
                "bashki të tjera të Shqipërisë, të përgatitura me Ministrinë e Shëndetësisë dhe "
                "Mbrojtjes Sociale. Që një rekomandim të vlejë jashtë tri bashkive, ai duhet të "
                "thotë cilat kushte duhen dhe çfarë mund të bëjë një bashki që i ka vetëm "
                "pjesërisht.^[Shihni pjesën për transferueshmërinë në kapitullin e mëparshëm.] "
                "Për këtë flet kapitulli që vijon.</p>",
                "<p>The project’s last pillar is the recommendations for extending the initiative "
                "to other municipalities of Albania, prepared with the Ministry of Health and "
                "Social Protection. For a recommendation to hold beyond the three municipalities, "
                "it has to say which conditions are needed, and what a municipality can do that "
                "has them only in part.^[See the part on transferability in the chapter before "
                "this one.] That is what the next chapter is about.</p>",
            ),
        ),
    ],
    "internal_note": (
        "Nga burimet: periudha, bashkitë, qëllimi, shtyllat, donatori, IRIS PROGRESS dhe Plani "
        "Social Vendor 2024–2026. Tekst demonstrativ: krahasimi i tri bashkive, pyetjet, kolona "
        "“Çfarë i sjell studimit”, nënpjesët për Tiranën dhe Elbasanin."
    ),
}
