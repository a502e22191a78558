from struct import unpack_from
from zlib import decompress

import pytest

from matchmaker.documents.typefaces import FACES, font
from matchmaker.documents.webfont import woff

REGULAR = "IBMPlexSans-Regular"
NAMES = [own for own, _ in FACES.values()]


def tables(content: bytes) -> dict[str, bytes]:
    """Return the tables of a WOFF file, unpacked."""
    count = unpack_from(">H", content, 12)[0]
    found = {}
    for number in range(count):
        name, start, size, full, _ = unpack_from(">4s4L", content, 44 + 20 * number)
        packed = content[start : start + size]
        found[name.decode()] = packed if size == full else decompress(packed)
        assert len(found[name.decode()]) == full
    return found


def outline(content: bytes, glyph: int) -> bytes:
    parts = tables(content)
    start, end = unpack_from(">LL", parts["loca"], 4 * glyph)
    return parts["glyf"][start:end]


@pytest.mark.parametrize("name", NAMES)
def test_the_header_tells_the_truth(name: str) -> None:
    content = woff(name, "abc")
    signature, flavour, length, count, _, whole = unpack_from(">4sLLHHL", content)
    assert (signature, flavour, length) == (b"wOFF", 0x00010000, len(content))
    parts = tables(content)
    assert len(parts) == count
    assert list(parts) == sorted(parts)
    assert whole == 12 + 16 * count + sum(-(-len(each) // 4) * 4 for each in parts.values())


def test_the_letters_asked_for_have_outlines_and_no_others() -> None:
    glyph = font(REGULAR).face.charToGlyph
    content = woff(REGULAR, "ab")
    assert all(outline(content, glyph[ord(each)]) for each in "ab")
    assert not any(outline(content, glyph[ord(each)]) for each in "xyz")


def test_a_letter_comes_with_the_parts_it_is_composed_of() -> None:
    glyph = font(REGULAR).face.charToGlyph
    content = woff(REGULAR, "é")
    assert unpack_from(">h", outline(content, glyph[ord("é")]))[0] == -1
    assert outline(content, glyph[ord("e")])


def test_few_letters_make_a_small_file() -> None:
    assert len(woff(REGULAR, "0123456789")) < 20_000 < len(woff(REGULAR, map(chr, range(32, 600))))


def test_letters_that_the_font_lacks_are_left_out() -> None:
    assert woff(REGULAR, "a中") == woff(REGULAR, "a")
