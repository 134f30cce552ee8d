"""What the knowledge base's front page and its lists say of themselves."""

from typing import Any

from portal.demo.words import T

SECTIONS: dict[str, dict[str, Any]] = {
    "knowledge_base": {
        "title": T("Baza e njohurive", "Knowledge base"),
        "slug": T("baza-e-njohurive", "knowledge-base"),
        "summary": T(
            "Çfarë ka ndihmuar diku tjetër, sa të sigurt jemi për të dhe a mund të bëhet në "
            "bashkinë tuaj: studimi, modelet, burimet dhe fjalorthi ynë.",
            "What has helped elsewhere, how sure we are of it, and whether your municipality "
            "could do it: the study, the models, the resources and our glossary.",
        ),
        "body": [
            (
                "text",
                T(
                    "<p>Kjo pjesë e portalit u drejtohet punonjësve dhe punonjëseve sociale, "
                    "zyrave të bashkive dhe organizatave të shoqërisë civile. Ajo mbledh në një "
                    "vend atë që duhet për të vendosur: cilat modele e ndihmojnë një të mbijetuar "
                    "të jetojë me mjetet e veta, mbi çfarë mbështetet kjo njohuri dhe çfarë duhet "
                    "që modeli të funksionojë edhe te ju.</p>",
                    "<p>This part of the portal is for social workers, for municipal offices and "
                    "for civil-society organisations. It gathers in one place what a decision "
                    "needs: which models help a survivor to live by her own means, what that "
                    "knowledge rests on, and what it takes for the model to work where you "
                    "are.</p>",
                ),
            ),
            ("heading", T("Nga t’ia filloni", "Where to begin")),
            (
                "text",
                T(
                    "<ul><li>Keni një rast ose një plan para vetes dhe kërkoni çfarë mund të "
                    'bëhet? Hapni <a linktype="page" id="{models}">modelet e integrimit</a>, '
                    "filtroni sipas nevojës dhe krahasoni deri në katër prej tyre.</li><li>Doni "
                    'të kuptoni pse dhe si? Lexoni <a linktype="page" id="{study}">studimin</a>, '
                    "që ka edhe një përmbledhje për ata që nuk kanë kohë.</li><li>Ju duhet një "
                    'formular, një protokoll ose një ligj? Kërkoni te <a linktype="page" '
                    'id="{resources}">burimet</a>.</li><li>Hasët një fjalë që zyrat e përdorin '
                    'ndryshe? Shihni <a linktype="page" id="{glossary}">fjalorthin</a>.</li></ul>',
                    "<ul><li>Do you have a case or a plan before you, and ask what can be done? "
                    'Open the <a linktype="page" id="{models}">integration models</a>, filter '
                    "them by need and compare up to four.</li><li>Do you want to understand why "
                    'and how? Read the <a linktype="page" id="{study}">study</a>, which also has '
                    "a summary for those in a hurry.</li><li>Do you need a form, a protocol or a "
                    'law? Search the <a linktype="page" '
                    'id="{resources}">resources</a>.</li><li>Have you met a word that offices use '
                    'differently? See the <a linktype="page" '
                    'id="{glossary}">glossary</a>.</li></ul>',
                ),
            ),
            (
                "callout",
                {
                    "kind": "info",
                    "title": T("Çfarë është demonstrative këtu", "What is a demonstration here"),
                    "text": T(
                        "<p>Tekstet e studimit dhe të modeleve tregojnë si do të duket baza e "
                        "njohurive. Ato do të zëvendësohen me gjetjet e studimit. Nuk përmbajnë "
                        "asnjë rezultat dhe asnjë shifër që nuk e kemi.</p>",
                        "<p>The texts of the study and of the models show what the knowledge base "
                        "will look like. The study’s findings will replace them. They contain no "
                        "result and no figure that we do not have.</p>",
                    ),
                },
            ),
        ],
        "internal_note": (
            "Tekst demonstrativ: hyrja dhe udhëzimi “Nga t’ia filloni”. Shënimi “Çfarë është "
            "demonstrative këtu” hiqet kur studimi të jetë zëvendësuar me gjetjet e tij."
        ),
    },
    "models": {
        "title": T("Modele integrimi", "Integration models"),
        "slug": T("modele-integrimi", "integration-models"),
        "summary": T(
            "Modelet sipas nevojës, kostos, fortësisë së dëshmive, madhësisë së bashkisë dhe "
            "kohëzgjatjes. Zgjidhni nga dy deri në katër dhe krahasojini.",
            "The models by need, cost, strength of evidence, size of municipality and duration. "
            "Choose two to four and compare them.",
        ),
        "internal_note": "Tekst demonstrativ: përmbledhja.",
    },
    "resources": {
        "title": T("Burime", "Resources"),
        "slug": T("burime", "resources"),
        "summary": T(
            "Manuale, protokolle, ligje, formularë, raporte dhe lidhje, me gjuhën, numrin e "
            "faqeve dhe madhësinë e çdo skedari.",
            "Manuals, protocols, laws, forms, reports and links, with the language, the number of "
            "pages and the size of each file.",
        ),
        "internal_note": "Tekst demonstrativ: përmbledhja.",
    },
    "glossary": {
        "title": T("Fjalorth", "Glossary"),
        "slug": T("fjalorth", "glossary"),
        "summary": T(
            "Termat e fushës, shpjeguar me fjalë të thjeshta në shqip dhe në anglisht, me "
            "shkurtesat dhe burimin e përkufizimit.",
            "The terms of the field, explained in plain words in Albanian and in English, with "
            "abbreviations and the source of the definition.",
        ),
        "internal_note": (
            "Tekst demonstrativ: përmbledhja. Përkufizimet i kontrollon një redaktor ose redaktore."
        ),
    },
}
