"""The structure of a PDF for whoever does not see it: headings, paragraphs, tables, in order.

Content of a page is marked with numbers; elements of the structure tree refer to them. What is
not in the tree (rules, grounds, footers) is marked as an artifact and not read out. Parts are
written as soon as their page ends, so that a document of thousands holds one page of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.elements import Element, hexadecimal, tree, written
from matchmaker.documents.spool import Spool
from matchmaker.documents.voices import language_of, mute


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
    SPAN = "Span"


GROUPS = {Role.DOCUMENT, Role.SECTION, Role.LIST, Role.ITEM, Role.TABLE, Role.ROW}
"""Parts that hold other parts; a text put straight into one becomes a paragraph of it."""


Scope = Literal["Column", "Row"]


@dataclass(eq=False)
class Tags:
    """The structure tree of a document while its pages are drawn."""

    canvas: Canvas
    spool: Spool
    language: str = ""

    def __post_init__(self) -> None:
        self._tree = self.spool.reserve()
        self.root = Element(self.spool.reserve(), Role.DOCUMENT, voice=self.language)
        self.here: Element | None = self.root
        """The part that is being drawn; None while what is drawn is not to be read out."""
        self._voice = ""
        self._marked: Element | str | None = ""
        self._owners: list[Element] = []
        self._pages: list[str] = []
        self._elements: list[Element] = []

    @contextmanager
    def part(
        self, role: Role, alternative: str = "", scope: Scope = "Column", span: int = 1
    ) -> Iterator[None]:
        """Make whatever is drawn meanwhile a part of the part that is being drawn.

        `alternative` says what a figure shows, `scope` what a header cell is the header of, `span`
        over how many columns of a table a cell goes.
        """
        before = self.here
        if before is not None:
            self.here = self._new(role, before, alternative)
            self.here.scope, self.here.span = scope, span
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

    @contextmanager
    def voice(self, language: str) -> Iterator[None]:
        """Have whatever is drawn meanwhile read out in `language`, where it says no other."""
        before, self._voice = self._voice, language
        try:
            yield
        finally:
            self._voice = before

    def begin_section(self, language: str = "") -> None:
        """Make all that follows, on whatever pages, part of a new section, in `language` if any."""
        self._write_elements()
        self.here = self._new(Role.SECTION, self.root, language=language)
        self.here.language = language

    def text(self, language: str = "") -> None:
        """Tell that text follows, in `language` where that of all of it is known."""
        here, language = self.here, language or self._voice
        if here is not None:
            other = language if language != here.voice else ""
            if here.role in GROUPS:
                here = self._new(Role.PARAGRAPH, here, language=other)
            elif other and here.role != Role.FIGURE:
                here = self._new(Role.SPAN, here, language=other)
        self._switch(here)

    def graphics(self) -> None:
        """Tell that lines and shapes follow."""
        here = self.here
        self._switch(here if here is not None and here.role == Role.FIGURE else None)

    @contextmanager
    def standing_for(self, text: str) -> Iterator[None]:
        """Have `text` read out in place of the letters that are drawn meanwhile."""
        code = self.canvas._code
        code.append(f"/Span <</ActualText {hexadecimal(text)}>> BDC")
        yield
        code.append("EMC")

    def other(self, language: str) -> str:
        """Return `language` where the text that is being drawn is read out in another one."""
        marked = self._marked
        return language if isinstance(marked, Element) and language != marked.voice else ""

    @contextmanager
    def spoken(self, language: str) -> Iterator[None]:
        """Have the letters that are drawn meanwhile read out in `language`, if one is given."""
        if not language:
            yield
            return
        self.canvas._code.append(f"/Span <</Lang ({language})>> BDC")
        yield
        self.canvas._code.append("EMC")

    def pause(self) -> None:
        """Close the mark that is open: a mark may not begin before a turn of the page's axes."""
        self._switch("")

    def end_page(self) -> None:
        """Close the marks of a page; to be told before the canvas shows it."""
        self.pause()
        self._pages.append(" ".join(f"{each.number} 0 R" for each in self._owners))
        self._owners = []

    def after_page(self) -> None:
        """Write the parts of a page that was shown; only the section may go on."""
        self._write_elements(going_on=self.here)

    def finish(self) -> None:
        """Put the tree into the document, once all pages are drawn."""
        document = self.canvas._doc
        for number, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, "/S"
        self._write_elements()
        self._write(self.root, self._tree)
        self.spool.write(self._tree, tree(self.root.number, self._pages).encode("ascii"))
        document.Catalog.StructTreeRoot = f"{self._tree} 0 R"
        document.Catalog.MarkInfo = "<< /Marked true >>"

    def _new(
        self,
        role: Role,
        parent: Element,
        alternative: str = "",
        language: str = "",
    ) -> Element:
        language = language or (language_of([alternative]) if alternative else "") or self._voice
        element = Element(
            self.spool.reserve(),
            role,
            parent,
            mute(alternative) if alternative else "",
            language=language if language != parent.voice else "",
            voice=language or parent.voice,
        )
        parent.kids.append(f"{element.number} 0 R")
        self._elements.append(element)
        return element

    def _write_elements(self, going_on: Element | None = None) -> None:
        """Write the parts that have ended: nothing is added to them any more."""
        for each in self._elements:
            if each is not going_on:
                self._write(each, each.parent.number if each.parent else self._tree)
        self._elements = [each for each in self._elements if each is going_on]

    def _write(self, element: Element, above: int) -> None:
        content = written(element, above, self.canvas._doc)
        self.spool.write(element.number, content.encode("ascii"))

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
        element.kids.append(str(len(self._owners)))
        self._owners.append(element)
