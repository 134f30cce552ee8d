"""Social enterprise."""

from typing import Any

from knowledgebase.demo.content.models.notices import INTERNAL_NOTE, NOTICE
from portal.demo.words import T

SOCIAL_ENTERPRISE: dict[str, Any] = {
    "title": T("Ndërmarrje sociale", "Social enterprise"),
    "slug": T("ndermarrje-sociale", "social-enterprise"),
    "summary": T(
        "Një ndërmarrje që shet mallra ose shërbime dhe në të cilën të mbijetuarat punojnë, mësojnë"
        " dhe vendosin; fitimi kthehet te qëllimi.",
        "An enterprise that sells goods or services, in which survivors work, learn and have a say;"
        " what it earns goes back into its purpose.",
    ),
    "notice": NOTICE,
    "needs": ["employment", "economic-support", "psychosocial-support"],
    "aim": T(
        "<p>Të krijohen vende pune të qëndrueshme dhe të sigurta aty ku tregu nuk i ofron, me një"
        " mënyrë pune që i përshtatet jetës së grave që punojnë në të.</p>",
        "<p>To create lasting and safe jobs where the market does not offer them, with a way of"
        " working that fits the lives of the women who work there.</p>",
    ),
    "audience": T(
        "<p>Për gra që duan të punojnë në ekip dhe të mësojnë një zanat gjatë punës. Ndërmarrja"
        " është e hapur edhe për të tjerë: askush nuk duhet të njihet si e mbijetuar vetëm pse"
        " punon aty.</p>",
        "<p>For women who want to work in a team and learn a trade on the job. The enterprise is"
        " open to others too: nobody should be known as a survivor merely because she works"
        " there.</p>",
    ),
    "components": [
        (
            T("Një mall ose shërbim që kërkohet", "Something that people want to buy"),
            T(
                "<p>Ndërmarrja niset nga blerësit: ushqim, pastrim, rrobaqepësi, kujdes, bujqësi."
                " Mirësia nuk e zëvendëson cilësinë.</p>",
                "<p>The enterprise starts from its customers: food, cleaning, sewing, care,"
                " farming. Goodwill is no substitute for quality.</p>",
            ),
        ),
        (
            T("Vende pune me mbështetje", "Jobs with support"),
            T(
                "<p>Kontrata të rregullta, orare të përshtatshme dhe dikush që njeh edhe punën,"
                " edhe pasojat e dhunës.</p>",
                "<p>Regular contracts, hours that fit, and somebody who knows both the trade and"
                " what violence does.</p>",
            ),
        ),
        (
            T("Drejtim biznesi", "Business management"),
            T(
                "<p>Një drejtuese ose drejtues që di të llogaritë, të shesë dhe të planifikojë;"
                " veçmas nga mbështetja sociale.</p>",
                "<p>A manager who can calculate, sell and plan; apart from the social support.</p>",
            ),
        ),
        (
            T("Zëri i punonjëseve", "A say for those who work"),
            T(
                "<p>Mbledhje të rregullta, llogari të hapura dhe pjesëmarrje në vendime.</p>",
                "<p>Regular meetings, open accounts and a part in decisions.</p>",
            ),
        ),
    ],
    "delivery": T(
        "<p>Një organizatë e themelon ndërmarrjen, e regjistron dhe kërkon statusin. Bashkia"
        " ndihmon me ambiente, me blerje ose me njohje. Mbështetja psikosociale ofrohet nga një"
        " shërbim tjetër, jo nga shefja ose shefi i punës.</p><p>Kohëzgjatja nuk caktohet: për disa"
        " puna është kalim drejt një vendi tjetër, për disa mbetet.</p>",
        "<p>An organisation founds the enterprise, registers it and applies for the status. The"
        " municipality helps with premises, with purchases or with standing. Psychosocial support"
        " is given by another service, not by the manager.</p><p>No duration is set: for some the"
        " job is a passage to another, for others it stays.</p>",
    ),
    "staffing": [
        (
            T("Drejtuese ose drejtues i ndërmarrjes", "Manager of the enterprise"),
            T("Shitja, llogaritë, cilësia.", "Sales, accounts, quality."),
        ),
        (
            T("Mjeshtre ose mjeshtër", "Instructor in the trade"),
            T("Mëson zanatin gjatë punës.", "Teaches the trade on the job."),
        ),
        (
            T("Punonjëse ose punonjës social", "Social worker"),
            T(
                "Mbështet jashtë marrëdhënies së punës, me besueshmëri.",
                "Supports outside the employment relation, in confidence.",
            ),
        ),
    ],
    "cost_note": T(
        "<p>Kapitali i fillimit (ambiente, pajisje, lëndë e parë), pagat derisa shitjet t’i"
        " mbulojnë dhe mbështetja sociale, e cila nuk del nga shitjet. Vitet e para zakonisht"
        " kërkojnë financim nga jashtë.</p>",
        "<p>Starting capital (premises, equipment, materials), wages until sales cover them, and"
        " social support, which sales do not pay for. The first years as a rule need money from"
        " outside.</p>",
    ),
    "smallest_size": 2,
    "legal_basis": T(
        "<p>Ligji për ndërmarrjet sociale [@law-65-2016] cakton kush mund ta marrë statusin dhe"
        " me cilat kushte. Ligji për nxitjen e punësimit [@law-15-2019] rregullon programet që"
        " mund të mbështesin punësimin.</p>",
        "<p>The law on social enterprises [@law-65-2016] lays down who may have the status and on"
        " what conditions. The law on employment promotion [@law-15-2019] governs the programmes"
        " that may support hiring.</p>",
    ),
    "used_in": [
        (
            T("Italia", "Italy"),
            "IT",
            T("që nga viti 1991", "since 1991"),
            T(
                "<p>Kooperativat sociale të tipit B, të njohura me ligj, integrojnë në punë persona"
                " të disavantazhuar. Ligji i tyre nuk u drejtohet posaçërisht të mbijetuarave të"
                " dhunës.</p>",
                "<p>Type B social cooperatives, recognised by law, integrate disadvantaged people"
                " into work. Their law is not addressed to survivors of violence in"
                " particular.</p>",
            ),
        ),
    ],
    "partners": [
        (
            T("Organizatë themeluese", "Founding organisation"),
            T("Statusi ligjor, drejtimi, qëllimi.", "Legal status, governance, purpose."),
        ),
        (
            T("Bashkia", "Municipality"),
            T("Ambiente, blerje publike, njohje.", "Premises, public purchasing, standing."),
        ),
        (
            T("Blerës të rregullt", "Regular customers"),
            T("Porosi që e bëjnë të mundur planifikimin.", "Orders that make planning possible."),
        ),
        (
            T("Këshilltarë e këshilltare biznesi", "Business advisers"),
            T("Plani, çmimet, tregu.", "The plan, prices, the market."),
        ),
    ],
    "steps": [
        (
            T("Pyesni tregun", "Ask the market"),
            T(
                "<p>Kush do të blejë, sa herë dhe me çfarë çmimi? Flisni me njëzet blerës para se"
                " të blini një makineri.</p>",
                "<p>Who will buy, how often and at what price? Talk with twenty customers before"
                " you buy one machine.</p>",
            ),
        ),
        (
            T("Bëni një plan për tre vjet", "Make a plan for three years"),
            T(
                "<p>Me një llogari të veçantë për mbështetjen sociale.</p>",
                "<p>With a separate account for social support.</p>",
            ),
        ),
        (
            T("Zgjidhni formën ligjore", "Choose the legal form"),
            T(
                "<p>Kërkoni këshillë për kushtet e statusit dhe për detyrimet që sjell.</p>",
                "<p>Seek advice on the conditions of the status and the duties that come with"
                " it.</p>",
            ),
        ),
        (
            T("Provoni vogël", "Try it small"),
            T(
                "<p>Një porosi, një treg, një stinë; pastaj vendosni.</p>",
                "<p>One order, one market, one season; then decide.</p>",
            ),
        ),
        (
            T("Merrni në punë dhe mbështetni", "Hire and support"),
            T(
                "<p>Kontrata që ditën e parë dhe një marrëveshje me shërbimin psikosocial.</p>",
                "<p>Contracts from the first day and an agreement with the psychosocial"
                " service.</p>",
            ),
        ),
    ],
    "risks": [
        (
            T(
                "Vendi i punës bëhet shenjë: të gjithë e dinë kush punon aty.",
                "The workplace becomes a label: everybody knows who works there.",
            ),
            T(
                "Ekip i përzier; emri dhe reklamat nuk flasin për dhunën; askush nuk fotografohet"
                " për të bindur donatorë.",
                "A mixed team; name and advertising do not speak of violence; nobody is"
                " photographed to persuade donors.",
            ),
        ),
        (
            T(
                "Ndërmarrja mbyllet dhe puna humbet.",
                "The enterprise closes and the jobs are lost.",
            ),
            T(
                "Rezervë, disa blerës, njoftim me kohë dhe kalim i përgatitur te punëdhënës të"
                " tjerë.",
                "A reserve, several customers, early notice and a prepared passage to other"
                " employers.",
            ),
        ),
        (
            T(
                "Ai ose ajo që mbështet është njëkohësisht edhe shefi a shefja.",
                "The one who supports is also the one in charge.",
            ),
            T(
                "Rolet ndahen; ajo mund të ankohet diku jashtë ndërmarrjes.",
                "The roles are kept apart; she can complain somewhere outside the enterprise.",
            ),
        ),
        (
            T("Vendi i punës zbulon ku ndodhet ajo.", "The workplace reveals where she is."),
            T(
                "Plan sigurie; punë pa kontakt me publikun për ato që e kërkojnë.",
                "A safety plan; work away from the public for those who ask for it.",
            ),
        ),
    ],
    "conditions": [
        (
            T(
                "A ka një organizatë që do ta themelojë dhe ta drejtojë?",
                "Is there an organisation that will found and run it?",
            ),
            "essential",
            T(
                "Filloni me një ndërmarrje ekzistuese që hap disa vende pune.",
                "Begin with an existing enterprise that opens a few jobs.",
            ),
        ),
        (
            T(
                "A ka blerës që e kanë thënë se do të blejnë?",
                "Are there customers who have said that they will buy?",
            ),
            "essential",
            T(
                "Ndaloni këtu dhe pyesni tregun; pa blerës modeli nuk qëndron.",
                "Stop here and ask the market; without customers the model does not stand.",
            ),
        ),
        (
            T(
                "A ka financim për vitet para se shitjet të mbulojnë pagat?",
                "Is there funding for the years before sales cover wages?",
            ),
            "essential",
            T(
                "Filloni më vogël ose kërkoni bashkëfinancim nga donatorë e bashki.",
                "Begin smaller, or seek joint funding from donors and municipality.",
            ),
        ),
        (
            T(
                "A ofrohet mbështetje psikosociale nga një shërbim i pavarur?",
                "Is psychosocial support provided by an independent service?",
            ),
            "essential",
            T(
                "Bëni marrëveshje me një organizatë ose me qendrën komunitare.",
                "Make an agreement with an organisation or with the community centre.",
            ),
        ),
        (
            T(
                "A mund të japë bashkia ambiente ose porosi?",
                "Can the municipality give premises or orders?",
            ),
            "helpful",
            T(
                "Shikoni ambientet e papërdorura dhe blerjet e vogla që lejohen me ligj.",
                "Look at unused premises, and at small purchases that the law allows.",
            ),
        ),
        (
            T(
                "A ka dikush përvojë biznesi në këtë fushë?",
                "Does somebody have business experience in this field?",
            ),
            "helpful",
            T(
                "Kërkoni një mentore ose mentor nga një ndërmarrje e ngjashme.",
                "Look for a mentor from a similar enterprise.",
            ),
        ),
    ],
    "evidence": {
        "effect": T(
            "<p>Studimi do të thotë sa gra punojnë pas një viti, në ndërmarrje ose diku tjetër, dhe"
            " si jetojnë.</p>",
            "<p>The study will say how many women are in work after a year, in the enterprise or"
            " elsewhere, and how they live.</p>",
        ),
        "mechanism": T(
            "<p>Mendohet se paga, zanati dhe shoqëria e punës kthejnë besimin te vetja. Studimi do"
            " ta shqyrtojë.</p>",
            "<p>Pay, a trade and the company of others at work are thought to restore confidence."
            " The study will examine this.</p>",
        ),
        "moderators": T(
            "<p>Studimi do të pyesë në cilat tregje dhe me çfarë madhësie ndërmarrja qëndron.</p>",
            "<p>The study will ask in which markets, and at what size, an enterprise holds.</p>",
        ),
        "implementation": T(
            "<p>Studimi do të përshkruajë çfarë kërkon marrja e statusit dhe bashkëpunimi me"
            " bashkinë.</p>",
            "<p>The study will describe what obtaining the status, and working with the"
            " municipality, takes.</p>",
        ),
        "economics": T(
            "<p>Ende nuk ka llogaritje. Studimi do t’i ndajë shitjet nga mbështetja që financohet"
            " nga jashtë.</p>",
            "<p>There is no calculation yet. The study will keep sales apart from support that is"
            " funded from outside.</p>",
        ),
    },
    "links": ["chapter_meaning", "chapter_choosing", "resource_reading_list", "project_models"],
    "internal_note": INTERNAL_NOTE,
}
