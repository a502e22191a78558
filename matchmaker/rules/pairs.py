"""Who may meet whom, and what holds of a guest at their meeting, too."""

from collections.abc import Iterator

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.rules.violation import Violation, breaking, names, repeated, together
from matchmaker.suggestions import may_be_suggested
from matchmaker.timetable import Meeting, Timetable
from matchmaker.values import share_a_language


def meet_once(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """No two participants meet twice."""
    for pair in repeated(each.pair for each in timetable.meetings):
        text = message("{names} meet more than once", names=names(event, sorted(pair)))
        yield Violation("meet_once", tuple(sorted(pair)), text)


def wished(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Of any two who meet, at least one wished it, unless they are locked or may be suggested."""
    met = {each.participants for each in timetable.meetings}
    granted = ((w.wisher, w.wished) for w in event.wishes if not w.is_veto)
    wishes = {each for each in granted if each in met or each[::-1] in met}
    wishes |= {each.participants for each in event.locked_meetings}

    def unwished(meeting: Meeting) -> bool:
        if not wishes.isdisjoint((meeting.participants, meeting.participants[::-1])):
            return False
        one, other = (event.participant_by_id[each] for each in meeting.participants)
        return not may_be_suggested(one, other)

    template = "{names} meet although neither wished it"
    yield from breaking("wished", event, timetable.meetings, template, unwished)


def veto(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Nobody meets a person when one of the two asked never to."""
    vetoed = {frozenset((w.wisher, w.wished)) for w in event.wishes if w.is_veto}
    template = "{names} meet although one of them asked never to"
    if vetoed:
        yield from breaking(
            "veto", event, together(timetable), template, lambda m: m.pair in vetoed
        )


def opposite_sides(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Two who both have a side are of opposite sides."""

    def same_side(meeting: Meeting) -> bool:
        one, other = (event.participant_by_id[each].side for each in meeting.participants)
        return one is not None and one == other

    template = "{names} meet although they are on the same side"
    if all(each.side is None for each in event.participants):
        return
    yield from breaking("opposite_sides", event, together(timetable), template, same_side)


def same_organisation(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Colleagues do not meet, unless the event's rules permit it."""

    def colleagues(meeting: Meeting) -> bool:
        one, other = (event.participant_by_id[each].organisation for each in meeting.participants)
        return one == other and not event.rules.same_organisation

    template = "{names} meet although they are of the same organisation"
    yield from breaking("same_organisation", event, together(timetable), template, colleagues)


def already_met(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Two who met at an earlier event do not meet again, unless the event's rules permit it."""
    earlier = set() if event.rules.already_met else {each.key for each in event.already_met}
    template = "{names} meet although they met at an earlier event"
    if earlier:
        yield from breaking(
            "already_met", event, together(timetable), template, lambda m: m.pair in earlier
        )


def common_language(event: Event, timetable: Timetable) -> Iterator[Violation]:
    """Two who meet share a language or have an interpreter who joins theirs."""

    def speechless(meeting: Meeting) -> bool:
        one, other = (event.participant_by_id[each].languages for each in meeting.participants)
        if event.rules.without_common_language or share_a_language(one, other):
            return False
        if meeting.interpreter is None:
            return True
        return not event.interpreter_by_id[meeting.interpreter].joins(one, other)

    template = "{names} have no common language and no interpreter for theirs"
    yield from breaking("common_language", event, timetable.meetings, template, speechless)
