"""Reading the published one-to-one benchmark files (`format: oneonone-1`) as events.

`python -m benchmarks.one_on_one FILE.json EVENT.json` converts one.
"""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from matchmaker.event import Event
from matchmaker.formats import to_json
from matchmaker.people import Organisation, Participant, Side, Wish
from matchmaker.programme import Slot, Table

START = datetime(2027, 3, 18, 13, 30)
SIDES = {"A": Side.BUYER, "B": Side.SELLER, None: None}


def read(path: Path) -> Event:
    """Return the Event of a one-on-one file: each participant is alone in an organisation."""
    content = json.loads(path.read_text(encoding="utf-8"))
    people = content["participants"]
    return Event(
        name=path.stem,
        slots=tuple(slot(number) for number in range(content["slots"])),
        tables=tuple(Table(id=str(number)) for number in range(1, content["tables"] + 1)),
        organisations=tuple(Organisation(id=each["name"], name=each["name"]) for each in people),
        participants=tuple(_participant(each) for each in people),
        wishes=tuple(wish for each in people for wish in _wishes(each)),
        objective={"rank_weights": content["rank_weights"]},
    )


def slot(number: int) -> Slot:
    """Return the 12-minute slot `number`, a quarter of an hour after the one before."""
    start = START + timedelta(minutes=15 * number)
    return Slot(id=str(number), start=start, end=start + timedelta(minutes=12))


def _participant(entry: dict[str, Any]) -> Participant:
    return Participant(
        id=str(entry["id"]),
        last_name=entry["name"],
        organisation=entry["name"],
        side=SIDES[entry["side"]],
        unavailable=frozenset(str(slot) for slot in entry["unavailable"]),
    )


def _wishes(entry: dict[str, Any]) -> list[Wish]:
    wished = enumerate(entry["wishes"], start=1)
    return [
        Wish.model_validate({"from": entry["id"], "to": other, "rank": rank})
        for rank, other in wished
    ]


def main() -> None:
    """Convert a benchmark file into an event that every command of the product reads."""
    source, target = map(Path, sys.argv[1:3])
    target.write_text(to_json(read(source)), encoding="utf-8")


if __name__ == "__main__":
    main()
