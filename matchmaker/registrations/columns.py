"""From an Event to rows of cells under canonical headers, the reverse of reading."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from matchmaker.cells import protected
from matchmaker.event import Event
from matchmaker.people import Organisation
from matchmaker.registrations.contract import SETTINGS, TABLES, Shape
from matchmaker.registrations.folding import fold
from matchmaker.registrations.lists import joined

Cells = list[list[Any]]
LOOSE = ("offers", "seeks", "questions")
NEVER_WRITTEN = ("date",)


def content_of(event: Event) -> dict[str, Any]:
    """Return the event as its files hold it: defaults left out, organisations only if needed."""
    content = event.model_dump(mode="python", exclude_defaults=True)
    content |= {"timezone": event.timezone, "languages": list(event.languages)}
    content |= {name: getattr(event, name).model_dump() for name in ("rules", "objective")}
    if organisations_follow(event):
        content.pop("organisations", None)
    return content


def organisations_follow(event: Event) -> bool:
    """Tell whether reading the participants makes the event's organisations again."""
    names = list(dict.fromkeys(each.organisation for each in event.participants))
    made = tuple(Organisation(id=name, name=name) for name in names)
    return made == event.organisations and len(set(map(fold, names))) == len(names)


def rows_of_table(table: str, content: Mapping[str, Any]) -> Cells:
    """Return the header and the rows of `table`; for settings, a row for each name and value."""
    if table in SETTINGS:
        top = content if table == "event" else content[table]
        record = _record(table, {key: top[key] for key in _names(table) if key in top})
        return [["field", "value"], *([key, value] for key, value in record.items())]
    records = [_record(table, each) for each in content.get(table, ())]
    header = _header(table, records)
    return [header, *([record.get(key, "") for key in header] for record in records)]


def _names(table: str) -> list[str]:
    names = [field.name for field in TABLES[table] if field.name not in NEVER_WRITTEN]
    if table == "participants":
        names.remove("name")
    return [each for each in names if (table, each) != ("event", "tables")]


def _header(table: str, records: Iterable[Mapping[str, Any]]) -> list[str]:
    used = dict.fromkeys(key for record in records for key in record)
    texts = [field.name for field in TABLES[table] if field.shape is Shape.TEXTS]
    known = [name for name in _names(table) if name not in texts]
    return [*known, *(key for key in used if key not in known)]


def _record(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for field in TABLES[table]:
        value = values.get(field.name)
        if value is None:
            continue
        if field.name == "questions":
            cells |= _questions(value)
        elif field.shape is Shape.TEXTS:
            cells |= {_column(field.name, key): protected(text) for key, text in value.items()}
        else:
            cells[field.name] = _cell(field.name, value)
    return cells


def _questions(questions: Iterable[Mapping[str, str]]) -> dict[str, str]:
    texts = list(questions)
    languages = dict.fromkeys(key for each in texts for key in each)
    return {
        _column("questions", key): protected(joined((t.get(key, "") for t in texts), loose=True))
        for key in languages
    }


def _column(name: str, language: str) -> str:
    return f"{name}_{language}" if language else name


def _cell(name: str, value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | datetime):
        return value
    if isinstance(value, str):
        return protected(str(value))
    return protected(joined(map(str, value), loose=name in LOOSE))
