"""Office Open XML files: what the main part needs is followed and cleaned, nothing else is kept."""

import posixpath
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import IO
from xml.sax.saxutils import quoteattr

from portal.media.processing import markup
from portal.media.processing.archives import open_archive, whole_member
from portal.media.processing.limits import NESTED
from portal.media.processing.markup import names
from portal.media.processing.opc import MAIN, TYPES, Package, Relationship
from portal.media.processing.pictures import clean_picture
from portal.media.processing.problems import DAMAGED, UNCLEAN, UnusableDocumentError
from portal.media.processing.traces import is_path, refuse_metadata

PACKAGES = "http://schemas.openxmlformats.org/package/2006"
# Needed although no markup points to them.
NEEDED = names(
    "styles stylesWithEffects settings webSettings fontTable theme themeOverride numbering "
    "footnotes endnotes sharedStrings calcChain sheetMetadata slideLayout slideMaster notesSlide "
    "notesMaster presProps viewProps tableStyles slide pivotTable pivotCacheDefinition chartStyle "
    "chartColorStyle diagramDrawing rdArray rdRichValue rdRichValueStructure rdRichValueTypes "
    "richStyles"
)
# Needed where markup points to them.
POINTED_TO = names(
    "header footer image hyperlink chart chartEx chartUserShapes diagramData diagramLayout "
    "diagramQuickStyle diagramColors package worksheet chartsheet table drawing vmlDrawing font "
    "externalLink externalLinkPath handoutMaster pivotCacheRecords slicer slicerCache timeline "
    "timelineCache slide slideMaster slideLayout notesMaster"
)
# Known, and of no use to a reader: remarks, people, printers, where it lies and whom it is for.
LEFT_OUT = names(
    "comments commentsExtended commentsExtensible commentsIds commentAuthors authors people "
    "person threadedComment customXml customXmlProps customProperty customProperties "
    "printerSettings attachedTemplate mailMergeSource mailMergeHeaderSource "
    "mailMergeRecipientData recipientData glossaryDocument keyMapCustomizations attachedToolbars "
    "tags connections queryTable xmlMaps revisionHeaders revisionLog usernames thumbnail "
    "webextension taskpanes hdphoto documenttasks namedSheetViews volatileDependencies "
    "userShapesExtension presenceInfo changesInfo revisionInfo legacyDocTextInfo "
    "legacyDiagramText classificationlabels"
)
XML_TYPES = ("xml", "vmldrawing", "svg+xml")
EMBEDDED = {
    "openxmlformats-officedocument.wordprocessingml.document": "docx",
    "openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "openxmlformats-officedocument.presentationml.presentation": "pptx",
}
FONTS = ("obfuscatedfont", "x-fontdata", "x-font-ttf")
WEB = ("http:", "https:", "mailto:", "tel:", "#")
NOWHERE = "about:blank"
OUTSIDE = ' TargetMode="External"'

CHANGES = names(
    "del moveFrom rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange "
    "tcPrChange tblGridChange numberingChange cellIns cellDel cellMerge moveFromRangeStart "
    "moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd "
    "customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart "
    "customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd trackRevisions"
)
REMARKS = frozenset(["commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"])
WHEREABOUTS = names(
    "attachedTemplate mailMerge rsids docId dataBinding docVars imgProps attachedSchema "
    "saveThroughXslt smartTagPr legacyDrawing fileSharing absPath revisionPtr customPr "
    "customProperties webPublishItems webPublishing sheetDataSet customWorkbookViews "
    "customSheetViews custDataLst"
)
RULES = markup.Rules(
    dropped=CHANGES | REMARKS | WHEREABOUTS,
    unwrapped=frozenset({"ins", "moveTo"}),
    attributes=names(
        "author initials userName userId providerId user refreshedBy refreshedDate createdBy "
        "lastModifiedBy modifiedBy docname export-filename dateModified"
    ),
    formulas=frozenset({"instrText", "f", "definedName", "formula"}),
    fields=names("AUTHOR LASTSAVEDBY USERNAME USERINITIALS USERADDRESS FILENAME TEMPLATE"),
)
SVG_RULES = markup.Rules(
    dropped=frozenset({"metadata", "namedview", "script"}),
    attributes=frozenset({"docname", "export-filename", "docbase", "absref"}),
)


def clean(file: IO[bytes], output: IO[bytes], extension: str, depth: int = 0) -> None:
    """Write the package in `file` without traces of people.

    Raises UnusableDocumentError for one that holds what cannot be carried over.
    """
    with open_archive(file) as archive, zipfile.ZipFile(output, "w") as cleaned:
        package = Package(archive, whole_member)
        if not package.is_a(extension):
            raise UnusableDocumentError(DAMAGED)
        Cleaning(package, cleaned, depth).run()


