from pathlib import Path

import pytest

from matchmaker.documents.codes import code, opaque_id
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import MM, PORTRAIT
from tests import factories
from tests.matchmaker.documents.reading import scanned

EVENT = factories.event(["Ann", "Bob"])


@pytest.mark.parametrize(
    "text", ["A", "K7XQ2M9P4RTW8YBZ", "https://dag.example/" + "agenda/" * 15 + "é"]
)
def test_phones_read_what_was_written(text: str, tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        code(text).draw(sheet, 60, 80, 27 * MM)

    assert scanned(pdf([Page(draw, PORTRAIT)], About("", "", "en")), tmp_path) == [text]


def test_ids_tell_people_and_events_apart_and_stay_the_same() -> None:
    other = factories.event(["Ann", "Bob"], name="Another day")
    ids = [opaque_id(event, each) for event in (EVENT, other) for each in ("Ann", "Bob")]
    assert len(set(ids)) == 4
    assert opaque_id(EVENT, "Ann") == ids[0]


def test_an_id_says_nothing_about_the_person() -> None:
    assert all(len(opaque_id(EVENT, each)) == 16 for each in ("Ann", "a" * 120, "é"))
    assert "ANN" not in opaque_id(EVENT, "Ann")
