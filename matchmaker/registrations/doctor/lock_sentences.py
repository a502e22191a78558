"""What is said of a lock that breaks a rule, and how to mend it."""

from collections.abc import Callable
from dataclasses import dataclass

from matchmaker.messages import Message, message
from matchmaker.registrations.findings import shown

TWO = ("participants", "participants")


@dataclass(frozen=True)
class Explanation:
    """What a breach of one of `rules` means for locks.

    `kinds` are the tables of the breach's subjects, the last for all that follow, too; `columns`
    are those of the lock that could be to blame, the likeliest first.
    """

    rules: tuple[str, ...]
    kinds: tuple[str, ...]
    columns: tuple[str, ...]
    what: Callable[..., Message]
    remedy: Message


EXPLANATIONS = (
    Explanation(
        ("veto",),
        TWO,
        ("participant_b",),
        lambda one, other: message(
            "{one} and {other} are locked to meet, but one of them asked never to.",
            one=one,
            other=other,
        ),
        message("Delete the lock, or the veto."),
    ),
    Explanation(
        ("opposite_sides",),
        TWO,
        ("participant_b",),
        lambda one, other: message(
            "{one} and {other} are locked to meet, but are on the same side.", one=one, other=other
        ),
        message("Delete the lock, or correct the side of one of them."),
    ),
    Explanation(
        ("same_organisation",),
        TWO,
        ("participant_b",),
        lambda one, other: message(
            "{one} and {other} are locked to meet, but are of the same organisation.",
            one=one,
            other=other,
        ),
        message("Delete the lock, or set same_organisation = true under [rules]."),
    ),
    Explanation(
        ("already_met",),
        TWO,
        ("participant_b",),
        lambda one, other: message(
            "{one} and {other} are locked to meet, but met at an earlier event.",
            one=one,
            other=other,
        ),
        message("Delete the lock, or set already_met = true under [rules]."),
    ),
    Explanation(
        ("common_language",),
        TWO,
        ("participant_b",),
        lambda one, other: message(
            "{one} and {other} are locked to meet, but share no language and no interpreter.",
            one=one,
            other=other,
        ),
        message("Delete the lock, or add an interpreter for their languages."),
    ),
    Explanation(
        ("available",),
        ("participants", "slots"),
        ("slot", "session"),
        lambda who, slot: message(
            "{who} is locked in slot {slot}, but is unavailable then.", who=who, slot=slot
        ),
        message("Choose another slot or session, or take the slot off their unavailable ones."),
    ),
    Explanation(
        ("one_engagement_per_slot",),
        ("participants", "slots"),
        ("slot", "session"),
        lambda who, slot: message(
            "{who} is locked in slot {slot}, but has another engagement then.", who=who, slot=slot
        ),
        message("Choose another slot or session for one of the two."),
    ),
    Explanation(
        ("locked_meeting",),
        TWO,
        ("participant_b",),
        lambda one, other: message(
            "{one} and {other} are locked to meet, but no slot is left in which both could.",
            one=one,
            other=other,
        ),
        message("Free a slot for both, or delete the lock."),
    ),
    Explanation(
        ("locked_meeting",),
        ("participants",),
        ("participant_a",),
        lambda who: message(
            "More meetings are locked for {who} than there are free slots.", who=who
        ),
        message("Free more slots, or delete a lock."),
    ),
    Explanation(
        ("max_meetings",),
        ("participants",),
        ("participant_a",),
        lambda who: message("More meetings are locked for {who} than their maximum.", who=who),
        message("Raise the maximum, or delete a lock."),
    ),
    Explanation(
        ("one_meeting_per_table",),
        ("tables", "slots"),
        ("table", "slot"),
        lambda table, slot: message(
            "Two meetings are locked at table {table} in slot {slot}.", table=table, slot=slot
        ),
        message("Choose another slot or table for one of them."),
    ),
    Explanation(
        ("one_meeting_per_table",),
        ("slots",),
        ("slot",),
        lambda slot: message(
            "More meetings are locked in slot {slot} than there are tables for all.", slot=slot
        ),
        message("Choose another slot for some of them, or add tables."),
    ),
    Explanation(
        ("one_meeting_per_table",),
        (),
        ("participant_a",),
        lambda: message("More meetings are locked than there are tables in all slots."),
        message("Delete some of the locks, or add tables."),
    ),
    Explanation(
        ("fixed_table",),
        ("participants", "tables", "slots"),
        ("table",),
        lambda who, table, *_: message(
            "{who} is locked to meet at table {table}, but has another of their own.",
            who=who,
            table=table,
        ),
        message("Name no table here; if both have their own, delete the lock."),
    ),
    Explanation(
        ("reserved_table",),
        ("tables", "slots"),
        ("table",),
        lambda table, *_: message("Table {table} is reserved for somebody else.", table=table),
        message("Choose another table, or leave it out."),
    ),
    Explanation(
        ("stays_at_one_table",),
        ("participants", "tables"),
        ("table",),
        lambda who, *tables: message(
            "{who} stays at one table, but is locked to several: {tables}.",
            who=who,
            tables=shown(", ".join(tables)),
        ),
        message("Name the same table in all their locks."),
    ),
    Explanation(
        ("interpreter_available", "one_service_per_interpreter"),
        ("interpreters", "slots"),
        ("slot",),
        lambda _, slot: message(
            "No interpreter is left in slot {slot} for this locked meeting.", slot=slot
        ),
        message("Choose another slot for one of them, or add an interpreter."),
    ),
    Explanation(
        ("session_capacity",),
        ("sessions",),
        ("session",),
        lambda session: message(
            "More people are locked into session {session} than it has places.", session=session
        ),
        message("Raise its capacity, or delete a lock."),
    ),
    Explanation(
        ("session_wanted",),
        ("participants", "sessions"),
        ("session",),
        lambda who, session: message(
            "{who} is locked into session {session}, but did not ask for its workshop.",
            who=who,
            session=session,
        ),
        message("Add the workshop to theirs, or delete the lock."),
    ),
    Explanation(
        ("session_language",),
        ("participants", "sessions"),
        ("session",),
        lambda who, session: message(
            "{who} is locked into session {session}, but speaks none of its languages.",
            who=who,
            session=session,
        ),
        message("Name an interpreter for the session, or delete the lock."),
    ),
    Explanation(
        ("one_session_per_workshop",),
        ("participants", "workshops"),
        ("session",),
        lambda who, workshop: message(
            "{who} is locked into two sessions of workshop {workshop}.", who=who, workshop=workshop
        ),
        message("Delete one of the two."),
    ),
    Explanation(
        ("sessions_per_participant",),
        ("participants",),
        ("session",),
        lambda who: message("{who} is locked into more sessions than permitted.", who=who),
        message("Delete a lock, or raise sessions_per_participant under [rules]."),
    ),
)


def explanation(rule: str, subjects: tuple[str, ...]) -> Explanation:
    """Return what a breach of `rule` about `subjects` means."""
    of_rule = [each for each in EXPLANATIONS if rule in each.rules]
    return next((each for each in of_rule if len(each.kinds) == len(subjects)), of_rule[0])