class Cleaning:
    """Carries the parts of one package over, from its main part on."""

    def __init__(self, package: Package, cleaned: zipfile.ZipFile, depth: int) -> None:
        self.package, self.cleaned, self.depth = package, cleaned, depth
        self.parts: dict[str, bytes] = {}
        self.links: dict[str, bytes] = {}

    def run(self) -> None:
        """Follow, clean and write."""
        main = next(each for each in self.package.relationships() if each.kind == MAIN)
        waiting = [main.target]
        while waiting:
            part = waiting.pop()
            if part not in self.parts:
                waiting += self._carry(part)
        self._add(TYPES, self._types())
        self._add("_rels/.rels", _written_links([main]))
        for part, data in self.parts.items():
            self._add(part, data)
        for name, data in self.links.items():
            self._add(name, data)

    def _carry(self, part: str) -> Iterable[str]:
        """Clean a part; return those that it needs."""
        links = [_known(each) for each in self.package.relationships(part)]
        gone = {each.id for each in links if each.kind in LEFT_OUT or not each.target}
        data = whole_member(self.package.archive, part)
        used: set[str] = set()
        if self._is_markup(part):
            rules = SVG_RULES if part.lower().endswith(".svg") else RULES
            data, used = _clean_markup(data, rules, gone)
        else:
            data = self._clean_other(part, data)
        self.parts[part] = data
        links = [each for each in links if each.id not in gone]
        kept = [each for each in links if each.kind in NEEDED or each.id in used]
        if kept:
            folder, name = posixpath.split(part)
            path = posixpath.join(folder, "_rels", f"{name}.rels")
            self.links[path] = _written_links(kept)
        return [each.target for each in kept if not each.is_external]

    def _is_markup(self, part: str) -> bool:
        return self.package.content_type(part).lower().endswith(XML_TYPES)

    def _clean_other(self, part: str, data: bytes) -> bytes:
        kind = self.package.content_type(part).lower()
        if kind.startswith("image/"):
            data = clean_picture(data)
        elif extension := EMBEDDED.get(kind.removeprefix("application/vnd.")):
            data = self._clean_embedded(data, extension)
        elif not kind.endswith(FONTS):
            raise UnusableDocumentError(UNCLEAN)
        refuse_metadata(data)
        return data

    def _clean_embedded(self, data: bytes, extension: str) -> bytes:
        if self.depth == NESTED:
            raise UnusableDocumentError(UNCLEAN)
        output = BytesIO()
        clean(BytesIO(data), output, extension, self.depth + 1)
        return output.getvalue()

    def _types(self) -> bytes:
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + part)}"
            f" ContentType={quoteattr(self.package.content_type(part))}/>"
            for part in self.parts
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGES}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/>{overrides}</Types>'
        ).encode()

    def _add(self, name: str, data: bytes) -> None:
        info = zipfile.ZipInfo(name)  # without dates and other fields
        info.compress_type = zipfile.ZIP_DEFLATED
        self.cleaned.writestr(info, data)


def _known(link: Relationship) -> Relationship:
    """Return it as we can carry it over; raises UnusableDocumentError where we cannot."""
    if link.kind == "hyperlink" and not link.target:  # the linked words stay
        return link._replace(target=NOWHERE, is_external=True)
    if link.kind not in NEEDED | POINTED_TO | LEFT_OUT and not link.is_external:
        raise UnusableDocumentError(UNCLEAN)
    return link


def _clean_markup(data: bytes, rules: markup.Rules, gone: set[str]) -> tuple[bytes, set[str]]:
    output = BytesIO()
    cleaner = markup.Cleaner(output, rules, gone)
    markup.read(BytesIO(data), cleaner)
    return output.getvalue(), cleaner.used


def _written_links(links: Iterable[Relationship]) -> bytes:
    entries = "".join(
        f"<Relationship Id={quoteattr(each.id)} Type={quoteattr(each.type)}"
        f" Target={quoteattr(_target(each))}"
        f"{OUTSIDE if each.is_external else ''}/>"
        for each in links
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>'
        f'<Relationships xmlns="{PACKAGES}/relationships">{entries}</Relationships>'
    ).encode()


def _target(link: Relationship) -> str:
    """Return where it leads: a part, or an address on the web, never a file on a machine."""
    if not link.is_external:
        return "/" + link.target
    is_open = link.kind == "hyperlink" and link.target.lower().startswith(WEB)
    return link.target if is_open and not is_path(link.target) else NOWHERE


def text_parts(package: Package, extension: str) -> list[str]:
    """Return the parts with words for readers, in the order of reading."""
    main = package.main
    match extension:
        case "docx":
            return [main, *package.related(main, "footnotes", "endnotes")]
        case "xlsx":
            sheets = package.related(main, "worksheet")
            return [*package.related(main, "sharedStrings"), *_by_number(sheets)]
        case _:
            return _by_number(package.related(main, "slide"))


def _by_number(names: Iterable[str]) -> list[str]:
    """Return them with number 10 after number 9."""
    return sorted(names, key=lambda name: (len(name), name))
