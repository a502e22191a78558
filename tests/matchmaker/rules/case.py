"""What a rule is tested with: one event, one timetable that keeps the rule, one that breaks it."""

from collections.abc import Iterable
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.timetable import Attendance, Meeting, Timetable


@dataclass(frozen=True)
class Case:
    """`subjects` are the ids that the violation is about."""

    event: Event
    kept: Timetable
    broken: Timetable
    subjects: tuple[str, ...]


def meetings(*several: Meeting) -> Timetable:
    return Timetable(meetings=several)


def attendances(several: Iterable[Attendance]) -> Timetable:
    return Timetable(attendances=tuple(several))
