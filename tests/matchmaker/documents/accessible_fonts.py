"""What ISO 14289-1 asks of the fonts of a PDF: all letters embedded, as wide as said, and known."""

import re
from collections.abc import Iterator
from struct import unpack_from
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests.matchmaker.documents.operators import SHOWING

SYMBOLIC, NONSYMBOLIC = 4, 32
ENTRY = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
MEANINGLESS = {"0000", "FEFF", "FFFE"}
MOST_AT_ONCE = 100


class Typeface:
    """A TrueType font, as far as its letters and their widths go."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        count = unpack_from(">H", content, 4)[0]
        entries = (unpack_from(">4sLLL", content, 12 + 16 * number) for number in range(count))
        self._tables = {tag.decode(): start for tag, _, start, _ in entries}

    @property
    def encodings(self) -> list[tuple[int, int]]:
        """The platform and encoding of each table of letters."""
        count = self._read("cmap", ">H", 2)[0]
        return [self._read("cmap", ">HH", 4 + 8 * number) for number in range(count)]

    @property
    def glyphs(self) -> list[int]:
        """The number of the glyph of each code; 0 is for none."""
        start = self._read("cmap", ">L", 8)[0]
        form, _, _, first, count = self._read("cmap", ">5H", start)
        assert (form, first) == (6, 0)
        return list(self._read("cmap", f">{count}H", start + 10))

    def width(self, glyph: int) -> float:
        """Return the width of the glyph in thousandths of its size."""
        full = self._read("hhea", ">H", 34)[0]
        (advance,) = self._read("hmtx", ">H", 4 * min(glyph, full - 1))
        return float(advance * 1000 / self._read("head", ">H", 18)[0])

    @property
    def count(self) -> int:
        """How many glyphs there are."""
        return int(self._read("maxp", ">H", 4)[0])

    def _read(self, table: str, form: str, place: int) -> tuple[Any, ...]:
        return unpack_from(form, self._content, self._tables[table] + place)


def font_faults(reader: PdfReader) -> Iterator[str]:
    """Yield what is amiss with the fonts and the letters that are drawn in them."""
    fonts: dict[str, Any] = {}
    codes: dict[str, set[int]] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        named = {name: each.get_object() for name, each in resources.get("/Font", {}).items()}
        fonts |= {each["/BaseFont"]: each for each in named.values()}
        for name, code in _drawn(ContentStream(page.get_contents(), reader)):
            codes.setdefault(named[name]["/BaseFont"], set()).add(code)
    for name, font in fonts.items():
        for fault in _faults(font, codes.get(name, set())):
            yield f"{name}: {fault}"


def _drawn(stream: ContentStream) -> Iterator[tuple[str, int]]:
    """Yield the font and code of each letter that is drawn."""
    font, before = "", []
    for operands, operator in stream.operations:
        if operator == b"q":
            before.append(font)
        elif operator == b"Q":
            font = before.pop()
        elif operator == b"Tf":
            font = operands[0]
        elif operator in SHOWING:
            text = operands[0]
            content = text if isinstance(text, bytes) else text.original_bytes
            yield from ((font, code) for code in content)


def _faults(font: Any, codes: set[int]) -> Iterator[str]:
    descriptor = font["/FontDescriptor"].get_object()
    flags = int(descriptor["/Flags"])
    if font["/Subtype"] != "/TrueType" or "/FontFile2" not in descriptor:
        yield "not embedded as TrueType"
        return
    if not flags & SYMBOLIC or flags & NONSYMBOLIC or "/Encoding" in font:
        yield "not symbolic, or with an encoding all the same"
    typeface = Typeface(descriptor["/FontFile2"].get_object().get_data())
    if len(typeface.encodings) != 1:
        yield f"encodings {typeface.encodings}"
    yield from _glyph_faults(font, typeface, codes)
    yield from _meaning_faults(font, codes)


def _glyph_faults(font: Any, typeface: Typeface, codes: set[int]) -> Iterator[str]:
    glyphs, widths = typeface.glyphs, font["/Widths"]
    for code in sorted(codes):
        glyph = glyphs[code] if code < len(glyphs) else 0
        if not 0 < glyph < typeface.count:
            yield f"no letter for code {code}"
        elif abs(typeface.width(glyph) - float(widths[code - int(font["/FirstChar"])])) > 1:
            yield f"code {code} is not as wide as said"


def _meaning_faults(font: Any, codes: set[int]) -> Iterator[str]:
    if "/ToUnicode" not in font:
        yield "letters have no meaning"
        return
    table = font["/ToUnicode"].get_object().get_data().decode()
    meanings = {int(code, 16): meaning for code, meaning in ENTRY.findall(table)}
    if without := codes - set(meanings):
        yield f"codes without meaning: {sorted(without)}"
    if MEANINGLESS & set(meanings.values()):
        yield "codes mean nothing"
    if any(int(each) > MOST_AT_ONCE for each in re.findall(r"(\d+) beginbfchar", table)):
        yield "too many codes at once"
