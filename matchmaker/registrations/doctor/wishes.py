"""Wishes that no timetable can fulfil."""

from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, shown, warning
from matchmaker.registrations.people import name_of


def own_organisation(draft: Draft) -> Iterator[Finding]:
    """Nobody wishes to meet their own organisation, where the rules forbid it."""
    if draft.setting("rules", "same_organisation"):
        return
    for row, wisher, wished in _among(draft):
        if wisher["organisation"] and wisher["organisation"] == wished["organisation"]:
            what = message(
                "{wisher} and {wished} are of the same organisation.",
                wisher=shown(name_of(wisher)),
                wished=shown(name_of(wished)),
            )
            remedy = message("Delete the wish, or set same_organisation = true under [rules].")
            yield warning(row.place("to"), "own-organisation", what, remedy)


def same_side(draft: Draft) -> Iterator[Finding]:
    """Buyers wish to meet sellers, and sellers buyers."""
    for row, wisher, wished in _among(draft):
        if wisher["side"] and wisher["side"] == wished["side"]:
            what = message(
                "{wisher} and {wished} are on the same side.",
                wisher=shown(name_of(wisher)),
                wished=shown(name_of(wished)),
            )
            remedy = message("Delete the wish, or correct the side of one of them.")
            yield warning(row.place("to"), "same-side", what, remedy)


def _among(draft: Draft) -> Iterator[tuple[Row, Row, Row]]:
    people = {each["id"]: each for each in draft["participants"]}
    for row in draft["wishes"]:
        if row["rank"] != "never":
            yield row, people[row["from"]], people[row["to"]]
