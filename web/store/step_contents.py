"""What a step of a draft keeps: a timetable, locks of meetings, and the event where it is new."""

import json
import zlib
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from matchmaker import formats
from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.moves.plan import Plan
from matchmaker.timetable import Timetable
from matchmaker.values import fields_of

QUICKLY = 1
"""How hard steps are packed."""
_LOCKS = TypeAdapter(tuple[MeetingLock, ...])


@dataclass(frozen=True)
class StepContent:
    """A timetable with the locks of the draft; its event is kept with the step `source`.

    `event` is that event, in the format of the files, where the step is its own source.
    """

    timetable: Timetable
    locks: tuple[MeetingLock, ...]
    source: int
    event: str | None


def packed(plan: Plan, source: int, is_whole: bool) -> bytes:
    """Return `plan` packed, with its event if it `is_whole`."""
    locks = _LOCKS.dump_json(plan.event.locked_meetings, exclude_defaults=True).decode()
    timetable = plan.timetable.model_dump_json(exclude_defaults=True)
    parts: dict[str, Any] = {"timetable": timetable, "locks": locks}
    parts |= {"source": source} if source else {}
    parts |= {"event": formats.to_json(plan.event)} if is_whole else {}
    return zlib.compress(json.dumps(parts).encode(), QUICKLY)


def unpacked(content: bytes) -> StepContent:
    """Return what `packed` was given."""
    parts = json.loads(zlib.decompress(content))
    return StepContent(
        formats.timetable_from_json(parts["timetable"]),
        _LOCKS.validate_json(parts["locks"]),
        parts.get("source", 0),
        parts.get("event"),
    )


def are_alike(one: Event, other: Event) -> bool:
    """Tell whether the two differ in nothing but locks of meetings."""
    first, second = fields_of(one), fields_of(other)
    return all(first[name] == second[name] for name in first if name != "locked_meetings")
