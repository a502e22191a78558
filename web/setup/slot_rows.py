"""The slots of a day as rows of a form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from werkzeug.datastructures import MultiDict

from matchmaker.messages import message
from matchmaker.planning.pattern import LAST_DAY, MOST_SLOTS
from matchmaker.planning.renewal import fresh_ids
from matchmaker.programme import Slot
from web.setup.fields import Answers, Fields

LATEST_AFTER_MIDNIGHT = timedelta(hours=6)
"""What ends before it starts ends the next day, but only if it is so short."""


@dataclass(frozen=True)
class Row:
    """A row that stays: its number in the form, the slot's id (none for a new one), its times."""

    number: int
    id: str
    start: datetime
    end: datetime


def answers_of_slots(slots: Iterable[Slot], removed: Iterable[Slot] = ()) -> Answers:
    """Return the rows that say `slots`; those `removed` have their tick."""
    answers: Answers = MultiDict()
    gone = {each.id for each in removed}
    rows = sorted([*slots, *removed], key=lambda each: each.start)
    for number, each in enumerate(rows, start=1):
        _put(answers, number, each, each.id in gone)
    if rows:
        answers["day"] = rows[0].start.date().isoformat()
    if len({each.start.date() for each in rows}) == 1:
        for number in range(1, len(rows) + 1):
            del answers[f"date_{number}"]
    return answers


def _put(answers: Answers, number: int, slot: Slot, is_gone: bool) -> None:
    answers[f"id_{number}"] = slot.id
    answers[f"date_{number}"] = slot.start.date().isoformat()
    answers[f"start_{number}"] = f"{slot.start:%H:%M}"
    answers[f"end_{number}"] = f"{slot.end:%H:%M}"
    if is_gone:
        answers[f"remove_{number}"] = "yes"


def with_one_more(answers: Answers) -> Answers:
    """Return the rows with an empty one behind them."""
    more = answers.copy()
    number = max(Fields(answers).rows("start"), default=0) + 1
    more.update({f"id_{number}": "", f"start_{number}": "", f"end_{number}": ""})
    if any(each.startswith("date_") for each in answers):
        more[f"date_{number}"] = answers.get("day", "")
    return more


def slots_of(fields: Fields, known: Iterable[Slot]) -> tuple[Slot, ...]:
    """Return the slots that the rows say, in order of time; errors are put beside the rows."""
    before = {each.id: each for each in known}
    rows = sorted(_rows(fields), key=lambda each: (each.start, each.end))
    _note_overlaps(fields, rows)
    if not rows and not fields.errors:
        fields.errors["slots"] = message("Leave at least one slot.")
    if len(rows) > MOST_SLOTS:
        fields.errors["slots"] = message("An event has at most {most} slots.", most=MOST_SLOTS)
    fresh = iter(fresh_ids(before, len(rows)))
    ids = [each.id if each.id in before else next(fresh) for each in rows]
    if fields.errors:
        return ()
    pairs = zip(ids, rows, strict=True)
    return tuple(Slot(id=each, start=row.start, end=row.end) for each, row in pairs)


def readable_slots(answers: Answers, known: Iterable[Slot]) -> tuple[Slot, ...]:
    """Return the slots of those rows that can be read and lie behind the ones before them."""
    ids = {each.id for each in known}
    found: list[Slot] = []
    for row in sorted(_rows(Fields(answers)), key=lambda each: (each.start, each.end)):
        if not found or row.start >= found[-1].end:
            own = row.id if row.id in ids else f"row {row.number}"
            found.append(Slot(id=own, start=row.start, end=row.end))
    return tuple(found)


def _rows(fields: Fields) -> Iterator[Row]:
    is_one_day = not any(each.startswith("date_") for each in fields.answers)
    only_day = fields.day("day") if is_one_day else None
    for number in fields.rows("start"):
        if fields.answers.get(f"remove_{number}") or _is_blank(fields, number):
            continue
        day = only_day or fields.day(f"date_{number}")
        yield from _row(fields, number, day)


def _is_blank(fields: Fields, number: int) -> bool:
    is_new = not fields.answers.get(f"id_{number}")
    return is_new and not (fields.answers[f"start_{number}"] or fields.answers.get(f"end_{number}"))


def _row(fields: Fields, number: int, day: date) -> Iterator[Row]:
    start, end = fields.clock(f"start_{number}"), fields.clock(f"end_{number}")
    if fields.errors.keys() & {f"start_{number}", f"end_{number}"}:
        return
    begins, ends = datetime.combine(day, start), _end(day, start, end)
    if ends is None:
        fields.errors[f"end_{number}"] = message("The slot ends before it starts.")
        return
    yield Row(number, fields.answers.get(f"id_{number}", ""), begins, ends)


def _end(day: date, start: time, end: time) -> datetime | None:
    if end > start:
        return datetime.combine(day, end)
    if day >= LAST_DAY:
        return None
    ends = datetime.combine(day + timedelta(days=1), end)
    is_short = ends - datetime.combine(day, start) <= LATEST_AFTER_MIDNIGHT
    return ends if is_short else None


def _note_overlaps(fields: Fields, rows: list[Row]) -> None:
    latest: Row | None = None
    for each in rows:
        if latest is not None and each.start < latest.end:
            fields.errors[f"start_{each.number}"] = message(
                "The slot from {start} to {end} is not over then.",
                start=f"{latest.start:%H:%M}",
                end=f"{latest.end:%H:%M}",
            )
        if latest is None or each.end > latest.end:
            latest = each
