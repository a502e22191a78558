import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.generator import one_pool, two_sides
from benchmarks.one_on_one import main, read
from matchmaker.event import Event
from matchmaker.formats import event_from_json
from matchmaker.people import Side
from matchmaker.score import pair_values

CONTENT = {
    "format": "oneonone-1",
    "slots": 3,
    "tables": 2,
    "rank_weights": [5, 3],
    "participants": [
        {"id": 0, "name": "P0", "side": "A", "unavailable": [2], "wishes": [1]},
        {"id": 1, "name": "P1", "side": "B", "unavailable": [], "wishes": [2, 0]},
        {"id": 2, "name": "P2", "side": "A", "unavailable": [], "wishes": []},
    ],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps(CONTENT))
    return path


def test_a_file_becomes_an_event(file: Path) -> None:
    event = read(file)
    assert [each.side for each in event.participants] == [Side.BUYER, Side.SELLER, Side.BUYER]
    assert event.participants[0].unavailable == {"2"}
    assert pair_values(event) == {frozenset("01"): 8, frozenset("12"): 5}
    assert (len(event.slots), len(event.tables)) == (3, 2)


def test_the_converted_file_is_the_same_event(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "event.json"
    monkeypatch.setattr("sys.argv", ["one_on_one", str(file), str(target)])
    main()
    assert event_from_json(target.read_text()) == read(file)


@pytest.mark.parametrize("make", [one_pool, two_sides])
def test_generated_events_repeat_and_differ_by_seed(make: Callable[[int, int], Event]) -> None:
    assert make(1, 30) == make(1, 30)
    assert make(1, 30) != make(2, 30)
    assert {len([w for w in make(1, 30).wishes if w.wisher == "P000"])} == {8}
