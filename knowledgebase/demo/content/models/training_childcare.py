"""Vocational training with childcare."""

from typing import Any

from knowledgebase.demo.content.models.notices import INTERNAL_NOTE, NOTICE
from portal.demo.words import T

TRAINING_CHILDCARE: dict[str, Any] = {
    "title": T("Formim profesional me kujdes për fëmijët", "Vocational training with childcare"),
    "slug": T("formim-profesional-me-kujdes-per-femijet", "vocational-training-with-childcare"),
    "summary": T(
        "Një kurs që të çon te një punë, në orare që një nënë mund t’i ndjekë, me një vend të"
        " sigurt për fëmijët sa kohë zgjat mësimi.",
        "A course that leads to a job, at hours that a mother can keep, with a safe place for the"
        " children while the lesson lasts.",
    ),
    "notice": NOTICE,
    "needs": ["employment", "children", "economic-support"],
    "aim": T(
        "<p>E mbijetuara mëson një profesion që kërkohet në zonë, merr një dëshmi të njohur dhe nuk"
        " duhet të zgjedhë mes kursit dhe fëmijëve.</p>",
        "<p>The survivor learns a trade that is in demand in the area, obtains a recognised"
        " certificate, and does not have to choose between the course and her children.</p>",
    ),
    "audience": T(
        "<p>Për gra me fëmijë të vegjël që duan të fillojnë ose të ndryshojnë profesion. Kursi i"
        " zakonshëm është më i mirë se një kurs vetëm për to.</p>",
        "<p>For women with small children who want to take up or change a trade. An ordinary course"
        " is better than one for them alone.</p>",
    ),
    "components": [
        (
            T("Orientimi", "Guidance"),
            T(
                "<p>Çfarë i pëlqen, çfarë kërkon tregu, çfarë kursi ekziston. Zgjedhja është e saj,"
                " jashtë profesioneve “për gra” po aq sa brenda tyre.</p>",
                "<p>What she likes, what the market asks for, what courses exist. The choice is"
                " hers, beyond “women’s trades” as much as within them.</p>",
            ),
        ),
        (
            T("Kursi", "The course"),
            T(
                "<p>Një kurs i njohur, në grup të përzier, me praktikë pune.</p>",
                "<p>A recognised course, in a mixed group, with practice at work.</p>",
            ),
        ),
        (
            T("Kujdesi për fëmijët", "Childcare"),
            T(
                "<p>Vend në çerdhe a kopsht ose një dhomë pranë kursit, me personel të kualifikuar;"
                " edhe në ditët e praktikës.</p>",
                "<p>A place in a nursery or kindergarten, or a room near the course, with qualified"
                " staff; on days of practice too.</p>",
            ),
        ),
        (
            T("Ndihma për të ndjekur kursin", "Help to keep attending"),
            T(
                "<p>Transport, një pagesë e vogël për ditët e mësimit, një bisedë kur dikush"
                " mungon.</p>",
                "<p>Transport, a small allowance for days of class, a talk when somebody is"
                " absent.</p>",
            ),
        ),
        (
            T("Kalimi në punë", "Into work"),
            T(
                "<p>Takime me punëdhënës para se të mbarojë kursi.</p>",
                "<p>Meetings with employers before the course ends.</p>",
            ),
        ),
    ],
    "delivery": T(
        "<p>Bashkia ose organizata orienton dhe shoqëron; qendra e formimit profesional mëson;"
        " çerdhja, kopshti ose një dhomë kujdesi i pret fëmijët në të njëjtat orë. Nisja, mungesat"
        " dhe përfundimi ndiqen me menaxhimin e rastit.</p><p>Kurset zgjasin zakonisht nga disa"
        " javë deri në disa muaj; me orientimin dhe kërkimin e punës duhen llogaritur tre muaj deri"
        " në një vit. Studimi do ta saktësojë.</p>",
        "<p>The municipality or an organisation guides and accompanies; the vocational training"
        " centre teaches; nursery, kindergarten or a care room takes in the children at the same"
        " hours. Start, absences and completion are followed in case management.</p><p>Courses as a"
        " rule last from some weeks to some months; with guidance and the search for work, three"
        " months to a year should be reckoned. The study will be more exact.</p>",
    ),
    "staffing": [
        (
            T("Këshilltare ose këshilltar karriere", "Careers adviser"),
            T("Orienton dhe lidh me punëdhënës.", "Guides, and links with employers."),
        ),
        (
            T("Edukatore ose edukator", "Childcare worker"),
            T(
                "Kujdeset për fëmijët gjatë orëve të mësimit.",
                "Looks after the children during class.",
            ),
        ),
        (
            T("Menaxhere ose menaxher rasti", "Case manager"),
            T(
                "Siguria, mungesat, pengesat e papritura.",
                "Safety, absences, unforeseen obstacles.",
            ),
        ),
    ],
    "months_from": 3,
    "months_to": 12,
    "cost_note": T(
        "<p>Tarifa e kursit (nëse ka), kujdesi për fëmijët, transporti, mjetet e punës dhe pagesa"
        " për ditët e mësimit. Kujdesi për fëmijët është pjesa që më shpesh harrohet në"
        " buxhet.</p>",
        "<p>The course fee (if there is one), childcare, transport, tools and the allowance for"
        " days of class. Childcare is the part most easily forgotten in a budget.</p>",
    ),
    "smallest_size": 2,
    "legal_basis": T(
        "<p>Ligji për nxitjen e punësimit [@law-15-2019] rregullon shërbimet e punësimit dhe"
        " programet e tij. Ligji për shërbimet e kujdesit shoqëror [@law-121-2016] rregullon"
        " shërbimet që bashkia mund t’u ofrojë familjeve. Konventa e Stambollit përmend arsimin dhe"
        " trajnimin ndër shërbimet mbështetëse (neni 20) [@coe-2011].</p>",
        "<p>The law on employment promotion [@law-15-2019] governs employment services and their"
        " programmes. The law on social care services [@law-121-2016] governs the services that a"
        " municipality may provide to families. The Istanbul Convention names education and"
        " training among support services (Article 20) [@coe-2011].</p>",
    ),
    "used_in": [],
    "partners": [
        (
            T("Qendra e formimit profesional", "Vocational training centre"),
            T("Kursi, dëshmia, praktika.", "Course, certificate, practice."),
        ),
        (
            T("Çerdhet dhe kopshtet e bashkisë", "Municipal nurseries and kindergartens"),
            T("Vende për kohën e kursit.", "Places for the time of the course."),
        ),
        (
            T("Zyra e punës", "Employment office"),
            T("Regjistrimi dhe programet.", "Registration and programmes."),
        ),
        (
            T("Punëdhënës", "Employers"),
            T("Vende praktike dhe pune.", "Places for practice and work."),
        ),
    ],
    "steps": [
        (
            T("Pyesni cilat profesione kërkohen", "Ask which trades are in demand"),
            T(
                "<p>Zyra e punës dhe punëdhënësit dinë më shumë se lista e kurseve.</p>",
                "<p>The employment office and employers know more than the list of courses.</p>",
            ),
        ),
        (
            T("Siguroni vendet për fëmijët", "Secure the places for children"),
            T(
                "<p>Para se të hapet regjistrimi, jo pas tij.</p>",
                "<p>Before enrolment opens, not after.</p>",
            ),
        ),
        (
            T("Bini dakord për oraret", "Agree on hours"),
            T(
                "<p>Kursi, kujdesi dhe autobusi duhet të puqen.</p>",
                "<p>Course, care and bus have to fit together.</p>",
            ),
        ),
        (
            T("Regjistroni një grup të vogël", "Enrol a small group"),
            T(
                "<p>Brenda një kursi të zakonshëm, pa shenjë dalluese.</p>",
                "<p>Within an ordinary course, with nothing to set them apart.</p>",
            ),
        ),
        (
            T("Ftoni punëdhënësit", "Invite employers"),
            T(
                '<p>Në gjysmë të kursit, për të parë punën e grupit. <a linktype="page"'
                ' id="{resource_employers_guide}">Udhëzuesi për bisedat</a> ndihmon.</p>',
                '<p>Half-way through, to see what the group can do. The <a linktype="page"'
                ' id="{resource_employers_guide}">guide to talks with employers</a> helps.</p>',
            ),
        ),
    ],
    "risks": [
        (
            T(
                "Orari i kursit e bën të parashikueshme rrugën e saj.",
                "The timetable makes her way there predictable.",
            ),
            T(
                "Plan sigurie për rrugën; dikush në qendër di çfarë të bëjë; lista e pjesëmarrësve"
                " nuk varet në mur.",
                "A safety plan for the way; somebody at the centre knows what to do; the list of"
                " participants is not put up on the wall.",
            ),
        ),
        (
            T(
                "Fëmija merret nga dikush që nuk duhet.",
                "A child is fetched by somebody who must not.",
            ),
            T(
                "Listë e shkruar se kush mund ta marrë fëmijën; kopje e urdhrit të mbrojtjes te"
                " personi përgjegjës, me pëlqimin e nënës.",
                "A written list of who may fetch the child; a copy of the protection order with the"
                " person in charge, with the mother’s consent.",
            ),
        ),
        (
            T("Kursi mbaron dhe punë nuk ka.", "The course ends and there is no work."),
            T(
                "Kursi zgjidhet sipas kërkesës; mbështetja vazhdon në kërkimin e punës.",
                "The course is chosen by demand; support goes on into the search for work.",
            ),
        ),
        (
            T("Mungesat lexohen si mungesë vullneti.", "Absence is read as lack of will."),
            T(
                "Së pari pyetet si është; vendi i ruhet.",
                "First she is asked how she is; her place is kept.",
            ),
        ),
    ],
    "conditions": [
        (
            T(
                "A ka një qendër formimi që arrihet për më pak se një orë?",
                "Is there a training centre within an hour’s reach?",
            ),
            "essential",
            T(
                "Kërkoni kurse që vijnë në zonë ose praktikë te një punëdhënës.",
                "Look for courses that come to the area, or practice with an employer.",
            ),
        ),
        (
            T(
                "A ka vende për fëmijët në orët e kursit?",
                "Are there places for the children at the hours of the course?",
            ),
            "essential",
            T(
                "Hapni një dhomë kujdesi me edukatore të kualifikuar ose paguani kujdes privat.",
                "Open a care room with a qualified worker, or pay for private care.",
            ),
        ),
        (
            T(
                "A i kërkon vërtet tregu vendor profesionet që mësohen?",
                "Does the local market really ask for the trades taught?",
            ),
            "essential",
            T(
                "Pyesni punëdhënësit para se të zgjidhni kursin.",
                "Ask employers before you choose the course.",
            ),
        ),
        (
            T(
                "A ka një rrugë të sigurt dhe të përballueshme deri te kursi?",
                "Is there a safe and affordable way to the course?",
            ),
            "essential",
            T(
                "Parashikoni transport ose bileta në buxhet.",
                "Put transport or tickets into the budget.",
            ),
        ),
        (
            T("A merr pjesë zyra e punës?", "Does the employment office take part?"),
            "helpful",
            T(
                "Propozoni regjistrim të përbashkët dhe një person kontakti.",
                "Propose joint registration and one contact person.",
            ),
        ),
        (
            T(
                "A mund të paguhet diçka për ditët e mësimit?",
                "Can something be paid for days of class?",
            ),
            "helpful",
            T(
                "Shikoni modelin e ndihmës ekonomike me menaxhim rasti.",
                "See the model of economic aid with case management.",
            ),
        ),
    ],
    "evidence": {
        "effect": T(
            "<p>Studimi do të thotë sa gra e mbarojnë kursin, sa punojnë më pas dhe në çfarë"
            " profesioni.</p>",
            "<p>The study will say how many women complete the course, how many work afterwards and"
            " in which trade.</p>",
        ),
        "mechanism": T(
            "<p>Mendohet se kujdesi për fëmijët heq pengesën më të zakonshme. Studimi do ta"
            " shqyrtojë.</p>",
            "<p>Childcare is thought to remove the most usual obstacle. The study will examine"
            " this.</p>",
        ),
        "moderators": T(
            "<p>Studimi do të pyesë sa varet nga mosha e fëmijëve, nga arsimi i mëparshëm dhe nga"
            " largësia.</p>",
            "<p>The study will ask how much depends on the age of the children, on earlier"
            " schooling and on distance.</p>",
        ),
        "implementation": T(
            "<p>Studimi do të përshkruajë si u përputhën oraret dhe kush e pagoi kujdesin.</p>",
            "<p>The study will describe how the hours were made to fit, and who paid for care.</p>",
        ),
        "economics": T(
            "<p>Ende nuk ka llogaritje. Studimi do t’i ndajë shpenzimet e kursit nga ato të"
            " kujdesit.</p>",
            "<p>There is no calculation yet. The study will keep the costs of the course apart from"
            " those of care.</p>",
        ),
    },
    "links": [
        "chapter_meaning",
        "chapter_choosing",
        "chapter_following",
        "resource_employers_guide",
        "resource_monitoring_sheet",
        "project_models",
    ],
    "internal_note": INTERNAL_NOTE,
}
