"""Registered twice: the same id, the same address, or nearly the same name in one organisation."""

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, Place, error, shown, warning
from matchmaker.registrations.firms import key_of_firm
from matchmaker.registrations.folding import fold
from matchmaker.registrations.likeness import look_alikes

WITH_IDS = (
    "slots",
    "rooms",
    "tables",
    "workshops",
    "sessions",
    "interpreters",
    "organisations",
    "participants",
)


def repeated_ids(draft: Draft) -> Iterator[Finding]:
    """Every id stands once in its table."""
    for table in WITH_IDS:
        first: dict[str, Row] = {}
        for row in draft[table]:
            if row["id"] and first.setdefault(row["id"], row) is not row:
                what = message(
                    "The id {id} is there already, in row {row}.",
                    id=shown(row["id"]),
                    row=first[row["id"]].place().row or "?",
                )
                remedy = message("Give each its own id, or delete the row that is too many.")
                yield error(_place_of_id(row), "duplicate-id", what, remedy)


def repeated_addresses(draft: Draft) -> Iterator[Finding]:
    """No two participants share an e-mail address; a desk may do so knowingly."""
    first: dict[str, Row] = {}
    for row in draft["participants"]:
        address = (row["email"] or "").casefold()
        earlier = first.setdefault(address, row)
        if address and earlier is not row and earlier["id"] != row["id"]:
            what = message(
                "{email} is also the address of {name}.",
                email=shown(address),
                name=shown(full_name(earlier)),
            )
            remedy = message("Delete the row if it is the same person.")
            yield warning(row.place("email"), "duplicate-email", what, remedy)


def similar_people(draft: Draft) -> Iterator[Finding]:
    """No two participants of an organisation have nearly the same name."""
    firms: dict[str, list[Row]] = defaultdict(list)
    for row in draft["participants"]:
        if row["organisation"] and full_name(row):
            firms[key_of_firm(row["organisation"])].append(row)
    for rows in firms.values():
        names = [" ".join(sorted(fold(full_name(each)).split())) for each in rows]
        for first, second in look_alikes(names):
            if rows[first]["id"] != rows[second]["id"]:
                yield _similar(rows[first], rows[second])


def full_name(row: Row) -> str:
    """Return the first and last name of a row of participants."""
    return f"{row['first_name'] or ''} {row['last_name'] or ''}".strip()


def _similar(earlier: Row, row: Row) -> Finding:
    what = message(
        "{name} looks like {other}, of the same organisation.",
        name=shown(full_name(row)),
        other=shown(full_name(earlier)),
    )
    remedy = message("Delete the row if it is the same person.")
    return warning(row.place("last_name"), "similar-participant", what, remedy)


def _place_of_id(row: Row) -> Place:
    return row.place("id") if "id" in row.record.cells else row.place("email")
