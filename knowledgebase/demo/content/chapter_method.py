"""Chapter 3: how models are looked at, after EMMIE and the toolkit of the EEF."""

from typing import Any

from knowledgebase.demo.content.notes import NOTICE
from portal.demo.words import T

CHAPTER_METHOD: dict[str, Any] = {
    "title": T("Si i shqyrtojmë modelet", "How we look at models"),
    "slug": T("si-i-shqyrtojme-modelet", "how-we-look-at-models"),
    "summary": T(
        "Pesë pyetjet e kornizës EMMIE, shkallët e kostos, të ndikimit dhe të fortësisë së "
        "dëshmive, dhe si e lexojmë transferueshmërinë.",
        "The five questions of the EMMIE frame, the scales of cost, impact and strength of "
        "evidence, and how we read transferability.",
    ),
    "notice": NOTICE,
    "body": [
        ("heading", T("Më shumë se “a funksionon?”", "More than “does it work?”")),
        (
            "text",
            T(
                "<p>Një bashki që lexon se diku një model “ka dhënë rezultat” di ende shumë pak. "
                "Rezultat në krahasim me çfarë? Për kë? Me çfarë njerëzish? Dhe sa kushtoi? Për "
                "t’u përgjigjur me rregull, përdorim kornizën EMMIE, që u propozua për të "
                "vlerësuar përmbledhjet e dëshmive mbi parandalimin e krimit [@johnson-2015, f. "
                "459] dhe që College of Policing në Mbretërinë e Bashkuar e përdor në mjetin e "
                "saj për publikun [@college-of-policing-toolkit].</p><p>E kemi zgjedhur për dy "
                "arsye. E para: ajo i ndan pyetjet, prandaj një model mund të ketë dëshmi të "
                "forta për njërën dhe asnjë për tjetrën. E dyta: ajo pyet edhe për atë që një "
                "zyre i duhet më shumë, pra si zbatohet modeli dhe sa kushton.</p>",
                "<p>A municipality that reads that somewhere a model “has brought results” still "
                "knows very little. Results compared with what? For whom? With which people? And "
                "at what cost? To answer in good order, we use the EMMIE frame, which was "
                "proposed for rating reviews of the evidence on crime prevention [@johnson-2015, "
                "p. 459] and which the College of Policing in the United Kingdom uses in its tool "
                "for the public [@college-of-policing-toolkit].</p><p>We chose it for two "
                "reasons. The first: it keeps the questions apart, so that a model may have "
                "strong evidence on one and none on another. The second: it also asks about what "
                "an office needs most, namely how the model is carried out and what it costs.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T(
                    "Pesë pyetjet e EMMIE-s, të kthyera në gjuhën e integrimit",
                    "The five questions of EMMIE, put into the language of integration",
                ),
                "headers": [
                    T("Shkronja", "Letter"),
                    T("Pyetja", "Question"),
                    T(
                        "Çfarë kërkojmë te një model integrimi",
                        "What we look for in an integration model",
                    ),
                ],
                "rows": [
                    [
                        T("E: efekti", "E: effect"),
                        T("A ndihmon dhe sa?", "Does it help, and how much?"),
                        T(
                            "Ndryshime në siguri, banesë, punë, mirëqenie, dhe me çfarë krahasohen",
                            "Changes in safety, home, work, well-being, and what they are "
                            "compared with",
                        ),
                    ],
                    [
                        T("M: mekanizmi", "M: mechanism"),
                        T("Pse ndihmon?", "Why does it help?"),
                        T(
                            "Çfarë ndodh mes njerëzve që e sjell ndryshimin",
                            "What happens between people that brings the change about",
                        ),
                    ],
                    [
                        T("M: moderatorët", "M: moderators"),
                        T(
                            "Për kë dhe ku ndihmon më shumë ose më pak?",
                            "For whom and where does it help more, or less?",
                        ),
                        T(
                            "Mosha, fëmijët, qyteti ose fshati, lloji i dhunës",
                            "Age, children, town or village, kind of violence",
                        ),
                    ],
                    [
                        T("I: zbatimi", "I: implementation"),
                        T("Çfarë duhet për ta bërë mirë?", "What does it take to do it well?"),
                        T(
                            "Njerëz, formim, marrëveshje, kohë, gabime që dihen",
                            "People, training, agreements, time, known mistakes",
                        ),
                    ],
                    [
                        T("E: ekonomia", "E: economics"),
                        T(
                            "Sa kushton dhe çfarë kursen?",
                            "What does it cost, and what does it save?",
                        ),
                        T(
                            "Kostot për person, kush i paguan dhe për sa kohë",
                            "Costs for one person, who pays them and for how long",
                        ),
                    ],
                ],
            },
        ),
        ("heading", T("Sa mund t’u besojmë dëshmive", "How far the evidence can be relied on")),
        (
            "text",
            T(
                "<p>Për secilën pyetje shënojmë veçmas sa të forta janë dëshmitë, nga “shumë të "
                "dobëta” te “shumë të forta”. Fortësia nuk thotë nëse modeli është i mirë; ajo "
                "thotë sa gjasa ka që përgjigjja të ndryshojë kur të dihet më shumë. Një model i "
                "ri dhe i mirë fillon me dëshmi të dobëta.</p>",
                "<p>For each question we note separately how strong the evidence is, from “very "
                "weak” to “very strong”. Strength does not say whether the model is good; it says "
                "how likely the answer is to change when more is known. A model that is new and "
                "good begins with weak evidence.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T(
                    "Shkalla e fortësisë së dëshmive dhe si e lexojmë",
                    "The scale of the strength of evidence, and how we read it",
                ),
                "headers": [
                    T("Niveli", "Level"),
                    T("Çfarë gjendet zakonisht pas tij", "What usually stands behind it"),
                    T("Si ta lexojë një bashki", "How a municipality may read it"),
                ],
                "rows": [
                    [
                        T("Ende pa vlerësim", "Not yet rated"),
                        T(
                            "Nuk është kërkuar ose nuk është mbaruar kërkimi",
                            "Not searched for, or the search is not finished",
                        ),
                        T(
                            "Mos e lexoni as si të mirë, as si të keq",
                            "Read it neither as good nor as bad",
                        ),
                    ],
                    [
                        T("Shumë të dobëta", "Very weak"),
                        T(
                            "Mendim ekspertësh, një përshkrim i vetëm",
                            "Opinion of experts, a single description",
                        ),
                        T(
                            "Provoni në të vogël dhe ndiqni nga afër",
                            "Try it small and follow it closely",
                        ),
                    ],
                    [
                        T("Të dobëta", "Weak"),
                        T(
                            "Disa përshkrime që pajtohen, pa krahasim",
                            "Several descriptions that agree, without a comparison",
                        ),
                        T("Pyesni ata që e kanë bërë", "Ask those who have done it"),
                    ],
                    [
                        T("Mesatare", "Moderate"),
                        T(
                            "Studime me krahasim, por të pakta ose të vogla",
                            "Studies with a comparison, but few or small",
                        ),
                        T(
                            "Kontrolloni nëse kushtet u ngjajnë tuajave",
                            "Check whether the conditions resemble yours",
                        ),
                    ],
                    [
                        T("Të forta", "Strong"),
                        T(
                            "Disa studime të mira me krahasim",
                            "Several good studies with a comparison",
                        ),
                        T("Mbështetuni dhe përshtatni", "Rely on it, and adapt"),
                    ],
                    [
                        T("Shumë të forta", "Very strong"),
                        T(
                            "Përmbledhje sistematike studimesh të mira",
                            "Systematic reviews of good studies",
                        ),
                        T(
                            "Mbështetuni; përqendrohuni te zbatimi",
                            "Rely on it; attend to implementation",
                        ),
                    ],
                ],
            },
        ),
        ("subheading", T("Kostoja dhe ndikimi me një vështrim", "Cost and impact at a glance")),
        (
            "text",
            T(
                "<p>Në krye të çdo modeli qëndrojnë tri shenja: kostoja, ndikimi dhe fortësia e "
                "dëshmive. Kjo mënyrë vjen nga mjeti i Education Endowment Foundation për "
                "shkollat në Angli, ku kostoja dhe siguria e dëshmive jepen në shkallë prej pesë "
                "nivelesh, kurse ndikimi në muaj përparimi [@eef-toolkit].^[Muajt e përparimit "
                "vlejnë për mësimin. Për integrimin nuk kemi një njësi të tillë, prandaj ndikimin "
                "e shkruajmë me fjalë.] Kostoja është gjithmonë për një person dhe në krahasim me "
                "modelet e tjera.</p>",
                "<p>At the head of each model stand three signs: cost, impact and strength of "
                "evidence. This manner comes from the toolkit of the Education Endowment "
                "Foundation for schools in England, where cost and the security of evidence are "
                "given on scales of five levels, and impact in months of progress "
                "[@eef-toolkit].^[Months of progress make sense for learning. For integration we "
                "have no such unit, so we write impact in words.] Cost is always for one person, "
                "and beside the other models.</p>",
            ),
        ),
        ("heading", T("Transferueshmëria", "Transferability")),
        (
            "text",
            T(
                "<p>Asnjë dëshmi nga një vend tjetër nuk thotë se modeli do të funksionojë te ju. "
                "Prandaj çdo model rendit kushtet që i duhen, si pyetje me “po”, “pjesërisht” ose "
                "“jo”. Disa kushte janë të domosdoshme: pa to modeli nuk funksionon. Të tjerat "
                "ndihmojnë. Përgjigjet i jep vetë bashkia dhe ato nuk ruhen askund; mbeten në "
                "adresën e faqes, që mund t’ia dërgoni një kolegeje ose një kolegu.</p>",
                "<p>No evidence from another place says that the model will work where you are. "
                "That is why each model lists the conditions that it needs, as questions to be "
                "answered “yes”, “partly” or “no”. Some conditions are essential: without them "
                "the model does not work. Others help. The municipality itself gives the answers, "
                "and they are stored nowhere; they remain in the address of the page, which you "
                "can send to a colleague.</p>",
            ),
        ),
        (
            "callout",
            {
                "kind": "warning",
                "title": T("Çfarë nuk mund të thotë kjo mënyrë", "What this manner cannot say"),
                "text": T(
                    "<p>Mungesa e dëshmive nuk është dëshmi e mungesës së ndikimit. Shumë nga ato "
                    "që u vlejnë të mbijetuarave maten me vështirësi: qetësia, besimi, gjumi i "
                    "fëmijëve. Ku numrat mungojnë, vendin e lëmë bosh dhe e themi.</p>",
                    "<p>An absence of evidence is not evidence of an absence of impact. Much of "
                    "what is worth something to survivors is hard to measure: calm, trust, the "
                    "children’s sleep. Where numbers are missing, we leave them out and say "
                    "so.</p>",
                ),
            },
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ. Emrat, shkallët dhe burimet (EMMIE, College of Policing, EEF) janë të "
        "vërteta; tabela e niveleve është hartuar nga ne për këtë faqe dhe duhet miratuar nga "
        "eksperti ose ekspertja. Kontrolloni faqen e cituar (459 është faqja e parë e artikullit)."
    ),
}
