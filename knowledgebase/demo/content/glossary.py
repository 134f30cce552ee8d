"""Twenty terms with their definitions; other forms are those that texts most often use."""

from typing import Any

from portal.demo.words import T

ISTANBUL = T("Sipas Konventës së Stambollit, neni 3", "After the Istanbul Convention, Article 3")


def term(name: T, forms: T, definition: T, **more: T) -> dict[str, Any]:
    """Return a term; `forms` are other forms of it and of its synonym, divided by commas."""
    lines = T(forms.sq.replace(", ", "\n"), forms.en.replace(", ", "\n"))
    return {"name": name, "other_forms": lines, "definition": definition, **more}


GLOSSARY: dict[str, dict[str, Any]] = {
    "gender-based-violence": term(
        T("dhunë me bazë gjinore", "gender-based violence"),
        T(
            "dhuna me bazë gjinore, dhunës me bazë gjinore, dhunën me bazë gjinore",
            "gender-based forms of violence",
        ),
        T(
            "Dhunë që ushtrohet ndaj dikujt për shkak të gjinisë dhe që godet mbi të gjitha gratë "
            "e vajzat. Mund të jetë fizike, seksuale, psikologjike ose ekonomike.",
            "Violence done to somebody because of their gender, which strikes women and girls "
            "above all. It may be physical, sexual, psychological or economic.",
        ),
        abbreviation=T("DHBGJ", "GBV"),
        source=ISTANBUL,
        synonyms=T("dhunë për shkak të gjinisë", "violence based on gender"),
    ),
    "domestic-violence": term(
        T("dhunë në familje", "domestic violence"),
        T("dhuna në familje, dhunës në familje, dhunën në familje", "violence in family relations"),
        T(
            "Dhunë e çdo lloji që ndodh mes njerëzve të një familjeje ose mes bashkëshortëve e "
            "partnerëve, edhe pas ndarjes dhe edhe kur nuk banojnë bashkë.",
            "Violence of any kind between people of one family, or between spouses or partners, "
            "also after they have parted and also where they do not live together.",
        ),
        source=ISTANBUL,
        synonyms=T("dhunë në marrëdhëniet familjare", "violence in the family"),
    ),
    "survivor": term(
        T("e mbijetuar", "survivor"),
        T(
            "të mbijetuara, e mbijetuara, të mbijetuarat, të mbijetuarave, të mbijetuarën, të "
            "mbijetuarës, i mbijetuar",
            "survivors, survivor’s, survivors’",
        ),
        T(
            "Personi që ka përjetuar dhunë. Fjala vë në qendër njeriun dhe forcën për të "
            "vazhduar; ligji dhe dokumentet zyrtare përdorin fjalën “viktimë”.",
            "A person who has lived through violence. The word puts the person, and the strength "
            "to go on, at the centre; laws and official documents use the word “victim”.",
        ),
    ),
    "socio-economic-integration": term(
        T("integrim socio-ekonomik", "socio-economic integration"),
        T(
            "integrimi socio-ekonomik, integrimit socio-ekonomik, integrimin socio-ekonomik, "
            "ri-integrimi, ri-integrimit, ri-integrimin",
            "integration into social and economic life",
        ),
        T(
            "Rruga që nis aty ku mbaron ndihma emergjente dhe në fund të së cilës një e mbijetuar "
            "jeton e sigurt dhe me mjetet e veta: me banesë, të ardhura, mbështetje dhe vend në "
            "komunitet.",
            "The way that begins where emergency help ends, and at the end of which a survivor "
            "lives safely and by her own means: with a home, an income, support and a place in "
            "the community.",
        ),
        synonyms=T("ri-integrim", "reintegration"),
    ),
    "integration-model": term(
        T("model integrimi", "integration model"),
        T(
            "modeli i integrimit, modelit të integrimit, modele integrimi, modelet e integrimit, "
            "modeleve të integrimit",
            "integration models, integration schemes",
        ),
        T(
            "Mënyrë e përcaktuar për të mbështetur integrimin, me qëllim, pjesë përbërëse, "
            "njerëz, mjete dhe hapa, që mund të përshkruhet, të krahasohet dhe të përshtatet diku "
            "tjetër.",
            "A defined way of supporting integration, with an aim, components, people, means and "
            "steps, which can be described, compared and adapted elsewhere.",
        ),
        synonyms=T("skemë integrimi", "integration scheme"),
    ),
    "coordinated-referral-mechanism": term(
        T("Mekanizmi i Koordinuar i Referimit", "coordinated referral mechanism"),
        T(
            "Mekanizmit të Koordinuar të Referimit, Mekanizmin e Koordinuar të Referimit, "
            "mekanizëm i koordinuar i referimit, mekanizmit të referimit, mekanizmin e referimit",
            "coordinated referral mechanisms, referral mechanisms",
        ),
        T(
            "Marrëveshja dhe mënyra e punës me të cilat bashkia, policia, shëndetësia, arsimi, "
            "drejtësia dhe organizatat e trajtojnë bashkë një rast dhe ia kalojnë atë "
            "njëra-tjetrës.",
            "The agreement and the way of working by which municipality, police, health, "
            "education, justice and organisations deal with a case together and refer it to one "
            "another.",
        ),
        abbreviation=T("MKR", "CRM"),
        synonyms=T("mekanizmi i referimit", "referral mechanism"),
    ),
    "protection-order": term(
        T("urdhër mbrojtjeje", "protection order"),
        T(
            "urdhri i mbrojtjes, urdhrit të mbrojtjes, urdhrin e mbrojtjes, urdhra mbrojtjeje, "
            "urdhrat e mbrojtjes, urdhrave të mbrojtjes",
            "protection orders",
        ),
        T(
            "Vendim i gjykatës që cakton masa për ta mbrojtur një person nga dhuna në familje, "
            "për shembull që dhunuesi të mos i afrohet. Përpara tij policia mund të urdhërojë "
            "menjëherë masa paraprake.",
            "A court’s decision that sets measures to protect a person from domestic violence, "
            "for example that the perpetrator must not come near. Before it, the police can order "
            "preliminary measures at once.",
        ),
        source=T("Sipas ligjit nr. 9669/2006, i ndryshuar", "After Law No. 9669/2006, as amended"),
    ),
    "case-management": term(
        T("menaxhim rasti", "case management"),
        T(
            "menaxhimi i rastit, menaxhimit të rastit, menaxhimin e rastit, menaxhimi i rasteve, "
            "menaxhimit të rasteve",
            "managing a case",
        ),
        T(
            "Puna me të cilën një profesionist ose profesioniste vlerëson nevojat bashkë me "
            "personin, harton planin, lidh shërbimet dhe ndjek çfarë ndodh, derisa rasti të "
            "mbyllet.",
            "The work by which one professional assesses needs together with the person, draws up "
            "the plan, connects the services and follows what happens until the case is closed.",
        ),
    ),
    "individual-plan": term(
        T("plan individual i integrimit", "individual integration plan"),
        T(
            "plani individual i integrimit, planit individual të integrimit, planin individual të "
            "integrimit, plani individual, planit individual, planin individual, plane "
            "individuale, planet individuale, planeve individuale",
            "individual integration plans, individual plans",
        ),
        T(
            "Plani që një e mbijetuar harton bashkë me menaxheren ose menaxherin e rastit: çfarë "
            "do të arrijë, me cilat hapa, me cilin shërbim dhe deri kur.",
            "The plan that a survivor draws up together with the case manager: what she wants to "
            "reach, by which steps, with which service and by when.",
        ),
        synonyms=T("plan individual", "individual plan"),
    ),
    "needs-assessment": term(
        T("vlerësim nevojash", "needs assessment"),
        T(
            "vlerësimi i nevojave, vlerësimit të nevojave, vlerësimin e nevojave",
            "needs assessments",
        ),
        T(
            "Mbledhja e renditur e asaj që i duhet një personi ose një grupi dhe e asaj që "
            "shërbimet ofrojnë tashmë, para se të planifikohet ndihma.",
            "The orderly gathering of what a person or a group needs, and of what services "
            "already offer, before help is planned.",
        ),
    ),
    "social-care-service": term(
        T("shërbim i kujdesit shoqëror", "social care service"),
        T(
            "shërbimi i kujdesit shoqëror, shërbimit të kujdesit shoqëror, shërbime të kujdesit "
            "shoqëror, shërbimet e kujdesit shoqëror, shërbimeve të kujdesit shoqëror, shërbimet "
            "sociale, shërbimeve sociale, shërbime sociale",
            "social care services, social services",
        ),
        T(
            "Mbështetje që u jepet individëve dhe familjeve në nevojë për të jetuar të sigurt, me "
            "dinjitet dhe sa më të pavarur.",
            "Support given to individuals and families in need so that they can live safely, with "
            "dignity and as independently as possible.",
        ),
        source=T("Sipas ligjit nr. 121/2016", "After Law No. 121/2016"),
        synonyms=T("shërbim social", "social service"),
    ),
    "psychosocial-support": term(
        T("mbështetje psikosociale", "psychosocial support"),
        T(
            "mbështetja psikosociale, mbështetjes psikosociale, mbështetjen psikosociale",
            "psycho-social support",
        ),
        T(
            "Këshillim dhe shoqërim që e ndihmojnë personin të rifitojë qetësinë, besimin te "
            "vetja dhe lidhjet me të tjerët.",
            "Counselling and company that help a person to regain calm, confidence and ties with "
            "others.",
        ),
        synonyms=T("ndihmë psikosociale", "psychosocial help"),
    ),
    "social-housing": term(
        T("strehim social", "social housing"),
        T(
            "strehimi social, strehimit social, strehimin social, banesa sociale, banesave sociale",
            "social homes",
        ),
        T(
            "Banesë ose mbështetje për qiranë që bashkia siguron me kushte të përballueshme për "
            "familjet dhe individët që nuk e gjejnë dot vetë në treg.",
            "A home, or support with the rent, that the municipality provides on terms that can "
            "be afforded to families and individuals who cannot find one on the market.",
        ),
        source=T("Sipas ligjit nr. 22/2018", "After Law No. 22/2018"),
        synonyms=T("banesë sociale", "social home"),
    ),
    "social-enterprise": term(
        T("ndërmarrje sociale", "social enterprise"),
        T(
            "ndërmarrja sociale, ndërmarrjes sociale, ndërmarrjen sociale, ndërmarrjet sociale, "
            "ndërmarrjeve sociale",
            "social enterprises",
        ),
        T(
            "Veprimtari ekonomike që shet mallra ose shërbime për një qëllim shoqëror, për "
            "shembull punësimin e atyre që e kanë të vështirë të hyjnë në tregun e punës. "
            "Statusin e saj e rregullon ligji.",
            "An economic activity that sells goods or services for a social purpose, for example "
            "to employ people who find it hard to enter the labour market. Its status is "
            "regulated by law.",
        ),
        source=T("Sipas ligjit nr. 65/2016", "After Law No. 65/2016"),
        synonyms=T("sipërmarrje sociale", "social business"),
    ),
    "supported-employment": term(
        T("punësim i mbështetur", "supported employment"),
        T(
            "punësimi i mbështetur, punësimit të mbështetur, punësimin e mbështetur",
            "supported work",
        ),
        T(
            "Punësim në tregun e zakonshëm të punës, ku një person mbështetës ndihmon të "
            "mbijetuarën dhe punëdhënësin para fillimit dhe gjatë muajve të parë.",
            "Employment on the ordinary labour market in which a supporting person helps both the "
            "survivor and the employer before the start and during the first months.",
        ),
        synonyms=T("punësim me mbështetje", "employment with support"),
    ),
    "local-social-plan": term(
        T("Plan Social Vendor", "Local Social Plan"),
        T(
            "Plani Social Vendor, Planit Social Vendor, Planin Social Vendor, Plani Social Lokal, "
            "Planit Social Lokal, Planin Social Lokal, planet sociale vendore, planeve sociale "
            "vendore",
            "Local Social Plans, municipal social plans",
        ),
        T(
            "Dokumenti me të cilin një bashki përcakton nevojat, objektivat dhe masat e saj "
            "sociale, kush përgjigjet dhe me cilat burime, për disa vjet.",
            "The document in which a municipality sets out its social needs, objectives and "
            "measures, who answers for them and with which resources, over several years.",
        ),
        synonyms=T("Plan Social Lokal", "municipal social plan"),
    ),
    "monitoring-scheme": term(
        T("skemë e monitorimit", "monitoring scheme"),
        T(
            "skema e monitorimit, skemës së monitorimit, skemën e monitorimit, skemë monitorimi, "
            "skemat e monitorimit",
            "monitoring schemes",
        ),
        T(
            "Përshkrimi i asaj që ndiqet gjatë zbatimit të një plani: cilët tregues, nga cili "
            "burim, sa shpesh, nga kush dhe kujt i raportohet.",
            "The description of what is followed while a plan is carried out: which indicators, "
            "from which source, how often, by whom and reported to whom.",
        ),
    ),
    "indicator": term(
        T("tregues", "indicator"),
        T("treguesi, treguesit, treguesin, treguesve", "indicators"),
        T(
            "Shenja me të cilën shihet nëse diçka po ndryshon: një numër, një përgjigje po ose "
            "jo, ose një përshkrim që mblidhet gjithmonë në të njëjtën mënyrë.",
            "The sign by which one sees whether something is changing: a number, an answer of yes "
            "or no, or a description that is always gathered in the same way.",
        ),
    ),
    "civil-society-organisation": term(
        T("organizatë e shoqërisë civile", "civil-society organisation"),
        T(
            "organizata e shoqërisë civile, organizatës së shoqërisë civile, organizata të "
            "shoqërisë civile, organizatat e shoqërisë civile, organizatave të shoqërisë civile",
            "civil-society organisations, civil society organisation, civil society "
            "organisations, CSOs",
        ),
        T(
            "Shoqatë, fondacion ose qendër që vepron jashtë shtetit dhe pa qëllim fitimi, për të "
            "mirën e anëtarëve dhe anëtareve të saj ose të publikut.",
            "An association, foundation or centre that acts outside the state and not for profit, "
            "for the good of its members or of the public.",
        ),
        abbreviation=T("OSHC", "CSO"),
    ),
    "transferability": term(
        T("transferueshmëri", "transferability"),
        T("transferueshmëria, transferueshmërisë, transferueshmërinë", "transferable"),
        T(
            "Sa gjasa ka që një model, i cili ka funksionuar në një vend, të funksionojë edhe në "
            "një tjetër: cilat kushte i duhen dhe cilat prej tyre gjenden aty.",
            "How likely it is that a model which has worked in one place will work in another "
            "too: which conditions it needs, and which of them are found there.",
        ),
    ),
}
