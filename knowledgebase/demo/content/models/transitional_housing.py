"""Transitional housing with rent support."""

from typing import Any

from knowledgebase.demo.content.models.notices import INTERNAL_NOTE, NOTICE_WITH_EXAMPLES
from portal.demo.words import T

TRANSITIONAL_HOUSING: dict[str, Any] = {
    "title": T(
        "Banesë tranzitore me mbështetje për qiranë", "Transitional housing with rent support"
    ),
    "slug": T("banese-tranzitore", "transitional-housing"),
    "summary": T(
        "Një banesë e sigurt për një kohë të caktuar, ndihmë për qiranë dhe dikush që shoqëron: ura"
        " mes strehës dhe shtëpisë së vet.",
        "A safe home for a limited time, help with the rent and somebody who accompanies: the"
        " bridge between a shelter and a home of one’s own.",
    ),
    "notice": NOTICE_WITH_EXAMPLES,
    "needs": ["housing", "psychosocial-support", "children", "legal-help"],
    "aim": T(
        "<p>E mbijetuara dhe fëmijët e saj kanë ku të jetojnë të sigurt, ndërsa ajo gjen të ardhura"
        " dhe një banesë që mund ta mbajë vetë.</p>",
        "<p>A survivor and her children have somewhere safe to live while she finds an income and a"
        " home that she can keep by herself.</p>",
    ),
    "audience": T(
        "<p>Për gra që largohen nga streha ose nga një shtëpi e pasigurt dhe nuk mund ta"
        " përballojnë ende qiranë. Rreziku i menjëhershëm kërkon më parë strehë.</p>",
        "<p>For women who leave a shelter or an unsafe home and cannot yet carry a rent. Immediate"
        " danger calls for a shelter first.</p>",
    ),
    "components": [
        (
            T("Banesa", "The home"),
            T(
                "<p>Apartament i zakonshëm, mes banesash të tjera, me derë që mbyllet mirë. Adresa"
                " nuk bëhet publike.</p>",
                "<p>An ordinary flat among other flats, with a door that locks well. The address is"
                " not made public.</p>",
            ),
        ),
        (
            T("Mbështetja për qiranë", "Rent support"),
            T(
                "<p>Pjesë e qirasë paguhet nga bashkia ose nga një fond; pjesa e saj rritet kur"
                " rriten të ardhurat, sipas një plani të njohur që në fillim.</p>",
                "<p>Part of the rent is paid by the municipality or a fund; her own part grows with"
                " her income, by a plan known from the start.</p>",
            ),
        ),
        (
            T("Shoqërimi", "Accompaniment"),
            T(
                "<p>Takime të rregullta për sigurinë, punën, fëmijët dhe çështjet ligjore."
                " Mbështetja nuk është kusht për të mbajtur çelësin.</p>",
                "<p>Regular meetings on safety, work, children and legal matters. Keeping the key"
                " does not depend on accepting support.</p>",
            ),
        ),
        (
            T("Kalimi", "Moving on"),
            T(
                "<p>Kërkimi i banesës tjetër fillon që në muajin e parë; shoqërimi vazhdon edhe pas"
                " shpërnguljes.</p>",
                "<p>The search for the next home begins in the first month; support goes on after"
                " the move.</p>",
            ),
        ),
    ],
    "delivery": T(
        "<p>Bashkia ose një organizatë merr banesat me qira ose i ka të vetat. Me secilën banore"
        " nënshkruhet një marrëveshje e kuptueshme për të drejtat dhe detyrat. Rregullat e shtëpisë"
        " janë të pakta dhe mbrojnë sigurinë.</p><p>Në praktikën e përgjithshme qëndrimi matet me"
        " muaj, shpesh nga gjysmë viti deri në dy vjet; studimi do ta saktësojë.</p>",
        "<p>The municipality or an organisation rents the homes or owns them. With each resident a"
        " plain agreement on rights and duties is signed. House rules are few and serve"
        " safety.</p><p>In general practice a stay is counted in months, often from half a year to"
        " two years; the study will be more exact.</p>",
    ),
    "staffing": [
        (
            T("Punonjëse ose punonjës social", "Social worker"),
            T(
                "Shoqëron banoret, ndjek planin e secilës.",
                "Accompanies residents, follows each plan.",
            ),
        ),
        (
            T("Përgjegjëse ose përgjegjës i banesave", "Housing officer"),
            T(
                "Qiratë, pronarët, riparimet, kërkimi i banesës tjetër.",
                "Rents, landlords, repairs, the search for the next home.",
            ),
        ),
        (
            T("Juriste ose jurist", "Lawyer"),
            T(
                "Marrëveshjet, urdhrat e mbrojtjes, kujdestaria; sipas nevojës.",
                "Agreements, protection orders, custody; as needed.",
            ),
        ),
    ],
    "months_from": 6,
    "months_to": 24,
    "cost_note": T(
        "<p>Qiratë dhe garancitë, mobilimi i parë, energjia, riparimet, bravat e sigurta dhe koha e"
        " ekipit. Një rezervë për muajt kur një banesë mbetet bosh.</p>",
        "<p>Rents and deposits, first furniture, energy, repairs, secure locks and the team’s time."
        " A reserve for months in which a home stands empty.</p>",
    ),
    "smallest_size": 2,
    "legal_basis": T(
        "<p>Ligji për strehimin social [@law-22-2018] rregullon programet e strehimit, ndër to"
        " subvencionimin e qirasë dhe banesat e specializuara, dhe përfshin viktimat e dhunës në"
        " familje ndër kategoritë e veçanta. Ligji për masa ndaj dhunës në marrëdhëniet familjare"
        " [@law-9669-2006] lejon largimin e dhunuesit nga banesa: mundësia e parë është të "
        "mbetet ajo"
        " në shtëpi.</p>",
        "<p>The law on social housing [@law-22-2018] governs housing programmes, among them rent"
        " support and specialised housing, and counts victims of domestic violence among the"
        " special categories. The law on measures against violence in family relations"
        " [@law-9669-2006] allows the perpetrator to be removed from the home: the first option is"
        " that she stays in hers.</p>",
    ),
    "used_in": [
        (
            T("Anglia", "England"),
            "GB",
            T("që nga viti 2021, me ligj", "since 2021, by law"),
            T(
                "<p>Autoritetet vendore duhet të sigurojnë mbështetje në strehim të sigurt, ku"
                " hyjnë edhe banesat e fazës së dytë pas strehës.</p>",
                "<p>Local authorities must arrange support in safe accommodation, which includes"
                " second-stage homes after a shelter.</p>",
            ),
        ),
        (
            T("Kanada", "Canada"),
            "CA",
            "",
            T(
                "<p>Strehimi i fazës së dytë, pas strehës emergjente, është një shërbim i njohur"
                " prej kohësh.</p>",
                "<p>Second-stage housing, after the emergency shelter, is a long-established"
                " service.</p>",
            ),
        ),
    ],
    "partners": [
        (
            T("Zyra e strehimit në bashki", "The municipality’s housing office"),
            T("Programet, kriteret, banesat e bashkisë.", "Programmes, criteria, municipal homes."),
        ),
        (
            T("Pronarë e pronare banesash", "Landlords"),
            T(
                "Apartamente me kontratë, pa e ditur arsyen.",
                "Flats with a contract, without knowing the reason.",
            ),
        ),
        (
            T("Strehat dhe organizatat", "Shelters and organisations"),
            T(
                "Njohja e rrezikut, vazhdimësia e mbështetjes.",
                "Knowing the risk, continuity of support.",
            ),
        ),
        (
            T("Policia", "Police"),
            T(
                "Plani i sigurisë dhe përgjigjja e shpejtë.",
                "The safety plan and a quick response.",
            ),
        ),
    ],
    "steps": [
        (
            T("Numëroni nevojën", "Count the need"),
            T(
                "<p>Sa gra u larguan nga streha vitin e kaluar dhe ku shkuan? Pyesni edhe ato.</p>",
                "<p>How many women left the shelter last year, and where did they go? Ask them"
                " too.</p>",
            ),
        ),
        (
            T("Shikoni programet që keni", "See which programmes you have"),
            T(
                "<p>Cilat programe të strehimit social përdor bashkia dhe çfarë mungon që t’i"
                " shërbejnë kësaj nevoje?</p>",
                "<p>Which social housing programmes does the municipality use, and what is missing"
                " for them to serve this need?</p>",
            ),
        ),
        (
            T("Filloni me dy banesa", "Begin with two homes"),
            T(
                "<p>Në lagje të ndryshme, pranë shkollës dhe transportit.</p>",
                "<p>In different neighbourhoods, near a school and transport.</p>",
            ),
        ),
        (
            T("Shkruani marrëveshjen dhe rregullat", "Write the agreement and the rules"),
            T(
                '<p>Nisni nga <a linktype="page" id="{resource_house_rules}">modeli i rregullave të'
                " shtëpisë</a>.</p>",
                '<p>Start from the <a linktype="page" id="{resource_house_rules}">sample house'
                " rules</a>.</p>",
            ),
        ),
        (
            T("Bëni planin e kalimit", "Plan the move"),
            T(
                "<p>Që në muajin e parë: sa kushton banesa tjetër, kush ndihmon dhe deri kur.</p>",
                "<p>From the first month: what the next home costs, who helps and until when.</p>",
            ),
        ),
    ],
    "risks": [
        (
            T("Adresa zbulohet.", "The address becomes known."),
            T(
                "Pak njerëz e dinë; dokumentet dërgohen diku tjetër; vendndodhja në telefonat e saj"
                " dhe të fëmijëve kontrollohet bashkë me ta; banesa zëvendësohet nëse duhet.",
                "Few people know it; post goes elsewhere; location sharing on her and the"
                " children’s telephones is checked with them; the home is replaced if need be.",
            ),
        ),
        (
            T("Rregullat përsërisin kontrollin.", "Rules repeat control."),
            T(
                "Vetëm rregulla që mbrojnë sigurinë; ajo ka çelësin dhe privatësinë; ankesat"
                " shkojnë jashtë ekipit.",
                "Only rules that serve safety; the key and privacy are hers; complaints go outside"
                " the team.",
            ),
        ),
        (
            T("Koha mbaron dhe banesë tjetër nuk ka.", "The time ends and there is no next home."),
            T(
                "Afati mund të zgjatet; askush nuk nxirret drejt rrezikut.",
                "The term can be extended; nobody is sent out into danger.",
            ),
        ),
        (
            T("Fëmijët humbin shkollën dhe shokët.", "Children lose school and friends."),
            T(
                "Kur është e sigurt, banesa kërkohet pranë shkollës; ndryshimi përgatitet me"
                " mësuesen ose mësuesin.",
                "Where it is safe, the home is sought near the school; a change is prepared with"
                " the teacher.",
            ),
        ),
    ],
    "conditions": [
        (
            T(
                "A ka buxheti i bashkisë ose një fond para për qiratë të paktën për një vit?",
                "Does the municipal budget or a fund hold money for rents for at least a year?",
            ),
            "essential",
            T(
                "Kërkoni bashkëfinancim dhe filloni me një banesë të vetme.",
                "Seek joint funding and begin with a single home.",
            ),
        ),
        (
            T(
                "A gjenden banesa me qira në lagje të sigurta?",
                "Are homes to rent found in safe neighbourhoods?",
            ),
            "essential",
            T(
                "Shikoni banesat e bashkisë, të organizatave ose të bashkive fqinje.",
                "Look at homes of the municipality, of organisations or of neighbouring"
                " municipalities.",
            ),
        ),
        (
            T(
                "A ka dikush kohë t’i shoqërojë banoret çdo javë?",
                "Does somebody have time to accompany residents every week?",
            ),
            "essential",
            T(
                "Banesa pa shoqërim nuk është ky model; bëni marrëveshje me një organizatë.",
                "A home without accompaniment is not this model; make an agreement with an"
                " organisation.",
            ),
        ),
        (
            T(
                "A merr pjesë policia në planin e sigurisë?",
                "Does the police take part in the safety plan?",
            ),
            "essential",
            T(
                "Ngrijeni çështjen në mekanizmin e koordinuar të referimit para banores së parë.",
                "Raise it in the coordinated referral mechanism before the first resident"
                " moves in.",
            ),
        ),
        (
            T(
                "A i përfshijnë programet vendore të strehimit të mbijetuarat me përparësi?",
                "Do local housing programmes give survivors priority?",
            ),
            "helpful",
            T(
                "Propozojini Këshillit Bashkiak ndryshimin e kritereve.",
                "Propose a change of the criteria to the Municipal Council.",
            ),
        ),
        (
            T(
                "A ka pranë shkollë, kopsht dhe transport?",
                "Are school, nursery and transport close by?",
            ),
            "helpful",
            T(
                "Merrini parasysh në zgjedhjen e banesës ose parashikoni transport.",
                "Take them into account in choosing the home, or plan for transport.",
            ),
        ),
        (
            T(
                "A ka rrugë për në punë ose formim profesional?",
                "Is there a way into work or vocational training?",
            ),
            "helpful",
            T(
                "Lidheni me një nga modelet e punësimit, që qiraja të mund të mbahet më pas.",
                "Link it with one of the employment models, so that rent can be carried"
                " afterwards.",
            ),
        ),
    ],
    "ratings": {
        "cost": 4,
        "impact": 1,
        "effect_strength": 2,
        "mechanism_strength": 3,
        "moderators_strength": 1,
        "implementation_strength": 4,
        "economics_strength": 2,
    },
    "evidence": {
        "effect": T(
            "<p>Studimi do të thotë ku jetojnë gratë një vit pas largimit nga banesa, dhe nëse janë"
            " të sigurta.</p>",
            "<p>The study will say where women live a year after leaving the home, and whether they"
            " are safe.</p>",
        ),
        "mechanism": T(
            "<p>Mendohet se koha pa frikë për çatinë mbi kokë e bën të mundur punën, shkollën dhe"
            " qetësinë. Studimi do ta shqyrtojë.</p>",
            "<p>Time without fear for the roof overhead is thought to make work, school and calm"
            " possible. The study will examine this.</p>",
        ),
        "moderators": T(
            "<p>Studimi do të pyesë sa varet nga çmimet e qirasë, nga numri i fëmijëve dhe nga"
            " mundësitë e punës.</p>",
            "<p>The study will ask how much depends on rents, on the number of children and on"
            " chances of work.</p>",
        ),
        "implementation": T(
            "<p>Studimi do të përshkruajë si u gjetën banesat, kush i drejton dhe si ruhet"
            " adresa.</p>",
            "<p>The study will describe how homes were found, who runs them and how the address is"
            " protected.</p>",
        ),
        "economics": T(
            "<p>Ende nuk ka llogaritje. Vlerësimi i kostos ndjek mënyrën e paketës së Education"
            " Endowment Foundation [@eef-toolkit].</p>",
            "<p>There is no calculation yet. The cost is rated in the manner of the toolkit of the"
            " Education Endowment Foundation [@eef-toolkit].</p>",
        ),
    },
    "links": [
        "chapter_meaning",
        "chapter_choosing",
        "resource_house_rules",
        "resource_individual_plan",
        "project_models",
    ],
    "internal_note": INTERNAL_NOTE,
}
