"""Pages on what the site means for its reader: traces on the device, data, cookies."""

from typing import Any

from portal.demo.words import T

SAFETY: dict[str, Any] = {
    "title": T("Siguria juaj në internet", "Your safety online"),
    "slug": T("siguria", "safety"),
    "summary": T(
        "Çfarë mbetet në pajisje pasi lexoni një faqe dhe si ta pakësoni.",
        "What stays on a device after you read a page, and how to reduce it.",
    ),
    "show_in_menus": False,
    "body": [
        (
            "callout",
            {
                "kind": "warning",
                "title": T(
                    "“Dilni shpejt” nuk e fshin historikun",
                    "“Leave quickly” does not erase the history",
                ),
                "text": T(
                    "<p>Butoni e zëvendëson faqen menjëherë me një tjetër, por faqet që hapët më "
                    "parë mbeten në historikun e shfletuesit. Këtë nuk mund ta ndryshojë asnjë "
                    "faqe interneti.</p>",
                    "<p>The button replaces the page with another at once, but the pages that you "
                    "opened before stay in the browser’s history. No website can change that.</p>",
                ),
            },
        ),
        ("heading", T("Si të dilni", "How to leave")),
        (
            "text",
            T(
                "<ul><li>Shtypni <b>Dilni shpejt</b>, që është gjithmonë i dukshëm.</li><li>Në "
                "tastierë shtypni shpejt Shift tri herë radhazi.</li><li>Nëse asnjë nuk "
                "funksionon, mbylleni skedën.</li></ul>",
                "<ul><li>Press <b>Leave quickly</b>, which is always in view.</li><li>On a "
                "keyboard, press Shift three times quickly in a row.</li><li>If neither works, "
                "close the tab.</li></ul>",
            ),
        ),
        ("heading", T("Si të lexoni pa lënë shumë gjurmë", "How to read and leave few traces")),
        (
            "text",
            T(
                "<p>Përdorni një dritare private. Në shfletues të ndryshëm quhet “private”, "
                "“inkonjito” ose “InPrivate”. Hapeni nga menyja e shfletuesit, lexoni dhe në fund "
                "mbyllini të gjitha dritaret private.</p><p>Dritarja private nuk e ruan "
                "historikun në pajisje. Ajo nuk ju fsheh nga kush shikon ekranin, nga programet e "
                "përgjimit ose nga kush kontrollon rrjetin.</p>",
                "<p>Use a private window. Browsers call it “private”, “incognito” or “InPrivate”. "
                "Open it from the browser’s menu, read, and close all private windows at the "
                "end.</p><p>A private window keeps no history on the device. It does not hide you "
                "from somebody who looks at the screen, from spyware, or from whoever controls "
                "the network.</p>",
            ),
        ),
        ("heading", T("Si ta fshini historikun", "How to erase the history")),
        (
            "text",
            T(
                "<ol><li>Hapni menynë e shfletuesit dhe zgjidhni “Historiku”.</li><li>Gjeni faqet "
                "që doni të hiqni.</li><li>Fshini vetëm ato. Një historik krejt bosh mund "
                "t’i bjerë në sy dhunuesit.</li><li>Kontrolloni edhe kërkimet e fundit dhe "
                "skedarët e "
                "shkarkuar.</li></ol>",
                "<ol><li>Open the browser’s menu and choose “History”.</li><li>Find the pages "
                "that you want to remove.</li><li>Erase only those. The perpetrator may notice a "
                "history that is completely empty.</li><li>Check the latest searches and the "
                "downloaded "
                "files too.</li></ol>",
            ),
        ),
        (
            "heading",
            T("Kur telefonin e përdor edhe dikush tjetër", "When somebody else uses the phone too"),
        ),
        (
            "text",
            T(
                "<ul><li>Faqet e hapura në telefon mund të shfaqen edhe në një pajisje tjetër me "
                "të njëjtën llogari.</li><li>Telefonatat mbeten në listën e telefonit dhe mund të "
                "duken në faturë.</li><li>Nëse mendoni se ju ndjekin përmes telefonit, pyesni për "
                "ndihmë nga një pajisje tjetër, për shembull nga ajo e një personi që i "
                "besoni.</li><li>Para se të ndërroni fjalëkalimet, flisni me një "
                'këshilluese në <a href="tel:116117">116 117</a>: dhunuesi mund ta vërejë, dhe '
                "rreziku mund të rritet. Bëjeni vetëm nga një pajisje e sigurt.</li></ul>",
                "<ul><li>Pages opened on the phone may also appear on another device with the "
                "same account.</li><li>Calls stay in the phone’s list and may be seen on the "
                "bill.</li><li>If you think that you are being tracked through the phone, ask for "
                "help from another device, for example that of a person you trust.</li><li>Before "
                'you change passwords, talk to a counsellor on <a href="tel:116117">116 117</a>: '
                "the perpetrator may notice, and the risk may rise. Do it only from a safe "
                "device.</li></ul>",
            ),
        ),
        ("heading", T("Çfarë bën kjo faqe për ju", "What this site does for you")),
        (
            "text",
            T(
                "<p>Nuk u vendos lexuesve asnjë cookie dhe nuk u tregon faqeve të tjera se nga "
                "vini. Skedat e faqeve me kontakte kanë një titull asnjanës. Më shumë te "
                '<a linktype="page" id="{privacy}">Privatësia</a>.</p>',
                "<p>It sets no cookie for those who read, and does not tell other sites where you "
                "come from. The tabs of pages with contacts have a neutral title. There is more "
                'in <a linktype="page" id="{privacy}">Privacy</a>.</p>',
            ),
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ me këshilla të përgjithshme. Para hapjes ta lexojë dikush që punon me "
        "të mbijetuarat."
    ),
}
PRIVACY: dict[str, Any] = {
    "title": T("Privatësia", "Privacy"),
    "slug": T("privatesia", "privacy"),
    "summary": T(
        "Mund ta lexoni këtë faqe pa na treguar kush jeni.",
        "You can read this site without telling us who you are.",
    ),
    "show_in_menus": False,
    "body": [
        ("heading", T("Kur vetëm lexoni", "When you only read")),
        (
            "text",
            T(
                "<p>Nuk ju ndjekim. Nuk përdorim statistika vizitash, reklama ose butona rrjetesh "
                "sociale, dhe asgjë e faqes nuk ngarkohet nga të tjerë. Nuk vendosim asnjë "
                '<a linktype="page" id="{cookies}">cookie</a>.</p><p>Serveri mund të shënojë për '
                "çdo faqe që hapet kohën, adresën e faqes dhe adresën IP. Këto shënime shërbejnë "
                "vetëm për sigurinë dhe për gjetjen e gabimeve, dhe fshihen pas një kohe të "
                "shkurtër.</p>",
                "<p>We do not track you. We use no visitor statistics, advertising or social "
                "network buttons, and nothing on the site is loaded from others. We set no "
                '<a linktype="page" id="{cookies}">cookie</a>.</p><p>For each page that is '
                "opened, the server may note the time, the address of the page and the IP "
                "address. These notes serve only for security and for finding faults, and are "
                "deleted after a short time.</p>",
            ),
        ),
        ("heading", T("Kur keni një llogari", "When you have an account")),
        (
            "text",
            T(
                "<p>Llogaritë janë për ata që e mbajnë faqen dhe për pjesëmarrësit e "
                "pjesëmarrëset e programeve tona. Ruajmë emrin, adresën e e-mailit, gjuhën që "
                "parapëlqeni dhe atë që shkruani vetë.</p>",
                "<p>Accounts are for those who keep the site and for those who take part in our "
                "programmes. We keep your name, your e-mail address, the language that you "
                "prefer, and what you write yourself.</p>",
            ),
        ),
        ("heading", T("Të drejtat tuaja", "Your rights")),
        (
            "accordion",
            {
                "items": [
                    {
                        "title": T("T’i shihni të dhënat", "To see the data"),
                        "text": T(
                            "<p>Mund të na kërkoni një kopje të të dhënave që kemi për ju.</p>",
                            "<p>You can ask us for a copy of the data that we hold about you.</p>",
                        ),
                    },
                    {
                        "title": T("T’i ndreqni ose t’i fshini", "To correct or erase them"),
                        "text": T(
                            "<p>Mund të kërkoni që të dhënat të ndreqen ose të fshihen.</p>",
                            "<p>You can ask for the data to be corrected or erased.</p>",
                        ),
                    },
                    {
                        "title": T("Të ankoheni", "To complain"),
                        "text": T(
                            "<p>Nëse nuk jeni të kënaqur me përgjigjen tonë, mund t’i drejtoheni "
                            '<a href="https://www.idp.al/">Komisionerit për të Drejtën e '
                            "Informimit dhe Mbrojtjen e të Dhënave Personale</a>.</p>",
                            "<p>If our answer does not satisfy you, you can turn to the "
                            '<a href="https://www.idp.al/">Commissioner for the Right to '
                            "Information and Protection of Personal Data</a>.</p>",
                        ),
                    },
                ]
            },
        ),
        ("heading", T("Na shkruani", "Write to us")),
        (
            "text",
            T(
                "<p>Për të dhënat tuaja shkruani në "
                '<a href="mailto:info@example.org">info@example.org</a>.</p>',
                "<p>About your data, write to "
                '<a href="mailto:info@example.org">info@example.org</a>.</p>',
            ),
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ. Para hapjes organizata shënon sa ditë ruhen shënimet e serverit dhe "
        "kush përgjigjet për të dhënat. Adresa e e-mailit është shembull."
    ),
}

COOKIES: dict[str, Any] = {
    "title": T("Cookie-t", "Cookies"),
    "slug": T("cookie-t", "cookies"),
    "summary": T(
        "Për ata që lexojnë: asnjë cookie. Për ata që kanë llogari: dy, vetëm teknike.",
        "For those who read: no cookies. For those who have an account: two, technical only.",
    ),
    "show_in_menus": False,
    "body": [
        (
            "text",
            T(
                "<p>Ata që lexojnë këtë faqe nuk marrin asnjë cookie. Prandaj nuk ju kërkojmë "
                "pëlqim; edhe gjuha që zgjidhni qëndron vetëm në adresën e faqes.</p><p>Kur "
                "dikush hyn me llogarinë e vet, shfletuesi ruan dy cookie teknike. Pa to hyrja "
                "nuk funksionon dhe nuk do të ishte e sigurt.</p>",
                "<p>Those who read this site get no cookie at all. That is why we do not ask for "
                "consent; even the language that you choose stands only in the address of the "
                "page.</p><p>When somebody signs in with their account, the browser keeps two "
                "technical cookies. Without them signing in would not work and would not be "
                "safe.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T("Cookie-t e llogarive", "The cookies of accounts"),
                "headers": [
                    T("Emri", "Name"),
                    T("Përse shërben", "What it is for"),
                    T("Sa ruhet", "How long it is kept"),
                ],
                "rows": [
                    [
                        T("sessionid", "sessionid"),
                        T("Mban mend që keni hyrë", "Remembers that you have signed in"),
                        T(
                            "Derisa të dilni, më e shumta dy javë",
                            "Until you sign out, at most two weeks",
                        ),
                    ],
                    [
                        T("csrftoken", "csrftoken"),
                        T(
                            "Mbron formularët nga dërgime të rreme",
                            "Protects forms from forged submissions",
                        ),
                        T("Më e shumta një vit", "At most one year"),
                    ],
                ],
            },
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ. Të krahasohet me cilësimet e serverit sa herë që ndryshojnë."
    ),
}
