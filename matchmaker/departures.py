"""An event without somebody who has left, wherever it names them."""

from collections.abc import Iterable

from matchmaker.event import Event
from matchmaker.people import Participant, Wish
from matchmaker.programme import Session
from matchmaker.variations import changed


def wishing_for(event: Event, participant_id: str) -> list[Wish]:
    """Return the wishes of others to meet them, which fall away with them."""
    return [each for each in event.wishes if each.wished == participant_id and not each.is_veto]


def named(event: Event, who: Participant) -> list[str]:
    """Return the ids of those of `event` who are `who`, by id or by address."""
    email = (who.email or "").casefold()
    return [
        each.id
        for each in event.participants
        if each.id == who.id or (each.email and each.email.casefold() == email)
    ]


def without(event: Event, gone: Iterable[str], needed: Iterable[str] = ()) -> Event:
    """Return `event` without the participants `gone`, and without what is about them.

    Their organisation goes when nobody else is of it, unless its id is `needed` all the same.
    """
    left = frozenset(gone)
    stay = tuple(each for each in event.participants if each.id not in left)
    return changed(
        event,
        participants=stay,
        organisations=_organisations(event, {*needed, *(each.organisation for each in stay)}),
        sessions=tuple(_session(each, left) for each in event.sessions),
        wishes=tuple(w for w in event.wishes if not left & {w.wisher, w.wished}),
        already_met=tuple(each for each in event.already_met if not each.key & left),
        locked_meetings=tuple(e for e in event.locked_meetings if not e.pair & left),
        locked_attendances=tuple(
            each for each in event.locked_attendances if each.participant not in left
        ),
    )


def _organisations(event: Event, staying: set[str]) -> tuple[object, ...]:
    """Return the organisations but for those whose only people left and that are not `staying`."""
    before = {each.organisation for each in event.participants}
    return tuple(
        each for each in event.organisations if each.id in staying or each.id not in before
    )


def _session(session: Session, left: frozenset[str]) -> Session:
    leading = tuple(each for each in session.facilitators if each not in left)
    return session.model_copy(update={"facilitators": leading})
