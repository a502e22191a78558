"""The same fault in many rows of a column is told once, at the first of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from matchmaker.messages import message
from matchmaker.registrations.findings import Finding, Place

CODE = "unknown-slot"
MOST_ROWS = 8


def told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; of a slot that is in several rows of a column, one with all rows."""
    groups: dict[object, list[Finding]] = {}
    for each in findings:
        groups.setdefault(_key(each), []).append(each)
    for first, *others in groups.values():
        yield _with_rows(first, [each.place for each in others]) if others else first


def _key(finding: Finding) -> object:
    place = finding.place
    if finding.code != CODE or place.row is None:
        return id(finding)
    return place.file, place.column, finding.what


def _with_rows(finding: Finding, others: list[Place]) -> Finding:
    rows = list(dict.fromkeys(str(each.row) for each in (finding.place, *others)))
    if len(rows) == 1:
        return finding
    more = ", …" if len(rows) > MOST_ROWS else ""
    what = message(
        "There is no slot {id}; it stands in {number} rows: {rows}.",
        id=finding.what.values["id"],
        number=len(rows),
        rows=", ".join(rows[:MOST_ROWS]) + more,
    )
    return replace(finding, what=what)
