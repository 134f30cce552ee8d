"""The study's own page: its frame, how it is being made, and what this version holds."""

from datetime import date
from typing import Any

from portal.demo.words import T

STUDY: dict[str, Any] = {
    "title": T(
        "Modele të suksesshme të integrimit socio-ekonomik",
        "Successful models of socio-economic integration",
    ),
    "slug": T("studimi-modele-te-suksesshme-te-integrimit", "study-successful-integration-models"),
    "subtitle": T(
        "Si mund t’i zgjedhë, t’i përshtatë dhe t’i ndjekë një bashki, në mbështetje të të "
        "mbijetuarave të dhunës me bazë gjinore",
        "How a municipality can choose, adapt and follow them, in support of survivors of "
        "gender-based violence",
    ),
    "summary": T(
        "Korniza e studimit: pse integrimi është pjesa e gjatë e rrugës, si i shqyrtojmë modelet "
        "dhe si mund t’i marrin në përdorim Tirana, Elbasani, Vlora dhe bashki të tjera.",
        "The frame of the study: why integration is the long part of the way, how we look at "
        "models, and how Tirana, Elbasan, Vlora and other municipalities can take them up.",
    ),
    "notice": T(
        "Tekst demonstrativ. Korniza e projektit vjen nga organizata; pjesa tjetër përshkruan "
        "mënyrën e punës dhe do të zëvendësohet me gjetjet e studimit. Këtu nuk ka asnjë rezultat.",
        "Demonstration text. The frame of the project comes from the organisation; the rest "
        "describes the way of working and will be replaced by the findings of the study. There "
        "are no results here.",
    ),
    "authors": "D&E",
    "version": "0.1",
    "issued_on": date(2026, 11, 2),
    "review_by": date(2027, 11, 2),
    "licence": "CC-BY-4.0",
    "in_short": T(
        "<ul><li><b>Integrimi është pjesa e gjatë.</b> Ndihma emergjente e ul rrezikun; "
        "integrimi e bën të mundur që jeta të mos kthehet aty ku ishte.</li><li><b>Nevojat vijnë "
        "bashkë.</b> Banesa, puna, mbështetja psikosociale, drejtësia, fëmijët dhe të ardhurat "
        "varen nga njëra-tjetra; një shërbim i vetëm nuk mjafton.</li><li><b>“A funksionon?” "
        "është vetëm pyetja e parë.</b> Pyesim edhe pse, për kë, me çfarë përgatitjeje dhe me "
        "çfarë kostoje.</li><li><b>Modelet nuk kopjohen, përshtaten.</b> Para se ta marrë një "
        "model, bashkia kontrollon cilat kushte i ka, cilat pjesërisht dhe cilat i "
        "mungojnë.</li><li><b>Ajo që zbatohet, ndiqet.</b> Pak tregues, të mbledhur me kujdes dhe "
        "pa e vënë askënd në rrezik, tregojnë se ku duhet ndryshuar diçka.</li></ul>",
        "<ul><li><b>Integration is the long part.</b> Emergency help reduces the risk; "
        "integration makes it possible that life does not return to where it "
        "was.</li><li><b>Needs come together.</b> Home, work, psychosocial support, justice, "
        "children and income depend on one another; a single service is not "
        "enough.</li><li><b>“Does it work?” is only the first question.</b> We also ask why, for "
        "whom, with what preparation and at what cost.</li><li><b>Models are not copied but "
        "adapted.</b> Before it takes up a model, a municipality checks which conditions it has, "
        "which in part and which are missing.</li><li><b>What is carried out is followed.</b> A "
        "few indicators, gathered with care and without putting anybody at risk, show where "
        "something has to change.</li></ul>",
    ),
    "body": [
        (
            "text",
            T(
                "<p>Studimi mbi modelet e suksesshme të integrimit është shtylla e parë e <a "
                'linktype="page" id="{project_models}">projektit me bashkitë Tiranë, Elbasan dhe '
                "Vlorë</a>. E harton një ekspert ose eksperte, dhe mbi të mbështeten shtyllat e "
                "tjera: ngritja e kapaciteteve, mentorimi, planet e integrimit socio-ekonomik, "
                "monitorimi i tyre dhe rekomandimet për bashki të tjera.</p><p>Ai u drejtohet "
                "atyre që vendosin dhe atyre që punojnë çdo ditë me të mbijetuarat: zyrave të "
                "bashkive, punonjësve dhe punonjëseve sociale, organizatave të shoqërisë civile. "
                "Nuk është e nevojshme të lexohet nga fillimi në fund. Kush ka një vendim para "
                'vetes mund të nisë nga kapitulli <a linktype="page" id="{chapter_choosing}">Si '
                "zgjedh dhe si përshtat një bashki një model</a>; kush do të dijë mbi çfarë "
                'mbështeten vlerësimet, nga <a linktype="page" id="{chapter_method}">Si i '
                "shqyrtojmë modelet</a>.</p>",
                "<p>The study of successful integration models is the first pillar of the <a "
                'linktype="page" id="{project_models}">project with the municipalities of Tirana, '
                "Elbasan and Vlora</a>. It is drawn up by an expert, and the other pillars rest "
                "on it: capacity building, mentoring, the socio-economic integration plans, their "
                "monitoring, and the recommendations for other municipalities.</p><p>It is for "
                "those who decide and for those who work with survivors every day: municipal "
                "offices, social workers, civil-society organisations. It need not be read from "
                "beginning to end. If you have a decision before you, you can begin with the "
                'chapter <a linktype="page" id="{chapter_choosing}">How a municipality chooses '
                "and adapts a model</a>; if you want to know what ratings rest on, with <a "
                'linktype="page" id="{chapter_method}">How we look at models</a>.</p>',
            ),
        ),
        (
            "callout",
            {
                "kind": "info",
                "title": T(
                    "Çfarë vjen nga burimet dhe çfarë jo",
                    "What comes from the sources, and what does not",
                ),
                "text": T(
                    "<p>Titulli, periudha, bashkitë, qëllimi, shtyllat dhe donatori i projektit "
                    "vijnë nga organizata. Ligjet dhe veprat e cituara ekzistojnë dhe mund të "
                    "kontrollohen. Gjithçka tjetër është tekst demonstrativ, shkruar për të "
                    "treguar si do të duket studimi.</p>",
                    "<p>The project’s title, period, municipalities, aim, pillars and donor come "
                    "from the organisation. The laws and works that are cited exist and can be "
                    "checked. Everything else is demonstration text, written to show what the "
                    "study will look like.</p>",
                ),
            },
        ),
    ],
    "method": T(
        "<p>Këtu përshkruajmë si do t’i mbledhë studimi dëshmitë. Puna nuk ka përfunduar, prandaj "
        "kjo pjesë nuk jep rezultate.</p><ol><li><b>Pyetja.</b> Cilat modele i ndihmojnë të "
        "mbijetuarat të jetojnë të sigurta dhe me mjetet e veta, dhe çfarë duhet që të "
        "funksionojnë në një bashki shqiptare?</li><li><b>Kërkimi.</b> Mblidhen botime shkencore, "
        "raporte institucionesh dhe përshkrime të praktikave nga organizatat, në shqip dhe në "
        "gjuhë të tjera. Për çdo kërkim shënohet ku u kërkua, me cilat fjalë dhe "
        "kur.</li><li><b>Përzgjedhja.</b> Rregullat se çfarë përfshihet dhe çfarë lihet jashtë "
        "vendosen para leximit dhe botohen bashkë me studimin.</li><li><b>Leximi.</b> Çdo model "
        "lexohet me të njëjtat pesë pyetje, sipas kornizës EMMIE: efekti, mekanizmi, moderatorët, "
        "zbatimi dhe ekonomia [@johnson-2015].</li><li><b>Vlerësimi.</b> Fortësia e dëshmive "
        "vlerësohet veçmas për secilën pyetje, në një shkallë me pesë nivele. Ku nuk mjaftojnë "
        "dëshmitë, shkruhet “ende pa vlerësim”.</li><li><b>Bisedat.</b> Profesionistë dhe "
        "profesioniste nga tri bashkitë thonë çfarë mungon dhe çfarë nuk përputhet me "
        "përditshmërinë e tyre. Të mbijetuarat marrin pjesë vetëm me vullnet të lirë, të "
        "mbështetura dhe pa iu kërkuar të tregojnë çfarë kanë "
        "përjetuar.</li><li><b>Rishikimi.</b> Teksti lexohet nga të paktën një person tjetër para "
        "botimit, dhe çdo version thotë çfarë ka ndryshuar.</li></ol>",
        "<p>Here we describe how the study will gather evidence. The work is not finished, so "
        "this part gives no results.</p><ol><li><b>The question.</b> Which models help survivors "
        "to live safely and by their own means, and what does it take for them to work in an "
        "Albanian municipality?</li><li><b>The search.</b> Scientific publications, reports of "
        "institutions and descriptions of practice by organisations are gathered, in Albanian and "
        "in other languages. For each search it is noted where it was made, with which words and "
        "when.</li><li><b>The selection.</b> The rules on what is included and what is left out "
        "are set before reading and are published with the study.</li><li><b>The reading.</b> "
        "Each model is read with the same five questions, after the EMMIE frame: effect, "
        "mechanism, moderators, implementation and economics [@johnson-2015].</li><li><b>The "
        "rating.</b> The strength of the evidence is rated separately for each question, on a "
        "scale of five levels. Where the evidence does not suffice, it says “not yet "
        "rated”.</li><li><b>The conversations.</b> Professionals from the three municipalities "
        "say what is missing and what does not fit their daily work. Survivors take part only of "
        "their own free will, supported, and without being asked to tell what they have lived "
        "through.</li><li><b>The review.</b> The text is read by at least one other person before "
        "it is published, and every version says what has changed.</li></ol>",
    ),
    "versions": [
        (
            "version",
            {
                "number": T("0.1", "0.1"),
                "date": date(2026, 11, 2),
                "changes": T(
                    "Versioni i parë, demonstrativ: korniza e studimit, gjashtë kapituj, mënyra e "
                    "punës dhe burimet. Pa gjetje.",
                    "First version, as a demonstration: the frame of the study, six chapters, the "
                    "way of working and the references. No findings.",
                ),
            },
        )
    ],
    "internal_note": (
        "Tekst demonstrativ, përveç titullit të studimit si shtyllë e projektit, bashkive, "
        "qëllimit dhe shtyllave, që vijnë nga organizata. Data, versioni dhe licenca janë "
        "demonstrative. “Si e bëmë” përshkruan çfarë do të bëhet: duhet rishkruar në të kryerën "
        "kur studimi të mbarojë. Autorësia është e organizatës derisa të konfirmohet eksperti ose "
        "ekspertja."
    ),
}
