"""Slots, interpreters, pairs: what cannot be, and what will be regretted on the day."""

from collections.abc import Iterator
from itertools import pairwise

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft
from matchmaker.registrations.findings import Finding, Place, error, shown, warning

TWO_LANGUAGES = 2


def something_to_plan(draft: Draft) -> Iterator[Finding]:
    """There are slots, tables and participants."""
    place = draft["event"][0].place() if draft["event"] else Place("")
    if not draft["slots"] and "slots" not in draft.unread:
        what = message("There are no slots.")
        yield error(place, "no-slots", what, message("Give each slot an id, a start and an end."))
    if not draft["tables"] and not draft.unread & {"tables", "event"}:
        what = message("There are no tables, so nobody can meet.")
        yield warning(place, "no-tables", what, message("Write how many tables there are."))
    if not draft["participants"] and "participants" not in draft.unread:
        what = message("There are no participants.")
        yield warning(place, "no-participants", what, message("Add a row for each participant."))


def slots_in_order(draft: Draft) -> Iterator[Finding]:
    """Slots end after they start, and none starts before the one before has ended."""
    timed = [each for each in draft["slots"] if each["start"] and each["end"]]
    for row in timed:
        if row["end"] <= row["start"]:
            what = message("Slot {id} ends before it starts.", id=shown(row["id"]))
            yield error(row.place("end"), "slot-ends-early", what, message("Correct the times."))
    for earlier, row in pairwise(sorted(timed, key=lambda each: each["start"])):
        if row["start"] < earlier["end"]:
            what = message(
                "Slot {id} starts before slot {other} ends.",
                id=shown(row["id"]),
                other=shown(earlier["id"]),
            )
            remedy = message("Correct the times; slots do not overlap.")
            yield error(row.place("start"), "slots-overlap", what, remedy)


def interpreters(draft: Draft) -> Iterator[Finding]:
    """Every interpreter has two languages at least."""
    for row in draft["interpreters"]:
        if row["languages"] is not None and len(set(row["languages"])) < TWO_LANGUAGES:
            what = message("An interpreter needs two languages.")
            remedy = message("Add the other language, for example fr nl.")
            yield error(row.place("languages"), "one-language", what, remedy)


def pairs(draft: Draft) -> Iterator[Finding]:
    """Pairs that have already met, or are locked to, are of two different people."""
    for row in (*draft["already_met"], *draft["locked_meetings"]):
        if row["participant_a"] and row["participant_a"] == row["participant_b"]:
            what = message("{value} is paired with themselves.", value=shown(row["participant_a"]))
            remedy = message("Delete this row.")
            yield error(row.place("participant_b"), "self-pair", what, remedy)
