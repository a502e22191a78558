"""A plan with what became known of people since its event was taken: who is new, who is away."""

from collections.abc import Collection, Iterator

from matchmaker.event import Event
from matchmaker.moves.plan import Plan
from matchmaker.people import Organisation, Participant, Wish
from matchmaker.rules.violation import engagements
from matchmaker.variations import changed


def newcomers(event: Event, present: Event) -> tuple[Participant, ...]:
    """Return those of `present` who are not of `event`, and are there at some time."""
    return tuple(
        each
        for each in present.participants
        if each.id not in event.participant_by_id
        and not each.unavailable.issuperset(event.slot_by_id)
    )


def as_present(plan: Plan, present: Event, new: Collection[str]) -> Plan:
    """Return `plan` of its event with the people `new` of `present`, who have nothing planned yet.

    They come with their organisations, and with wishes for and by them. Nobody is there any more
    when they say that they are away, but for what is planned for them then. All else that differs
    in `present` is left out: tables of one's own, too.
    """
    event = plan.event
    joining = [each for each in newcomers(event, present) if each.id in new]
    known = {*event.participant_by_id, *(each.id for each in joining)}
    busy = set(engagements(event, plan.timetable))
    after = changed(
        event,
        organisations=(*event.organisations, *_organisations(event, present, joining)),
        participants=(
            *(_as_away(each, event, present, busy) for each in event.participants),
            *(_joining(each, event) for each in joining),
        ),
        wishes=(*event.wishes, *_wishes(present, {each.id for each in joining}, known)),
        already_met=(
            *event.already_met,
            *(e for e in present.already_met if e.key <= known and not e.key.isdisjoint(new)),
        ),
    )
    return Plan(after, plan.timetable)


def _organisations(
    event: Event, present: Event, joining: Collection[Participant]
) -> Iterator[Organisation]:
    """Yield the organisations of new people that are new, too."""
    wanted = {each.organisation for each in joining}
    known = {each.id for each in event.organisations}
    yield from (e for e in present.organisations if e.id in wanted and e.id not in known)


def _as_away(
    who: Participant, event: Event, present: Event, busy: Collection[tuple[str, str]]
) -> Participant:
    """Return them away where they say so by now and nothing is planned for them."""
    now = present.participant_by_id.get(who.id)
    said = event.slot_by_id.keys() & (now.unavailable if now else event.slot_by_id.keys())
    away = {slot for slot in said if (who.id, slot) not in busy}
    if away <= who.unavailable:
        return who
    return who.model_copy(update={"unavailable": who.unavailable | away})


def _joining(who: Participant, event: Event) -> Participant:
    """Return them with those slots and workshops alone that the event has."""
    workshops = tuple(each for each in who.workshops if each in event.workshop_by_id)
    slots = who.unavailable & event.slot_by_id.keys()
    return changed(who, unavailable=slots, workshops=workshops, table=None, stays=False)


def _wishes(present: Event, new: Collection[str], known: Collection[str]) -> Iterator[Wish]:
    """Yield the wishes and vetoes of new people and about them."""
    for each in present.wishes:
        two = {each.wisher, each.wished}
        if two <= set(known) and not two.isdisjoint(new):
            yield each
