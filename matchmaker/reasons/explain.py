"""From a timetable to the reasons of its unmet wishes."""

from collections.abc import Collection
from dataclasses import replace

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.people import Wish
from matchmaker.reasons.case import Case
from matchmaker.reasons.displacement import Displacement, Hindrance, trade
from matchmaker.reasons.fixes import cheapest_fix
from matchmaker.reasons.obstacles import obstacles
from matchmaker.reasons.occupancy import Occupancy
from matchmaker.reasons.reason import Obstacle, Reason
from matchmaker.timetable import Meeting, Timetable

BEYOND_REPAIR = {
    Obstacle.VETO,
    Obstacle.SAME_SIDE,
    Obstacle.SAME_ORGANISATION,
    Obstacle.ALREADY_MET,
    Obstacle.TWO_TABLES,
}
"""What no change of slots, tables or interpreters mends."""


def unmet_wishes(event: Event, timetable: Timetable) -> list[Wish]:
    """Return the wishes, vetoes apart, whose two do not meet; in the order of the event."""
    met = {each.pair for each in timetable.meetings}
    wanted = (each for each in event.wishes if not each.is_veto)
    return [each for each in wanted if frozenset((each.wisher, each.wished)) not in met]


def explain(event: Event, timetable: Timetable, participant: str) -> list[Reason]:
    """Return a Reason for each unmet wish of `participant` (an id), the most wanted first."""
    occupancy = Occupancy(event, timetable)
    wishes = [each for each in unmet_wishes(event, timetable) if each.wisher == participant]
    return [reason(occupancy, each) for each in sorted(wishes, key=lambda each: int(each.rank))]


def diagnosis(occupancy: Occupancy, wish: Wish) -> Reason:
    """Return why `wish`, which is unmet, is so, without looking for a fix, which takes longer."""
    case = Case(occupancy, wish)
    found = next(obstacles(case), None)
    return Reason(wish, *found) if found else _trade_off(case)


def reason(occupancy: Occupancy, wish: Wish) -> Reason:
    """Return why `wish`, which is unmet, is so, with the cheapest fix where there is one."""
    why = diagnosis(occupancy, wish)
    if why.obstacle in BEYOND_REPAIR or why.obstacle is Obstacle.OVERLOOKED:
        return why
    return replace(why, fix=cheapest_fix(Case(occupancy, wish)))


def _trade_off(case: Case) -> Reason:
    found = trade(case)
    if found.cheapest is None:
        return Reason(case.wish, *_hindrance(case, found.hindrances))
    if not found.cheapest.meetings or found.cheapest.loss < 0:
        return _overlooked(case, found.cheapest)
    return _displacing(case, found.cheapest)


def _hindrance(case: Case, hindrances: Collection[Hindrance]) -> tuple[Obstacle, Message]:
    """Return why nothing can give way in any slot."""
    if Hindrance.QUOTA in hindrances:
        return Obstacle.CROSS_BORDER_QUOTA, message(
            "Wherever it would fit, too few meetings would be across the border: less than the "
            "share of {share} that the event asks for.",
            share=case.event.rules.cross_border_share,
        )
    if {Hindrance.MEETINGS, Hindrance.ROOM} <= set(hindrances):
        return Obstacle.CANNOT_GIVE_WAY, message(
            "In some slots in which both are there no table or interpreter can be freed; in the "
            "others stand meetings that are locked, or that somebody needs for their minimum."
        )
    if Hindrance.MEETINGS in hindrances:
        return Obstacle.CANNOT_GIVE_WAY, message(
            "What stands in its way whenever both are there cannot give way: meetings that are "
            "locked, or that somebody needs for their minimum."
        )
    return Obstacle.NO_TABLE_FREE, message(
        "No table or interpreter can be freed when both are there."
    )


def _displacing(case: Case, option: Displacement) -> Reason:
    if option.loss:
        text = _losing(case, option)
    else:
        text = message(
            "It is worth equally much as what it would displace. In the {time} slot it would take "
            "the place of {meetings}.",
            time=case.time(option.slot),
            meetings=", ".join(_told(case, each) for each in option.meetings),
        )
    return Reason(case.wish, Obstacle.DISPLACES, text, option.meetings, option.loss)


def _losing(case: Case, option: Displacement) -> Message:
    return message(
        "It is worth no more than what it would displace. In the {time} slot, where it costs "
        "least, it would take the place of {meetings}: {loss} of wish weight would be lost.",
        time=case.time(option.slot),
        meetings=", ".join(_told(case, each) for each in option.meetings),
        loss=option.loss,
    )


def _overlooked(case: Case, option: Displacement) -> Reason:
    objective = case.event.objective
    values = {"name": case.other.name, "time": case.time(option.slot)}
    text = message(
        "A meeting with {name} in the {time} slot would be worth more than what it displaces; "
        "a longer run of the engine may find it.",
        **values,
    )
    if objective.floor or objective.value_tolerance:
        text = message(
            "A meeting with {name} in the {time} slot would be worth more than what it displaces; "
            "the engine gave it up for fairness or shorter days, or a longer run may find it.",
            **values,
        )
    return Reason(case.wish, Obstacle.OVERLOOKED, text, option.meetings, option.loss)


def _told(case: Case, meeting: Meeting) -> str:
    people = case.event.participant_by_id
    return "–".join(people[each].name for each in meeting.participants)
