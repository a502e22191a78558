"""How far the cells of an XLSX part reach and how much text they stand for, before it is read.

The reader makes a full rectangle of a sheet and copies a shared text into every cell that names it,
so that a small file could fill the memory.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
MARKS = (b"sheetData", b"<sst", b":sst")
"""One of these stands in every part that holds cells or shared texts."""


class UnsafePartError(ValueError):
    """A part of a workbook whose cells cannot be counted."""


@dataclass
class Extent:
    """The last row and column with content, the sizes of shared texts, and which are used."""

    rows: int = 0
    columns: int = 0
    texts: list[int] = field(default_factory=list)
    used: list[int] = field(default_factory=list)


def extent_of(part: bytes) -> Extent:
    """Return the Extent of one part; raises UnsafePartError where cells could hide from it."""
    counter = _Counter()
    try:
        counter.count(part)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        if isinstance(fault, UnsafePartError) or any(mark in part for mark in MARKS):
            raise UnsafePartError(str(fault)) from fault
        return Extent()
    return counter.extent


def repeated_size(extents: Sequence[Extent]) -> int:
    """Return the length of all shared texts of a workbook, each as often as cells name it."""
    texts = [size for extent in extents for size in extent.texts]
    used = (number for extent in extents for number in extent.used)
    return sum(texts[number] for number in used if number < len(texts))


class _Counter:
    def __init__(self) -> None:
        self.extent = Extent()
        self._row = self._column = 0
        self._is_shared = self._in_cell = self._in_text = False
        self._value = ""

    def count(self, part: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(part, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        if kind == "row":
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif kind == "c":
            self._in_cell, self._is_shared = True, attributes.get("t") == "s"
            self._place(attributes.get("r"))
        elif kind == "si":
            self._in_text = True
            self.extent.texts.append(0)
        elif self._in_cell:
            self._value = ""
            self.extent.rows = max(self.extent.rows, self._row)
            self.extent.columns = max(self.extent.columns, self._column)

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
            return
        found = REFERENCE.fullmatch(reference)
        if found is None:
            raise UnsafePartError(reference)
        self._row = int(found[2])
        self._column = 0
        for letter in found[1].upper():
            self._column = self._column * 26 + ord(letter) - ord("A") + 1

    def _end(self, name: str) -> None:
        kind = name.rpartition(" ")[2]
        if kind == "v" and self._is_shared and self._value.strip():
            self.extent.used.append(int(self._value))
        self._in_cell = self._in_cell and kind != "c"
        self._in_text = self._in_text and kind != "si"

    def _text(self, text: str) -> None:
        if self._in_text:
            self.extent.texts[-1] += len(text)
        elif self._in_cell and self._is_shared:
            self._value += text


def _refuse(*_: object) -> None:
    raise UnsafePartError("a document type is declared")
