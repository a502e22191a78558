"""Locks that no timetable can keep, told where they stand.

What contradicts what is told by the rules; here it is found again in the rows of the files.
"""

from collections.abc import Iterator, Mapping

from matchmaker.event import Event
from matchmaker.registrations.doctor.lock_sentences import explanation
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, error, shown
from matchmaker.registrations.salvage import salvaged
from matchmaker.rules.contradictions import contradictions
from matchmaker.rules.locked_timetable import locked_timetable
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Meeting
from matchmaker.variations import changed

IMPOSSIBLE = "impossible-lock"
Facts = set[tuple[str, str]]
"""Ids with the table that each is of."""


def impossible_locks(draft: Draft) -> Iterator[Finding]:
    """No lock breaks a rule by itself or together with others."""
    rows = (*draft["locked_meetings"], *draft["locked_attendances"])
    event = salvaged(draft) if rows else None
    if event is not None:
        settled = {each.pair: each for each in locked_timetable(event).meetings}
        facts = [_facts(each, event, settled) for each in rows]
        yield from (_finding(each, rows, facts) for each in _broken_by_locks(event))


def _broken_by_locks(event: Event) -> list[Violation]:
    free = changed(event, locked_meetings=(), locked_attendances=())
    anyway = contradictions(free)
    return [each for each in contradictions(event) if each not in anyway]


def _facts(row: Row, event: Event, settled: Mapping[frozenset[str], Meeting]) -> Facts:
    session = event.session_by_id.get(row["session"] or "")
    if session is not None:
        slots = {("slots", each) for each in session.slots}
        who = ("participants", row["participant"])
        return {who, ("sessions", session.id), ("workshops", session.workshop), *slots}
    meeting = settled.get(frozenset((row["participant_a"], row["participant_b"])))
    if meeting is None:
        return set()
    where = {("slots", meeting.slot), ("tables", meeting.table)}
    helper = {("interpreters", meeting.interpreter or "")}
    return {("participants", each) for each in meeting.pair} | where | helper


def _finding(breach: Violation, rows: tuple[Row, ...], facts: list[Facts]) -> Finding:
    """Blame the last of the rows that have most to do with the breach."""
    meaning = explanation(breach.rule, breach.subjects)
    kinds = (*meaning.kinds, *meaning.kinds[-1:] * len(breach.subjects))
    about = set(zip(kinds, breach.subjects, strict=False))
    row = max(enumerate(rows), key=lambda each: (len(about & facts[each[0]]), each[0]))[1]
    column = next((each for each in meaning.columns if each in row.record.cells), "")
    what = meaning.what(*map(shown, breach.subjects))
    return error(row.place(column), IMPOSSIBLE, what, meaning.remedy)
