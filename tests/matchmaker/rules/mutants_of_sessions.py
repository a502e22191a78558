"""Ways to spoil sittings, interpreting and names. Each breaks the rule of its name."""

from collections.abc import Iterator

from matchmaker.people import Interpreter, Participant
from matchmaker.programme import Session
from matchmaker.timetable import Timetable
from tests.matchmaker.rules.mutation import Bench, NoMutantError


def known(bench: Bench) -> Timetable:
    if bench.random.random() < 0.3:
        who, session = bench.any_of(bench.event.participants), bench.any_of(bench.event.sessions)
        return bench.seated(bench.any_of([("nobody", session.id), (who.id, "nothing")]))
    field = bench.any_of(["participant_a", "participant_b", "slot", "table", "interpreter"])
    return bench.changed(bench.any_of(bench.meetings), **{field: "nowhere"})


def interpreter_available(bench: Bench) -> Timetable:
    interpreter, slot = bench.any_of(
        (each, slot) for each in bench.event.interpreters for slot in each.unavailable
    )
    return bench.changed(bench.any_of(bench.meetings), slot=slot, interpreter=interpreter.id)


def one_service_per_interpreter(bench: Bench) -> Timetable:
    interpreter, slot = bench.any_of(_services(bench))
    idle = (each for each in bench.meetings if each.interpreter != interpreter)
    return bench.changed(bench.any_of(idle), slot=slot, interpreter=interpreter)


def _services(bench: Bench) -> Iterator[tuple[str, str]]:
    for meeting in bench.meetings:
        if meeting.interpreter:
            yield meeting.interpreter, meeting.slot
    for session in bench.event.sessions:
        yield from ((each, slot) for each in session.interpreters for slot in session.slots)


def session_capacity(bench: Bench) -> Timetable:
    session = bench.any_of(bench.event.sessions)
    outside = [p.id for p in bench.event.participants if session.id not in bench.sessions_of(p.id)]
    inside = len(bench.event.participants) - len(outside)
    more = session.capacity + 1 - inside
    if more > len(outside):
        raise NoMutantError
    return bench.seated(*((each, session.id) for each in bench.random.sample(outside, more)))


def session_minimum(bench: Bench) -> Timetable:
    session = bench.any_of(each for each in bench.event.sessions if each.minimum > 1)
    attendees = bench.attendees_of(session.id)
    left = bench.random.randrange(1, session.minimum)
    if len(attendees) < left:
        raise NoMutantError
    gone = bench.random.sample(attendees, len(attendees) - left)
    return bench.unseated(*((each, session.id) for each in gone))


def session_wanted(bench: Bench) -> Timetable:
    who, session = bench.any_of(c for c in _pairs(bench) if c[1].workshop not in c[0].workshops)
    return bench.seated((who.id, session.id))


def session_language(bench: Bench) -> Timetable:
    who, session = bench.any_of(c for c in _pairs(bench) if _is_lost(bench, *c))
    return bench.seated((who.id, session.id))


def _pairs(bench: Bench) -> list[tuple[Participant, Session]]:
    return [(who, session) for who in bench.event.participants for session in bench.event.sessions]


def _is_lost(bench: Bench, who: Participant, session: Session) -> bool:
    """Tell whether `who` hears no language of theirs, not even through an interpreter."""
    helpers = [bench.event.interpreter_by_id[each] for each in session.interpreters]
    translated = [set(each.languages) for each in helpers if _hears(each, session)]
    heard = set(session.languages).union(*translated)
    return bool(session.languages and who.languages) and not heard & set(who.languages)


def _hears(interpreter: Interpreter, session: Session) -> bool:
    return bool(set(interpreter.languages) & set(session.languages))


def one_session_per_workshop(bench: Bench) -> Timetable:
    who = bench.any_of(bench.event.participants)
    one, other = bench.any_of(bench.event.sessions), bench.any_of(bench.event.sessions)
    if one.workshop != other.workshop:
        raise NoMutantError
    return bench.seated((who.id, one.id), (who.id, other.id))


def sessions_per_participant(bench: Bench) -> Timetable:
    who = bench.any_of(bench.event.participants)
    limit = bench.event.rules.sessions_per_participant
    more = limit + 1 - len(bench.sessions_of(who.id))
    sessions = [bench.any_of(bench.event.sessions) for _ in range(more)]
    return bench.seated(*((who.id, session.id) for session in sessions))


OPERATORS = (
    known,
    interpreter_available,
    one_service_per_interpreter,
    session_capacity,
    session_minimum,
    session_wanted,
    session_language,
    one_session_per_workshop,
    sessions_per_participant,
)
