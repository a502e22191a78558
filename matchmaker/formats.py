"""Events and timetables as JSON: what is written reads back as an equal value."""

import json
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from matchmaker.certificate import Certificate
from matchmaker.errors import InputError, Problem, Severity
from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.timetable import Timetable
from matchmaker.values import Value, time_zones

AnyValue = TypeVar("AnyValue", bound=Value)

PUBLISHED: dict[str, type[BaseModel]] = {"event": Event, "timetable": Timetable}
"""The values whose JSON Schema stands in docs/schemas."""


def to_json(value: Value) -> str:
    """Return `value` as JSON, without what equals its default; equal values give equal text."""
    content = value.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def event_from_json(text: str, file: str = "event.json") -> Event:
    """Return the Event written in `text`; raises InputError naming `file` and the field."""
    content = _parsed(text, file)
    return _validated(Event, _with_local_times(content), file)


def timetable_from_json(text: str, file: str = "timetable.json") -> Timetable:
    """Return the Timetable written in `text`; raises InputError naming `file` and the field."""
    return _validated(Timetable, _parsed(text, file), file)


def certificate_from_json(text: str, file: str = "certificate.json") -> Certificate:
    """Return the Certificate written in `text`; raises InputError naming `file` and the field."""
    return _validated(Certificate, _parsed(text, file), file)


def schema(kind: str) -> str:
    """Return the JSON Schema of a PUBLISHED kind, as JSON."""
    content = PUBLISHED[kind].model_json_schema(mode="validation")
    content = {"$schema": "https://json-schema.org/draft/2020-12/schema", **content}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def wall_clock(moment: datetime, timezone: str) -> datetime:
    """Return `moment` as wall-clock time of `timezone`; without an offset it is so already."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(ZoneInfo(timezone)).replace(tzinfo=None)


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        what = message(
            "is not valid JSON at line {line}: {detail}.", line=error.lineno, detail=error.msg
        )
        raise InputError([_problem(file, what, row=error.lineno)]) from error
    except (RecursionError, ValueError) as error:
        raise InputError([_far_too_large(file)]) from error
    if not isinstance(content, dict):
        raise InputError([_problem(file, message("holds no object with fields."))])
    return content


def _validated(kind: type[AnyValue], content: dict[str, Any], file: str) -> AnyValue:
    try:
        return kind.model_validate_json(json.dumps(content))
    except ValidationError as error:
        raise InputError(_problems(error, file)) from error


def _problems(error: ValidationError, file: str) -> list[Problem]:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [
        _problem(
            file, message("{detail}.", detail=each["msg"]), column=".".join(map(str, each["loc"]))
        )
        for each in found
    ]


def _problem(file: str, what: Message, row: int | None = None, column: str = "") -> Problem:
    remedy = message("Correct the file or write it anew with this program.")
    return Problem(Severity.ERROR, "json", what, remedy, file, row, column)


def _far_too_large(file: str) -> Problem:
    what = message("This JSON holds a number or a nesting that is far too large.")
    remedy = message("Write the file anew with this program.")
    return Problem(Severity.ERROR, "unreadable-file", what, remedy, file)


def _with_local_times(content: dict[str, Any]) -> dict[str, Any]:
    zone = content.get("timezone", "Europe/Brussels")
    slots = content.get("slots")
    if not (isinstance(zone, str) and zone in time_zones() and isinstance(slots, list)):
        return content
    return content | {"slots": [_slot_in(zone, each) for each in slots]}


def _slot_in(zone: str, slot: Any) -> Any:
    if not isinstance(slot, dict):
        return slot
    return slot | {key: _local(slot[key], zone) for key in ("start", "end") if key in slot}


def _local(value: Any, zone: str) -> Any:
    try:
        return wall_clock(datetime.fromisoformat(value), zone).isoformat()
    except (TypeError, ValueError, OverflowError):
        return value
