"""Organisations that are probably one, written in two ways."""

from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft
from matchmaker.registrations.findings import Finding, shown, warning
from matchmaker.registrations.firms import key_of_firm
from matchmaker.registrations.likeness import look_alikes


def similar_organisations(draft: Draft) -> Iterator[Finding]:
    """No two organisations differ by a slip of the pen or by their legal form only."""
    rows = [each for each in draft["organisations"] if each["name"]]
    for first, second in look_alikes([key_of_firm(each["name"]) for each in rows]):
        what = message(
            "{name} looks like {other}.",
            name=shown(rows[second]["name"]),
            other=shown(rows[first]["name"]),
        )
        remedy = message("Write both in the same way if they are one organisation.")
        yield warning(rows[second].place("name"), "similar-organisation", what, remedy)
