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
        ("heading", T("Kur telefononi 112 ose 129", "When you call 112 or 129")),
        (
            "text",
            T(
                "<p>Thoni së pari ku ndodheni. Nëse mundeni pa e shtuar rrezikun, largohuni dhe "
                "shkoni te njerëz që u besoni. Rreziku nuk mbaron me largimin; shpesh rritet. "
                "Flisni me një këshilluese, që ta planifikoni bashkë hapin tjetër.</p>",
                "<p>Say first where you are. If you can without adding to the danger, get away "
                "and go to people you trust. Leaving does not end the risk; often it rises. Talk "
                "to a counsellor, so that you can plan the next step together.</p>",
            ),
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
                "<p>Urdhri i mbrojtjes është një vendim gjykate. E parashikon ligji nr. 9669/2006 "
                "“Për masa ndaj dhunës në marrëdhëniet familjare”, i ndryshuar. Gjykata mund ta "
                "urdhërojë dhunuesin, për shembull:</p><ul><li>të mos ushtrojë dhunë dhe të mos "
                "kërcënojë;</li><li>të mos ju afrohet juve ose fëmijëve;</li><li>të largohet nga "
                "banesa.</li></ul><p>Kur rreziku është i menjëhershëm, policia mund të urdhërojë "
                "në vend masa paraprake të mbrojtjes së menjëhershme, dhe gjykata mund të japë "
                "një urdhër të menjëhershëm mbrojtjeje.</p>",
                "<p>A protection order is a decision of a court. It is provided for by Law No. "
                "9669/2006 on measures against violence in family relations, as amended. The "
                "court may order the perpetrator, for example:</p><ul><li>not to use or threaten "
                "violence;</li><li>not to come near you or the children;</li><li>to leave the "
                "home.</li></ul><p>Where the danger is immediate, the police can order "
                "preliminary measures of immediate protection at once, and the court can issue "
                "an immediate protection order.</p>",
            ),
        ),
        (
            "accordion",
            {
                "items": [
                    {
                        "title": T("Kush mund ta kërkojë urdhrin?", "Who can ask for the order?"),
                        "text": T(
                            "<p>Ju vetë, avokati ose avokatja juaj, policia ose prokuroria. "
                            "Koordinatori ose koordinatorja vendore ju tregon si bëhet kërkesa. "
                            "Keni të drejtë për ndihmë juridike falas.</p>",
                            "<p>You yourself, your lawyer, the police or the prosecutor. The local "
                            "coordinator tells you how to apply. You have a right to free legal "
                            "aid.</p>",
                        ),
                    },
                    {
                        "title": T("Po nëse urdhri shkelet?", "What if the order is breached?"),
                        "text": T(
                            '<p>Telefononi menjëherë <a href="tel:112">112</a> ose policinë në '
                            '<a href="tel:129">129</a> dhe thoni që keni një urdhër mbrojtjeje. '
                            "Mbani një kopje afër ose te dikush që i besoni, ku dhunuesi nuk e "
                            "gjen.</p>",
                            '<p>Call <a href="tel:112">112</a> or the police on '
                            '<a href="tel:129">129</a> at once and say that you have a protection '
                            "order. Keep a copy close by or with somebody you trust, where the "
                            "perpetrator will not find it.</p>",
                        ),
                    },
                    {
                        "title": T("A është kjo këshillë ligjore?", "Is this legal advice?"),
                        "text": T(
                            "<p>Jo, është një shpjegim i shkurtër. Për rastin tuaj flisni me një "
                            "avokat ose avokate, ose me shërbimin e ndihmës juridike falas.</p>",
                            "<p>No, it is a short explanation. About your own case, talk to a "
                            "lawyer or to the free legal aid service.</p>",
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
