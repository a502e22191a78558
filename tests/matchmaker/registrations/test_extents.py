from collections.abc import Iterable

import pytest

from matchmaker.registrations.extents import Extent, UnsafePartError, extent_of, repeated_size


def sheet(cells: str) -> bytes:
    return f"<x:worksheet xmlns:x='m'><x:sheetData>{cells}</x:sheetData></x:worksheet>".encode()


def reach(cells: str) -> tuple[int, int]:
    extent = extent_of(sheet(cells))
    return extent.rows, extent.columns


@pytest.mark.parametrize(
    ("cells", "extent"),
    [
        ("", (0, 0)),
        ("<row r='2'><c r='C2'><v>1</v></c></row>", (2, 3)),
        ("<row r='2'><c r='xfd1048576'><v/></c></row>", (1048576, 16384)),
        ("<row r='9'><c r='ZZ9' s='1'/></row>", (0, 0)),
        ("<row><c><v>1</v></c><c><v>1</v></c></row><row><c><v>1</v></c></row>", (2, 2)),
        ("<x:row r='7'><x:c y='&gt;' t='n'><x:v>1</x:v></x:c></x:row>", (7, 1)),
    ],
)
def test_the_last_cell_with_content_is_found(cells: str, extent: tuple[int, int]) -> None:
    assert reach(cells) == extent


def test_other_encodings_are_understood() -> None:
    text = sheet("<row><c r='B9'><v>1</v></c></row>").decode()
    wide = f"<?xml version='1.0' encoding='UTF-16'?>{text}".encode("utf-16")
    assert (extent_of(wide).rows, extent_of(wide).columns) == (9, 2)


@pytest.mark.parametrize(
    "part",
    [
        sheet("<row"),
        sheet("<row><c r='A-1'><v>1</v></c></row>"),
        sheet("<row r='x'></row>"),
        b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>",
        b"<sst><si>",
    ],
)
def test_cells_that_could_hide_are_refused(part: bytes) -> None:
    with pytest.raises(UnsafePartError):
        extent_of(part)


@pytest.mark.parametrize("part", [b"", b"\x89PNG", b"<br><p>", b"<a/>"])
def test_other_parts_hold_no_cells(part: bytes) -> None:
    assert extent_of(part) == Extent()


def test_shared_texts_count_as_often_as_they_are_used() -> None:
    def cells(numbers: Iterable[int]) -> str:
        return "".join(f"<c t='s'><v>{number}</v></c>" for number in numbers)

    texts = extent_of(b"<sst><si><t>abc</t></si><si><r><t>d</t></r><r><t>e</t></r></si></sst>")
    assert texts.texts == [3, 2]
    used = extent_of(sheet(f"<row>{cells([0, 1, 0, 7])}</row>"))
    assert repeated_size([used, texts]) == 8
