"""What ISO 14289-1 (PDF/UA) asks of a PDF, as far as a program can tell, read back with pypdf."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

PAINTING = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"INLINE IMAGE"}
SHOWING = {b"Tj", b"TJ", b"'", b'"'}
CHILDREN = {
    "/Document": {"/Sect"},
    "/Sect": {"/H1", "/H2", "/P", "/L", "/Table", "/Figure"},
    "/L": {"/LI"},
    "/LI": {"/Lbl", "/LBody", "/P"},
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


def shortcomings(content: bytes) -> list[str]:
    """Return what a reader of the PDF who does not see it would stumble over."""
    reader = PdfReader(BytesIO(content))
    return [*_catalogue(reader), *_pages(reader), *_tree(reader), *_fonts(reader)]


def _catalogue(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.root_object
    if not root.get("/Lang"):
        yield "no language"
    if root.get("/MarkInfo", {}).get("/Marked") is not True and not root["/MarkInfo"]["/Marked"]:
        yield "not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not displayed"
    title = (reader.metadata or {}).get("/Title") or ""
    if not title or reader.xmp_metadata is None or not reader.xmp_metadata.dc_title:
        yield "no title"


def _pages(reader: PdfReader) -> Iterator[str]:
    owners = _parents(reader)
    for number, page in enumerate(reader.pages):
        marks, faults = _marks(page, reader)
        yield from (f"page {number + 1}: {each}" for each in faults)
        if marks != list(range(len(marks))):
            yield f"page {number + 1}: marks are numbered {marks[:9]}"
        listed = owners.get(int(page["/StructParents"]), [])
        if len(listed) != len(marks):
            yield f"page {number + 1}: {len(marks)} marks, {len(listed)} of them owned"
        for mark, owner in enumerate(listed):
            if mark not in owner["/K"] or owner["/Pg"].get_object() != page.get_object():
                yield f"page {number + 1}: mark {mark} is not its owner's"
        if page.get("/Tabs") != "/S":
            yield f"page {number + 1}: tabs do not follow the structure"


def _marks(page: Any, reader: PdfReader) -> tuple[list[int], list[str]]:
    """Return the numbers of the marks in order, and what is drawn outside of any or astray."""
    stream = ContentStream(page.get_contents(), reader)
    marks: list[int] = []
    faults: list[str] = []
    open_marks: list[str] = []
    for operands, operator in stream.operations:
        if operator in {b"BDC", b"BMC"}:
            kind = _kind(operands)
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
    if kind == "/TH" and element.get("/A", {}).get("/Scope") not in {"/Row", "/Column"}:
        yield "a heading of a table without scope"
    if kind == "/Table" and len({_cells(each) for each in parts}) > 1:
        yield f"rows of a table differ: {Counter(_cells(each) for each in parts)}"
    for each in parts:
        if each["/S"] not in CHILDREN[kind]:
            yield f"{each['/S']} in {kind}"
        if each["/P"].get_object() != element:
            yield f"{each['/S']} belongs elsewhere"
        yield from _element(each)


def _cells(row: Any) -> int:
    """Return over how many columns a row goes."""
    cells = (each.get_object() for each in row["/K"])
    return sum(int(each.get("/A", {}).get("/ColSpan", 1)) for each in cells)


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


def _fonts(reader: PdfReader) -> Iterator[str]:
    pages: list[Any] = list(reader.pages)
    seen: dict[str, Any] = {}
    for page in pages:
        fonts = page["/Resources"].get("/Font", {})
        seen |= {each.get_object()["/BaseFont"]: each.get_object() for each in fonts.values()}
    for name, font in seen.items():
        if "/ToUnicode" not in font:
            yield f"letters of {name} have no meaning"
        if "/FontFile2" not in font["/FontDescriptor"].get_object():
            yield f"{name} is not embedded"
        is_symbolic = bool(int(font["/FontDescriptor"].get_object()["/Flags"]) & 4)
        if is_symbolic == ("/Encoding" in font):
            yield f"{name} is symbolic and has an encoding, or neither"
