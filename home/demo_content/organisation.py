"""Pages on the organisation itself: who it is, and how accessible its site is."""

from typing import Any

from portal.demo.words import T

ABOUT: dict[str, Any] = {
    "title": T("Rreth nesh", "About us"),
    "slug": T("rreth-nesh", "about-us"),
    "summary": T(
        "Kush është D&E, me kë punon dhe si mund të na shkruani.",
        "Who D&E is, whom it works with, and how to write to us.",
    ),
    "show_in_menus": True,
    "body": [
        (
            "text",
            T(
                "<p>D&amp;E është një organizatë joqeveritare shqiptare. Punojmë me bashkitë, me "
                "ofruesit e shërbimeve komunitare dhe me organizata të tjera të shoqërisë civile. "
                "Organizata është anëtare e rrjetit IRIS.</p><p>Ne nuk i zëvendësojmë shërbimet e "
                "bashkive. Puna jonë është që ato të bëhen më të forta: me njohuri të "
                "kontrolluara, me njerëz të trajnuar, me plane që zbatohen dhe që ndiqen nga "
                "afër.</p>",
                "<p>D&amp;E is an Albanian non-governmental organisation. We work with "
                "municipalities, with community service providers and with other civil-society "
                "organisations. The organisation is a member of the IRIS network.</p><p>We do not "
                "replace the municipalities’ services. Our work is to make them stronger: with "
                "knowledge that has been checked, with trained people, with plans that are "
                "carried out and closely followed.</p>",
            ),
        ),
        ("heading", T("Si punojmë", "How we work")),
        (
            "text",
            T(
                "<ul><li><b>Me të mbijetuarat në qendër.</b> Çdo model matet me atë që ndryshon "
                "në jetën e tyre.</li><li><b>Pranë njerëzve.</b> Planet shkruhen aty ku do të "
                "zbatohen, me ata që do t’i zbatojnë.</li><li><b>Me shifra të ndershme.</b> Themi "
                "çfarë synojmë dhe çfarë është raportuar, dhe nuk i përziejmë.</li><li><b>Me "
                "kujdes për fjalët dhe figurat.</b> Nuk botojmë rrëfime ose fotografi nga të "
                "cilat mund të njihet dikush.</li></ul>",
                "<ul><li><b>With survivors at the centre.</b> Every model is measured by what "
                "changes in their lives.</li><li><b>Close to people.</b> Plans are written where "
                "they will be carried out, with those who will carry them out.</li><li><b>With "
                "honest figures.</b> We say what we aim for and what has been reported, and do "
                "not mix the two.</li><li><b>With care for words and pictures.</b> We publish no "
                "stories or photographs by which somebody could be recognised.</li></ul>",
            ),
        ),
        ("heading", T("Na shkruani", "Write to us")),
        (
            "text",
            T(
                "<p>Për pyetje rreth projekteve: "
                '<a href="mailto:info@example.org">info@example.org</a>. Ju lutemi mos na dërgoni '
                "me e-mail të dhëna për raste konkrete. Për ndihmë shihni "
                '<a linktype="page" id="{help}">kontaktet e dobishme</a>.</p>',
                "<p>For questions about the projects: "
                '<a href="mailto:info@example.org">info@example.org</a>. Please do not send us '
                "details of individual cases by e-mail. For help, see the "
                '<a linktype="page" id="{help}">useful contacts</a>.</p>',
            ),
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ, përveç fjalisë se kush është organizata, me kë punon dhe cilit rrjet "
        "i përket. Adresa e e-mailit është shembull."
    ),
}

ACCESSIBILITY: dict[str, Any] = {
    "title": T("Deklarata e aksesueshmërisë", "Accessibility statement"),
    "slug": T("deklarata-e-aksesueshmerise", "accessibility"),
    "summary": T(
        "Çfarë synojmë, si e provojmë dhe ku na tregoni një pengesë.",
        "What we aim for, how we test it, and where to tell us of a barrier.",
    ),
    "show_in_menus": False,
    "body": [
        (
            "text",
            T(
                "<p>Duam që këtë faqe ta përdorë kushdo, me çfarëdo pajisjeje. Synojmë nivelin AA "
                "të Udhëzimeve për Aksesueshmërinë e Përmbajtjes në Ueb (WCAG) 2.2.</p>",
                "<p>We want everybody to be able to use this site, with any device. We aim for "
                "level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.</p>",
            ),
        ),
        ("heading", T("Si e provojmë", "How we test it")),
        (
            "table",
            {
                "caption": T("Çfarë provohet dhe si", "What is tested, and how"),
                "headers": [T("Çfarë", "What"), T("Si", "How")],
                "rows": [
                    [
                        T(
                            "Rregullat e WCAG që i kontrollon një program",
                            "WCAG rules that a program can check",
                        ),
                        T(
                            "Me motorin axe, në çdo lloj faqeje dhe në të dyja gjuhët",
                            "With the axe engine, on every kind of page and in both languages",
                        ),
                    ],
                    [
                        T("Tastiera", "Keyboard"),
                        T("Në shfletues, pa mi", "In a browser, without a mouse"),
                    ],
                    [
                        T("Ekrane të vogla", "Small screens"),
                        T("Në gjerësinë 360 pikselë", "At a width of 360 pixels"),
                    ],
                    [
                        T("Pa JavaScript", "Without JavaScript"),
                        T(
                            "Faqja lexohet dhe filtrohet njësoj",
                            "The site can be read and filtered all the same",
                        ),
                    ],
                    [
                        T("Pamje e errët", "Dark scheme"),
                        T("Me kontrastet e saj", "With contrasts of its own"),
                    ],
                ],
            },
        ),
        ("heading", T("Çfarë dimë që mungon", "What we know is missing")),
        (
            "text",
            T(
                "<p>Programet gjejnë vetëm një pjesë të pengesave. Ende nuk kemi bërë një "
                "kontroll të pavarur, as prova me persona që përdorin lexues ekrani çdo ditë. "
                "Dokumentet që na vijnë nga të tjerët mund të mos jenë të aksesueshme.</p>",
                "<p>Programs find only a part of the barriers. We have not yet had an independent "
                "audit, nor tests with people who use a screen reader every day. Documents that "
                "come to us from others may not be accessible.</p>",
            ),
        ),
        ("heading", T("Na tregoni një pengesë", "Tell us of a barrier")),
        (
            "text",
            T(
                '<p>Shkruani në <a href="mailto:info@example.org">info@example.org</a> dhe thoni '
                "cilën faqe hapët dhe çfarë nuk funksionoi. Nëse ju duhet një tekst në një formë "
                "tjetër, kërkojeni.</p>",
                '<p>Write to <a href="mailto:info@example.org">info@example.org</a> and say which '
                "page you opened and what did not work. If you need a text in another form, "
                "please ask for it.</p>",
            ),
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ. Të rishikohet pas çdo kontrolli të aksesueshmërisë; data e "
        "rishikimit shënohet te “kontrolluar së fundi”. Adresa e e-mailit është shembull."
    ),
}
