"""The page with numbers to call, offices, and what a protection order is."""

from typing import Any

from portal.demo.words import T

HELP: dict[str, Any] = {
    "title": T("Kontakte të dobishme", "Useful contacts"),
    "slug": T("kontakte-te-dobishme", "useful-contacts"),
    "summary": T(
        "Numra telefoni dhe zyra sipas bashkisë.",
        "Telephone numbers, and offices by municipality.",
    ),
    "show_in_menus": True,
    "body": [
        (
            "callout",
            {
                "kind": "warning",
                "title": T("Jeni në rrezik tani?", "Are you in danger now?"),
                "text": T(
                    '<p>Telefononi policinë në <a href="tel:129">129</a> ose emergjencën në '
                    '<a href="tel:112">112</a>. Thoni së pari ku ndodheni. Nëse mundeni pa e '
                    "shtuar rrezikun, largohuni dhe shkoni te njerëz që u besoni.</p>",
                    '<p>Call the police on <a href="tel:129">129</a> or emergency on '
                    '<a href="tel:112">112</a>. Say first where you are. If you can without '
                    "adding to the danger, get away and go to people you trust.</p>",
                ),
            },
        ),
        ("heading", T("Me kë mund të flisni", "Who you can talk to")),
        (
            "text",
            T(
                "<p>Mund të telefononi edhe kur nuk e dini me siguri nëse ajo që po ju ndodh "
                "“quhet dhunë”. Mund të pyesni edhe për dikë tjetër: për një të afërme, një koleg "
                "ose një fqinje.</p><p>Në bashki mund t’i drejtoheni koordinatorit ose "
                "koordinatores vendore kundër dhunës në familje dhe shërbimeve sociale. Zyrat që "
                "përfshihen në Mekanizmin e Koordinuar të Referimit kanë për detyrë të "
                "bashkëpunojnë, që ju të mos e tregoni të njëjtën histori nga një derë në "
                "tjetrën.</p>",
                "<p>You can call even when you are not sure that what is happening to you “counts "
                "as violence”. You can also ask on behalf of somebody else: a relative, a "
                "colleague or a neighbour.</p><p>At the municipality you can turn to the local "
                "coordinator against domestic violence and to the social services. The offices "
                "that belong to the coordinated referral mechanism have the duty to work "
                "together, so that you need not tell the same story from door to door.</p>",
            ),
        ),
        ("heading", T("Çfarë është urdhri i mbrojtjes", "What a protection order is")),
        (
            "text",
            T(
                "<p>Urdhri i mbrojtjes është një vendim gjykate kundër dhunës në marrëdhëniet "
                "familjare. E parashikon ligji nr. 9669, datë 18 dhjetor 2006, me ndryshimet e "
                "mëvonshme. Gjykata mund ta urdhërojë personin që ushtron dhunë, për "
                "shembull:</p><ul><li>të mos ushtrojë dhunë dhe të mos kërcënojë me "
                "dhunë;</li><li>të mos ju afrohet juve ose fëmijëve;</li><li>të largohet nga "
                "banesa.</li></ul><p>Kur rreziku është i menjëhershëm, ligji njeh edhe urdhrin e "
                "menjëhershëm të mbrojtjes, i cili jepet më shpejt.</p>",
                "<p>A protection order is a decision of a court against violence in family "
                "relations. It is provided for by Law No. 9669 of 18 December 2006, as amended. "
                "The court may order the person who uses violence, for example:</p><ul><li>not to "
                "use violence and not to threaten it;</li><li>not to come near you or the "
                "children;</li><li>to leave the home.</li></ul><p>Where the danger is immediate, "
                "the law also provides for an immediate protection order, which is issued more "
                "quickly.</p>",
            ),
        ),
        (
            "accordion",
            {
                "items": [
                    {
                        "title": T(
                            "Kush më ndihmon të bëj kërkesën?", "Who helps me to make the request?"
                        ),
                        "text": T(
                            "<p>Policia dhe koordinatori ose koordinatorja vendore ju tregojnë si "
                            "bëhet kërkesa. Mund të kërkoni edhe ndihmë juridike falas.</p>",
                            "<p>The police and the local coordinator tell you how the request is "
                            "made. You can also ask for free legal aid.</p>",
                        ),
                    },
                    {
                        "title": T(
                            "Po nëse urdhri nuk respektohet?", "What if the order is not obeyed?"
                        ),
                        "text": T(
                            '<p>Telefononi menjëherë policinë në <a href="tel:129">129</a> dhe '
                            "thoni që keni një urdhër mbrojtjeje. Është mirë ta keni një kopje "
                            "afër ose te dikush që i besoni.</p>",
                            '<p>Call the police on <a href="tel:129">129</a> at once and say that '
                            "you have a protection order. It is good to keep a copy close by, or "
                            "with somebody you trust.</p>",
                        ),
                    },
                    {
                        "title": T("A është kjo këshillë ligjore?", "Is this legal advice?"),
                        "text": T(
                            "<p>Jo. Është një shpjegim i shkurtër me fjalë të thjeshta. Për "
                            "rastin tuaj flisni me një avokat ose avokate, ose me shërbimin e "
                            "ndihmës juridike falas.</p>",
                            "<p>No. It is a short explanation in plain words. About your own "
                            "case, talk to a lawyer or to the free legal aid service.</p>",
                        ),
                    },
                ]
            },
        ),
        ("heading", T("Si të dilni shpejt nga faqja", "How to leave the site quickly")),
        (
            "text",
            T(
                "<p>Shtypni <b>Dilni shpejt</b> ose shpejt tri herë tastin Shift: hapet menjëherë "
                "një faqe tjetër, asnjanëse. Historiku i shfletuesit nuk fshihet. Si ta fshini "
                "dhe si të lexoni pa lënë shumë gjurmë në pajisje, lexoni te "
                '<a linktype="page" id="{safety}">Siguria juaj në internet</a>.</p>',
                "<p>Press <b>Leave quickly</b>, or the Shift key three times in quick succession: "
                "another, neutral page opens at once. The browser’s history is not erased. How to "
                "erase it, and how to read and leave few traces on the device, is explained in "
                '<a linktype="page" id="{safety}">Your safety online</a>.</p>',
            ),
        ),
    ],
    "internal_note": (
        "Tekst demonstrativ, i shkruar nga njohuri të përgjithshme për ligjin nr. 9669/2006. Para "
        "hapjes së faqes ta lexojë një jurist ose juriste, dhe çdo numër të provohet me telefon. "
        "Titulli i skedës mbetet asnjanës."
    ),
}
