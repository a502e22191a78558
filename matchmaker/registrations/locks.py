"""From locks as written (by id or address) to locks among participants."""

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.findings import Finding, error
from matchmaker.registrations.people import People, the_one

PEOPLE = {
    "locked_meetings": ("participant_a", "participant_b"),
    "locked_attendances": ("participant",),
}
"""The fields of each kind of lock that hold participants."""


def with_locks(draft: Draft) -> Step:
    """Return the draft whose locks are among participants, each pair and each sitting once."""
    findings: list[Finding] = []
    people = People(draft)
    for table, names in PEOPLE.items():
        rows = [] if "participants" in draft.unread else draft[table]
        found = [each for row in rows if (each := _resolved(row, names, people, findings))]
        draft = draft.having(table, _each_once(found, names, findings))
    return draft, tuple(findings)


def _resolved(
    row: Row, names: tuple[str, ...], people: People, findings: list[Finding]
) -> Row | None:
    if not all(row[name] for name in names):
        return None
    ids = {name: the_one(row, name, people, findings) for name in names}
    return row.having(**ids) if all(ids.values()) else None


def _each_once(rows: list[Row], names: tuple[str, ...], findings: list[Finding]) -> list[Row]:
    kept: dict[frozenset[str], Row] = {}
    for row in rows:
        key = frozenset((*(row[name] for name in names), row["session"] or ""))
        if kept.setdefault(key, row) is not row:
            findings.append(_repeated(row, kept[key], names[-1]))
    return list(kept.values())


def _repeated(row: Row, earlier: Row, name: str) -> Finding:
    what = message("This is locked already, in row {row}.", row=earlier.place().row or "?")
    return error(row.place(name), "repeated-lock", what, message("Delete one of the two rows."))
