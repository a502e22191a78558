"""The structure of a PDF for whoever does not see it: headings, paragraphs, tables, in order.

Content of a page is marked with numbers; elements of the structure tree refer to them. What is
not in the tree (rules, grounds, footers) is marked as an artifact and not read out.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas


class Role(StrEnum):
    """What a part of a document is, in the words of the PDF standard."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"


GROUPS = {Role.DOCUMENT, Role.SECTION, Role.LIST, Role.ITEM, Role.TABLE, Role.ROW}
"""Parts that hold other parts; a text put straight into one becomes a paragraph of it."""


Scope = Literal["Column", "Row"]


@dataclass(eq=False, slots=True)
class Element:
    """A part of the document: its role, its parts or its marked content, and what it stands for."""

    role: Role
    parent: "Element | None" = None
    alternative: str = ""
    scope: Scope = "Column"
    language: str = ""
    page: str = ""
    kids: list["Element | int"] = field(default_factory=list)


@dataclass(eq=False)
class Tags:
    """The structure tree of a document while its pages are drawn."""

    canvas: Canvas
    root: Element = field(default_factory=lambda: Element(Role.DOCUMENT))
    here: Element | None = None
    """The part that is being drawn; None while what is drawn is not to be read out."""

    def __post_init__(self) -> None:
        self.here = self.root
        self._marked: Element | str | None = ""
        self._owners: list[Element] = []
        self._pages: list[list[Element]] = []
        self._elements: list[Element] = [self.root]

    @contextmanager
    def part(self, role: Role, alternative: str = "", scope: Scope = "Column") -> Iterator[None]:
        """Make whatever is drawn meanwhile a part of the part that is being drawn.

        `alternative` says what a figure shows, `scope` what a header cell is the header of.
        """
        before = self.here
        if before is not None:
            self.here = self._new(Element(role, before, alternative, scope))
        try:
            yield
        finally:
            self.here = before

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Keep whatever is drawn meanwhile out of what is read out."""
        before, self.here = self.here, None
        try:
            yield
        finally:
            self.here = before

    def begin_section(self, language: str = "") -> None:
        """Make all that follows, on whatever pages, part of a new section, in `language` if any."""
        self.here = self._new(Element(Role.SECTION, self.root, language=language))

    def text(self) -> None:
        """Tell that text follows."""
        here = self.here
        if here is not None and here.role in GROUPS:
            here = self._new(Element(Role.PARAGRAPH, here))
        self._switch(here)

    def graphics(self) -> None:
        """Tell that lines and shapes follow."""
        here = self.here
        self._switch(here if here is not None and here.role is Role.FIGURE else None)

    @contextmanager
    def standing_for(self, text: str) -> Iterator[None]:
        """Have `text` read out in place of the letters that are drawn meanwhile."""
        code = self.canvas._code
        code.append(f"/Span <</ActualText {hexadecimal(text)}>> BDC")
        yield
        code.append("EMC")

    def pause(self) -> None:
        """Close the mark that is open: a mark may not begin before a turn of the page's axes."""
        self._switch("")

    def end_page(self) -> None:
        """Close the marks of a page; to be told before the canvas shows it."""
        self.pause()
        self._pages.append(self._owners)
        self._owners = []

    def finish(self) -> None:
        """Put the tree into the document, once all pages are drawn."""
        document = self.canvas._doc
        for number, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, "/S"
        tree = _Raw(document)
        raws = {id(each): _Raw(document) for each in self._elements}
        for each in self._elements:
            above = raws[id(each.parent)] if each.parent else tree
            raws[id(each)].content = _element(each, above.number, raws, document)
        tree.content = _tree(raws[id(self.root)].number, self._pages, raws)
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = "<< /Marked true >>"

    def _new(self, element: Element) -> Element:
        if element.parent is not None:
            element.parent.kids.append(element)
        self._elements.append(element)
        return element

    def _switch(self, target: Element | str | None) -> None:
        if target is self._marked:
            return
        code = self.canvas._code
        if self._marked != "":
            code.append("EMC")
        if isinstance(target, Element):
            code.append(f"/{target.role} <</MCID {len(self._owners)}>> BDC")
            self._own(target)
        elif target is None:
            code.append("/Artifact BMC")
        self._marked = target

    def _own(self, element: Element) -> None:
        element.page = element.page or self.canvas._doc.thisPageName()
        element.kids.append(len(self._owners))
        self._owners.append(element)


class _Raw(PDFObject):  # type: ignore[misc]
    """An object of the file whose content is written out already."""

    __RefOnly__ = 1

    def __init__(self, document: Any) -> None:
        self.content = ""
        document.Reference(self)
        self.number: int = document.objectcounter

    def format(self, _document: object) -> bytes:
        """Return the content."""
        return self.content.encode("ascii")


def _element(element: Element, above: int, raws: Mapping[int, _Raw], document: Any) -> str:
    kids = (
        str(each) if isinstance(each, int) else f"{raws[id(each)].number} 0 R"
        for each in element.kids
    )
    parts = [f"/S /{element.role} /P {above} 0 R /K [{' '.join(kids)}]"]
    if element.page:
        number, _ = document.idToObjectNumberAndVersion[element.page]
        parts.append(f"/Pg {number} 0 R")
    if element.alternative:
        parts.append(f"/Alt {hexadecimal(element.alternative)}")
    if element.language:
        parts.append(f"/Lang {hexadecimal(element.language)}")
    if element.role is Role.HEADER:
        parts.append(f"/A << /O /Table /Scope /{element.scope} >>")
    return f"<< {' '.join(parts)} >>"


def _tree(root: int, pages: Sequence[Sequence[Element]], raws: Mapping[int, _Raw]) -> str:
    owners = (" ".join(f"{raws[id(each)].number} 0 R" for each in page) for page in pages)
    numbers = " ".join(f"{number} [{each}]" for number, each in enumerate(owners))
    return (
        f"<< /Type /StructTreeRoot /K [{root} 0 R] /ParentTree << /Nums [{numbers}] >> "
        f"/ParentTreeNextKey {len(pages)} >>"
    )


def hexadecimal(text: str) -> str:
    """Return `text` as a PDF writes a string of any letters."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
