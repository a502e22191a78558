"""What ISO 14289-1 (PDF/UA) asks of a PDF, as far as a program can tell, read back with pypdf.

Of the conditions that need no human, those about what our documents never hold (annotations, forms,
scripts, embedded files, layers, notes, formulas) come down to its absence.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests.matchmaker.documents.accessible_fonts import font_faults
from tests.matchmaker.documents.accessible_tables import table_faults
from tests.matchmaker.documents.operators import PAINTING, SHOWING

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
XMP = {
    "title": ".//{http://purl.org/dc/elements/1.1/}title//*",
    "part": ".//{http://www.aiim.org/pdfua/ns/id/}part",
}
NEVER = {"/AcroForm", "/OCProperties", "/Names", "/OpenAction", "/AA", "/Perms", "/Extensions"}
"""What our documents do not hold, and whose conditions are not checked therefore."""

CHILDREN = {
    "/Document": {"/Sect"},
    "/Sect": {"/H1", "/H2", "/P", "/L", "/Table", "/Figure"},
    "/L": {"/LI"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/Lbl": {"/P", "/Figure", "/Span"},
    "/LBody": {"/H2", "/P", "/L", "/Figure", "/Span"},
    "/TH": {"/P", "/Figure", "/Span"},
    "/TD": {"/P", "/L", "/Figure", "/Span"},
    "/H1": {"/Figure", "/Span"},
    "/H2": {"/Span"},
    "/P": {"/Figure", "/Span"},
    "/Span": set(),
    "/Figure": set(),
}
"""Which parts a part may hold; others do not occur in our documents."""
MAY_BE_EMPTY = {"/TD"}
IN_CONTENT = {"/Lang", "/ActualText", "/MCID"}


def shortcomings(content: bytes) -> list[str]:
    """Return what a reader of the PDF who does not see it would stumble over."""
    reader = PdfReader(BytesIO(content))
    return [*_catalogue(reader), *_pages(reader), *_tree(reader), *font_faults(reader)]


def _catalogue(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.root_object
    if not re.fullmatch(r"%PDF-1\.[0-7]", reader.pdf_header) or reader.is_encrypted:
        yield "no PDF of version 1, or encrypted"
    if not LANGUAGE.fullmatch(root.get("/Lang", "")):
        yield "no language"
    mark = root.get("/MarkInfo", {})
    if not _is_true(mark.get("/Marked")) or _is_true(mark.get("/Suspects")):
        yield "not marked as tagged, or suspect"
    if not _is_true(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")):
        yield "the title is not displayed"
    if NEVER & set(root):
        yield f"the catalogue holds {NEVER & set(root)}"
    if {"/RoleMap", "/ClassMap"} & set(root["/StructTreeRoot"]):
        yield "roles are mapped"
    yield from _metadata(reader)


def _is_true(value: Any) -> bool:
    return value is not None and bool(value.get_object())


def _metadata(reader: PdfReader) -> Iterator[str]:
    stream: Any = reader.root_object.get("/Metadata", {})
    if (stream.get("/Type"), stream.get("/Subtype")) != ("/Metadata", "/XML"):
        yield "no metadata"
        return
    tree = ET.fromstring(stream.get_data())
    found = {
        name: "".join(each.text or "" for each in tree.iterfind(path)).strip()
        for name, path in XMP.items()
    }
    title = reader.metadata.title if reader.metadata else None
    if not found["title"] or found["title"] != title:
        yield "no title"
    if found["part"] != "1":
        yield "no part of PDF/UA"


def _pages(reader: PdfReader) -> Iterator[str]:
    owners = _parents(reader)
    for number, page in enumerate(reader.pages):
        marks, faults = _marks(page, reader)
        yield from (f"page {number + 1}: {each}" for each in faults)
        if marks != list(range(len(marks))):
            yield f"page {number + 1}: marks are numbered {marks[:9]}"
        key: Any = page["/StructParents"]
        listed = owners.get(int(key), [])
        if len(listed) != len(marks):
            yield f"page {number + 1}: {len(marks)} marks, {len(listed)} of them owned"
        for mark, owner in enumerate(listed):
            if mark not in owner["/K"] or owner["/Pg"].get_object() != page.get_object():
                yield f"page {number + 1}: mark {mark} is not its owner's"
        if page.get("/Tabs") != "/S":
            yield f"page {number + 1}: tabs do not follow the structure"
        if "/Annots" in page:
            yield f"page {number + 1}: an annotation"
        yield from _forms(page, reader)


def _forms(page: Any, reader: PdfReader) -> Iterator[str]:
    """Yield what is amiss in what is drawn more than once: it may be part of nothing itself."""
    for name, each in page["/Resources"].get("/XObject", {}).items():
        drawn = each.get_object()
        if drawn["/Subtype"] != "/Form":
            continue
        used = {operator for _, operator in ContentStream(drawn, reader).operations}
        if used & (SHOWING | {b"BDC", b"BMC"}) or {"/Ref", "/StructParents"} & set(drawn):
            yield f"{name} holds text or marks"


def _marks(page: Any, reader: PdfReader) -> tuple[list[int], list[str]]:
    """Return the numbers of the marks in order, and what is drawn outside of any or astray."""
    stream = ContentStream(page.get_contents(), reader)
    marks: list[int] = []
    faults: list[str] = []
    open_marks: list[str] = []
    for operands, operator in stream.operations:
        if operator in {b"BDC", b"BMC"}:
            kind = _kind(operands)
            if kind.startswith("unknown") or (kind == "span" and not open_marks):
                faults.append(f"{kind} astray")
            if kind in {"artifact", "mark"} and open_marks:
                faults.append(f"{kind} within {open_marks[-1]}")
            if kind == "mark":
                marks.append(int(operands[1]["/MCID"]))
            open_marks.append(kind)
        elif operator == b"EMC":
            if not open_marks:
                faults.append("a mark ends that never began")
            else:
                open_marks.pop()
        elif operator in PAINTING | SHOWING and not open_marks:
            faults.append(f"{operator.decode()} outside of all marks")
    return marks, faults + ["a mark does not end"] * bool(open_marks)


def _kind(operands: Any) -> str:
    if operands[0] == "/Artifact":
        return "artifact"
    if not set(operands[1]) <= IN_CONTENT:
        return f"unknown mark {operands[1]}"
    if not LANGUAGE.fullmatch(operands[1].get("/Lang", "fr")):
        return "unknown language"
    return "mark" if "/MCID" in operands[1] else "span"


def _parents(reader: PdfReader) -> dict[int, list[Any]]:
    root: Any = reader.root_object
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {
        int(numbers[place]): [each.get_object() for each in numbers[place + 1]]
        for place in range(0, len(numbers), 2)
    }


def _tree(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.root_object
    (document,) = (each.get_object() for each in root["/StructTreeRoot"]["/K"])
    if document["/S"] != "/Document":
        yield "the root is no document"
    if document["/P"].get_object() != root["/StructTreeRoot"]:
        yield "the document belongs elsewhere"
    yield from _element(document)
    for section in document["/K"]:
        yield from _headings(section.get_object())


def _element(element: Any) -> Iterator[str]:
    kind = element["/S"]
    kids = [each.get_object() for each in element["/K"]]
    parts = [each for each in kids if not isinstance(each, int)]
    if kind not in CHILDREN:
        yield f"unknown part {kind}"
        return
    if not kids and kind not in MAY_BE_EMPTY:
        yield f"{kind} is empty"
    if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
        yield "a figure without a text in its place"
    if kind == "/Table":
        yield from table_faults(element)
    if not LANGUAGE.fullmatch(element.get("/Lang", "fr")):
        yield f"a part in {element['/Lang']}"
    for each in parts:
        if each["/S"] not in CHILDREN[kind]:
            yield f"{each['/S']} in {kind}"
        if each["/P"].get_object() != element:
            yield f"{each['/S']} belongs elsewhere"
        yield from _element(each)


def _headings(section: Any) -> Iterator[str]:
    """Yield where the section does not begin with a title."""
    levels = [each["/S"] for each in _walked(section) if each["/S"] in {"/H1", "/H2"}]
    if levels[:1] != ["/H1"]:
        yield f"headings of a section are {levels[:6]}"


def _walked(element: Any) -> Iterator[Any]:
    yield element
    for each in element["/K"]:
        part = each.get_object()
        if not isinstance(part, int):
            yield from _walked(part)
