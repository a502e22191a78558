"""Ways to spoil what is locked. Each breaks the rule of its name."""

from matchmaker.timetable import Timetable
from tests.matchmaker.rules.mutation import Bench


def locked_meeting(bench: Bench) -> Timetable:
    lock = bench.any_of(bench.event.locked_meetings)
    two = {lock.participant_a, lock.participant_b}
    meeting = bench.any_of(each for each in bench.meetings if set(each.participants) == two)
    strangers = [each.id for each in bench.event.participants if each.id not in two]
    ways = [bench.without([meeting]), bench.changed(meeting, participant_a=bench.any_of(strangers))]
    if lock.slot:
        others = (each.id for each in bench.event.slots if each.id != lock.slot)
        ways.append(bench.changed(meeting, slot=bench.any_of(others)))
    if lock.table:
        others = (each.id for each in bench.event.tables if each.id != lock.table)
        ways.append(bench.changed(meeting, table=bench.any_of(others)))
    return bench.any_of(ways)


def locked_attendance(bench: Bench) -> Timetable:
    locks = [(each.participant, each.session) for each in bench.event.locked_attendances]
    count = bench.random.randrange(1, len(locks) + 1) if locks else 0
    first = bench.any_of(locks)
    return bench.unseated(first, *bench.random.sample(locks, count))


OPERATORS = (locked_meeting, locked_attendance)
