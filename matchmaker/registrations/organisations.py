"""Organisations are made from what participants write: one for each name, whatever its spelling."""

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.findings import Finding, shown, warning
from matchmaker.registrations.folding import fold
from matchmaker.registrations.records import Record


class Names:
    """The organisations so far, by id, by name and by what is equal but for case and accents."""

    def __init__(self, listed: tuple[Row, ...]) -> None:
        complete = [each for each in listed if each["id"] and each["name"]]
        self._ids = {each["id"]: each["id"] for each in complete}
        self._names = {each["name"]: each["id"] for each in reversed(complete)}
        self._loose = {fold(each["name"]): each["id"] for each in reversed(complete)}

    def find(self, name: str) -> str | None:
        """Return the id of the organisation written `name`, or None when it is new."""
        return self._ids.get(name) or self._names.get(name) or self._loose.get(fold(name))

    def is_spelt(self, name: str) -> bool:
        """Tell whether an organisation is written exactly so."""
        return name in self._ids or name in self._names

    def add(self, name: str) -> None:
        """Make an organisation whose id is its name."""
        self._ids[name] = name
        self._loose.setdefault(fold(name), name)


def with_organisations(draft: Draft) -> Step:
    """Return the draft whose participants hold ids of organisations that all exist."""
    names = Names(draft["organisations"])
    made: list[Row] = []
    findings: list[Finding] = []
    people = [_member(each, names, made, findings) for each in draft["participants"]]
    draft = draft.having("participants", people)
    return draft.having("organisations", (*draft["organisations"], *made)), tuple(findings)


def _member(row: Row, names: Names, made: list[Row], findings: list[Finding]) -> Row:
    name = row["organisation"]
    if not name:
        return row
    known = names.find(name)
    if known is None:
        names.add(name)
        record = Record("organisations", row.place("organisation"), {})
        made.append(Row(record, {"id": name, "name": name}))
        return row
    if not names.is_spelt(name):
        findings.append(_merged(row, name, known))
    return row.having(organisation=known)


def _merged(row: Row, name: str, known: str) -> Finding:
    what = message(
        "{name} is taken to be the same organisation as {known}.",
        name=shown(name),
        known=shown(known),
    )
    remedy = message("Write both in the same way.")
    return warning(row.place("organisation"), "merged-organisation", what, remedy)
