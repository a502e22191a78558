"""Some letters of a vendored font as a web font, small enough to be carried by what it draws.

The format is WOFF 1.0 (https://www.w3.org/TR/WOFF/): the tables of the font, each compressed.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from struct import pack, unpack, unpack_from
from zlib import compress

from matchmaker.documents.typefaces import font

KEPT = ("OS/2", "cmap", "cvt ", "fpgm", "gasp", "head", "hhea", "hmtx", "maxp", "name", "prep")
"""The tables that are taken as they are; kerning and ligatures are left out."""
NAMELESS = pack(">LLhhLLLLL", 0x00030000, 0, 0, 0, 0, 0, 0, 0, 0)
"""A table `post` without names of glyphs."""
TRUETYPE = 0x00010000
HEADER, ENTRY = 44, 20
ARGS_ARE_WORDS, HAS_SCALE, MORE_FOLLOW, HAS_TWO_SCALES, HAS_MATRIX = 1, 8, 32, 64, 128


def font_face(family: str, weight: str, name: str, letters: Iterable[str]) -> str:
    """Return the CSS rule that gives `letters` of the font `name` to `family` in `weight`."""
    data = b64encode(woff(name, letters)).decode()
    source = f"src:url(data:font/woff;base64,{data}) format('woff')"
    return f"@font-face{{font-family:'{family}';font-weight:{weight};{source}}}"


def woff(name: str, letters: Iterable[str]) -> bytes:
    """Return the font `name` with the outlines of `letters` only."""
    face = font(name).face
    glyphs = _Outlines.of(face.get_table("head"), face.get_table("loca"), face.get_table("glyf"))
    wanted = {
        0,
        *(face.charToGlyph[ord(each)] for each in letters if ord(each) in face.charToGlyph),
    }
    outlines, places = glyphs.only(wanted)
    tables = {each: bytes(face.get_table(each)) for each in KEPT}
    tables |= {"glyf": outlines, "loca": places, "post": NAMELESS}
    tables["head"] = tables["head"][:50] + pack(">h", 1) + tables["head"][52:]
    return _packed(dict(sorted(tables.items())))


@dataclass(frozen=True)
class _Outlines:
    """The outlines of a font, and where each begins."""

    content: bytes
    starts: tuple[int, ...]

    @classmethod
    def of(cls, head: bytes, loca: bytes, glyf: bytes) -> "_Outlines":
        if unpack_from(">h", head, 50)[0]:
            return cls(glyf, unpack(f">{len(loca) // 4}L", loca))
        return cls(glyf, tuple(2 * each for each in unpack(f">{len(loca) // 2}H", loca)))

    def only(self, wanted: set[int]) -> tuple[bytes, bytes]:
        """Return the tables `glyf` and `loca` with `wanted` and what those are composed of."""
        kept = self._closed(wanted)
        parts = [self[each] if each in kept else b"" for each in range(len(self.starts) - 1)]
        padded = [each + bytes(-len(each) % 4) for each in parts]
        ends = [0]
        for each in padded:
            ends.append(ends[-1] + len(each))
        return b"".join(padded), pack(f">{len(ends)}L", *ends)

    def __getitem__(self, glyph: int) -> bytes:
        return self.content[self.starts[glyph] : self.starts[glyph + 1]]

    def _closed(self, wanted: set[int]) -> set[int]:
        found, waiting = set[int](), list(wanted)
        while waiting:
            glyph = waiting.pop()
            if glyph not in found:
                found.add(glyph)
                waiting += _components(self[glyph])
        return found


def _components(outline: bytes) -> Iterator[int]:
    """Yield the glyphs of which a composed glyph consists."""
    if not outline or unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, MORE_FOLLOW
    while flags & MORE_FOLLOW:
        flags, glyph = unpack_from(">HH", outline, at)
        yield glyph
        at += 8 if flags & ARGS_ARE_WORDS else 6
        at += 2 * bool(flags & HAS_SCALE) + 4 * bool(flags & HAS_TWO_SCALES)
        at += 8 * bool(flags & HAS_MATRIX)


def _packed(tables: dict[str, bytes]) -> bytes:
    """Return the WOFF file of `tables`, which are in the order of their names."""
    entries, body = b"", b""
    start = HEADER + ENTRY * len(tables)
    for name, content in tables.items():
        small = min(compress(content, 9), content, key=len)
        place = start + len(body)
        entries += pack(
            ">4s4L", name.encode(), place, len(small), len(content), _checksum(name, content)
        )
        body += small + bytes(-len(small) % 4)
    whole = 12 + 16 * len(tables) + sum(len(each) + -len(each) % 4 for each in tables.values())
    total = start + len(body)
    header = pack(">4sLLHHL", b"wOFF", TRUETYPE, total, len(tables), 0, whole)
    return header + pack(">HHLLLLL", 1, 0, 0, 0, 0, 0, 0) + entries + body


def _checksum(name: str, content: bytes) -> int:
    """Return the sum of the table's words; that of `head` leaves out the sum that it holds."""
    if name == "head":
        content = content[:8] + bytes(4) + content[12:]
    padded = content + bytes(-len(content) % 4)
    words: tuple[int, ...] = unpack(f">{len(padded) // 4}L", padded)
    return sum(words) % 2**32
