"""Ways to spoil meetings: whom, when, where, how often. Each breaks the rule of its name."""

from matchmaker.people import Participant
from matchmaker.timetable import Meeting, Timetable
from tests.matchmaker.rules.mutation import Bench, NoMutantError


def available(bench: Bench) -> Timetable:
    people = bench.event.participant_by_id
    meeting, slot = bench.any_of(
        (meeting, slot)
        for meeting in bench.meetings
        for each in meeting.participants
        for slot in people[each].unavailable
    )
    return bench.changed(meeting, slot=slot)


def one_engagement_per_slot(bench: Bench) -> Timetable:
    who = bench.any_of(each for each in bench.event.participants if _slots_taken(bench, each))
    meeting = bench.any_of(bench.meetings_of(who.id))
    elsewhere = (slot for slot in _slots_taken(bench, who) if slot != meeting.slot)
    return bench.changed(meeting, slot=bench.any_of(elsewhere))


def _slots_taken(bench: Bench, who: Participant) -> list[str]:
    sittings = bench.sessions_of(who.id)
    in_sessions = [
        slot
        for session in bench.event.sessions
        if session.id in sittings or who.id in session.facilitators
        for slot in session.slots
    ]
    return [*in_sessions, *(each.slot for each in bench.meetings_of(who.id))]


def one_meeting_per_table(bench: Bench) -> Timetable:
    one, other = bench.any_two(bench.meetings)
    return bench.changed(one, slot=other.slot, table=other.table)


def fixed_table(bench: Bench) -> Timetable:
    meeting, own = bench.any_of(
        (meeting, who.table)
        for who in bench.event.participants
        if who.table is not None
        for meeting in bench.meetings_of(who.id)
    )
    elsewhere = bench.any_of(each.id for each in bench.event.tables if each.id != own)
    return bench.changed(meeting, table=elsewhere)


def reserved_table(bench: Bench) -> Timetable:
    table, hosts = bench.any_of(_hosts(bench).items())
    strangers = (each for each in bench.meetings if not hosts & set(each.participants))
    return bench.changed(bench.any_of(strangers), table=table)


def _hosts(bench: Bench) -> dict[str, set[str]]:
    hosts: dict[str, set[str]] = {}
    for who in bench.event.participants:
        if who.table is not None:
            hosts.setdefault(who.table, set()).add(who.id)
    return hosts


def stays_at_one_table(bench: Bench) -> Timetable:
    meeting = bench.any_of(
        meeting
        for who in bench.event.participants
        if who.stays and len(bench.meetings_of(who.id)) > 1
        for meeting in bench.meetings_of(who.id)
    )
    elsewhere = (each.id for each in bench.event.tables if each.id != meeting.table)
    return bench.changed(meeting, table=bench.any_of(elsewhere))


def meet_once(bench: Bench) -> Timetable:
    again = bench.any_of(bench.meetings)
    people = bench.event.participant_by_id
    one, other = (people[each] for each in bench.random.sample(again.participants, 2))
    return bench.met((one, other))


def wished(bench: Bench) -> Timetable:
    wishes = (each for each in bench.event.wishes if each.rank != "never")
    welcome = [{each.wisher, each.wished} for each in wishes]
    welcome += [{each.participant_a, each.participant_b} for each in bench.event.locked_meetings]
    strangers = (c for c in bench.couples() if {c[0].id, c[1].id} not in welcome)
    return bench.met(bench.any_of(c for c in strangers if not _trade(*c)))


def _trade(one: Participant, other: Participant) -> bool:
    """Tell whether both take suggestions and one seeks something that the other offers."""
    offered = {*map(str.lower, one.offers)}, {*map(str.lower, other.offers)}
    sought = {*map(str.lower, one.seeks)}, {*map(str.lower, other.seeks)}
    trade = offered[0] & sought[1] or offered[1] & sought[0]
    return one.suggestions and other.suggestions and bool(trade)


def veto(bench: Bench) -> Timetable:
    wish = bench.any_of(each for each in bench.event.wishes if each.rank == "never")
    people = bench.event.participant_by_id
    return bench.met((people[wish.wisher], people[wish.wished]))


def opposite_sides(bench: Bench) -> Timetable:
    return bench.met(bench.any_of(c for c in bench.couples() if _same_side(*c)))


def _same_side(one: Participant, other: Participant) -> bool:
    return {one.side, other.side} in ({"buyer"}, {"seller"})


def same_organisation(bench: Bench) -> Timetable:
    couples = bench.couples()
    return bench.met(bench.any_of(c for c in couples if c[0].organisation == c[1].organisation))


def already_met(bench: Bench) -> Timetable:
    pair = bench.any_of(bench.event.already_met)
    people = bench.event.participant_by_id
    return bench.met((people[pair.participant_b], people[pair.participant_a]))


def min_meetings(bench: Bench) -> Timetable:
    who = bench.any_of(each for each in bench.event.participants if each.min_meetings)
    meetings = bench.meetings_of(who.id)
    kept = bench.random.sample(meetings, bench.random.randrange(who.min_meetings))
    return bench.without(each for each in meetings if each not in kept)


def max_meetings(bench: Bench) -> Timetable:
    who = bench.any_of(p for p in bench.event.participants if p.max_meetings is not None)
    others = [each for each in bench.event.participants if each.id != who.id]
    more = (who.max_meetings or 0) + 1 - len(bench.meetings_of(who.id))
    if more > len(others):
        raise NoMutantError
    return bench.met(*((who, other) for other in bench.random.sample(others, more)))


def cross_border_quota(bench: Bench) -> Timetable:
    people = bench.event.participant_by_id
    regions = {each: [people[p].region for p in each.participants] for each in bench.meetings}
    abroad = [each for each, (one, other) in regions.items() if one and other and one != other]
    at_home = len(bench.meetings) - len(abroad)
    share = bench.event.rules.cross_border_share
    if not share or not at_home:
        raise NoMutantError
    # With `left` meetings abroad beside those at home, the share is left / (left + at_home).
    left = bench.any_of(n for n in range(len(abroad)) if n < share * (n + at_home) - 1e-6)
    return bench.without(bench.random.sample(abroad, len(abroad) - left))


def common_language(bench: Bench) -> Timetable:
    interpreted = [each for each in bench.meetings if each.interpreter and _is_mute(bench, each)]
    if bench.random.random() < 0.5:
        return bench.met(bench.any_of(c for c in bench.couples() if _are_mute(*c)))
    return bench.changed(bench.any_of(interpreted), interpreter=None)


def _is_mute(bench: Bench, meeting: Meeting) -> bool:
    people = bench.event.participant_by_id
    return _are_mute(*(people[each] for each in meeting.participants))


def _are_mute(one: Participant, other: Participant) -> bool:
    spoken = set(one.languages), set(other.languages)
    return all(spoken) and not spoken[0] & spoken[1]


OPERATORS = (
    available,
    one_engagement_per_slot,
    one_meeting_per_table,
    fixed_table,
    reserved_table,
    stays_at_one_table,
    meet_once,
    wished,
    veto,
    opposite_sides,
    same_organisation,
    already_met,
    min_meetings,
    max_meetings,
    cross_border_quota,
    common_language,
)
