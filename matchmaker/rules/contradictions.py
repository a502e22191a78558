"""Events that no timetable can satisfy, whoever else meets whom."""

from matchmaker.event import Event
from matchmaker.rules.checker import RULES
from matchmaker.rules.locked_timetable import OPEN, locked_timetable
from matchmaker.rules.room_for_locks import without_room
from matchmaker.rules.violation import Violation
from matchmaker.timetable import Timetable

KEPT_BY_MORE = {
    "known",
    "wished",
    "meet_once",
    "min_meetings",
    "session_minimum",
    "cross_border_quota",
    "locked_meeting",
    "locked_attendance",
    "trios_permitted",
    "guest_at_meeting",
    "one_guest_per_meeting",
    "guest_language",
    "guest_wished",
}
"""The rules that hold of all locks, or that more meetings and sittings can still satisfy."""
LOOKING_AT_SLOTS = {
    "available",
    "one_engagement_per_slot",
    "one_meeting_per_table",
    "interpreter_available",
    "one_service_per_interpreter",
}
LOOKING_AT_TABLES = {
    "one_meeting_per_table",
    "fixed_table",
    "reserved_table",
    "stays_at_one_table",
}


def contradictions(event: Event) -> list[Violation]:
    """Return every rule that the sessions and locks of `event` break by themselves."""
    locks = locked_timetable(event)
    broken = [
        breach
        for name, rule in RULES.items()
        if name not in KEPT_BY_MORE
        for breach in rule(event, _settled_for(name, locks))
    ]
    return [*broken, *without_room(event, locks)]


def _settled_for(rule: str, locks: Timetable) -> Timetable:
    """Return the locks of which all is settled that `rule` looks at."""
    meetings = tuple(
        each
        for each in locks.meetings
        if (each.slot != OPEN or rule not in LOOKING_AT_SLOTS)
        and (each.table != OPEN or rule not in LOOKING_AT_TABLES)
    )
    return locks.model_copy(update={"meetings": meetings})
