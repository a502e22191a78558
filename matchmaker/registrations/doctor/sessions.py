"""Sessions: who leads and interprets them, and where, is there and nowhere else meanwhile."""

from collections.abc import Iterator
from itertools import product

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, error, shown, warning

STAFF = {"facilitators": "participants", "interpreters": "interpreters"}
"""The fields that name who serves a session, with the table of the people named."""
AWAY, TWO_AT_ONCE = "away-from-session", "two-sessions-at-once"


def shared_rooms(draft: Draft) -> Iterator[Finding]:
    """No room holds two sessions at a time."""
    for row, room, earlier in _clashes(draft, "room"):
        what = message(
            "Room {room} holds sessions {one} and {other} at the same time.",
            room=shown(room),
            one=shown(earlier["id"]),
            other=shown(row["id"]),
        )
        remedy = message("Move one of them to other slots or to another room.")
        yield warning(row.place("room"), "sessions-overlap", what, remedy)


def two_at_once(draft: Draft) -> Iterator[Finding]:
    """Nobody leads or interprets two sessions at a time."""
    for name in STAFF:
        for row, each, earlier in _clashes(draft, name):
            what = message(
                "{value} is in sessions {one} and {other} at the same time.",
                value=shown(each),
                one=shown(earlier["id"]),
                other=shown(row["id"]),
            )
            remedy = message("Move one of them to other slots, or name somebody else.")
            yield error(row.place(name), TWO_AT_ONCE, what, remedy)


def minimums(draft: Draft) -> Iterator[Finding]:
    """No session has a minimum above its capacity."""
    for row in draft["sessions"]:
        least, most = row["minimum"] or 0, row["capacity"]
        if most is not None and least > most:
            what = message(
                "The minimum of attendees ({least}) is above the capacity ({most}).",
                least=least,
                most=most,
            )
            remedy = message("Lower the minimum or raise the capacity.")
            yield error(row.place("minimum"), "min-above-max", what, remedy)


def away(draft: Draft) -> Iterator[Finding]:
    """Whoever leads or interprets a session is available in all its slots."""
    for name, table in STAFF.items():
        absences = {row["id"]: row["unavailable"] or () for row in draft[table]}
        for row in draft["sessions"]:
            for each in dict.fromkeys(row[name] or ()):
                missed = [slot for slot in row["slots"] or () if slot in absences.get(each, ())]
                if missed:
                    yield _away(row, name, each, missed)


def _away(row: Row, name: str, each: str, missed: list[str]) -> Finding:
    what = message(
        "{value} is unavailable during session {session} (slots: {slots}).",
        value=shown(each),
        session=shown(row["id"]),
        slots=shown(", ".join(missed)),
    )
    remedy = message("Take these slots off their unavailable ones, or name somebody else.")
    return error(row.place(name), AWAY, what, remedy)


def _clashes(draft: Draft, name: str) -> Iterator[tuple[Row, str, Row]]:
    """Yield each session with whom or what it shares, once, with an earlier one at the time."""
    taken: dict[tuple[str, str], Row] = {}
    told = set()
    for row in draft["sessions"]:
        for each, slot in product(_several(row[name]), row["slots"] or ()):
            earlier = taken.setdefault((each, slot), row)
            if earlier is not row and (each, id(row)) not in told:
                told.add((each, id(row)))
                yield row, each, earlier


def _several(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()
