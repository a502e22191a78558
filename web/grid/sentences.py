"""What the history of a draft says was done."""

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.moves.exchange import Exchange
from matchmaker.moves.move import Move
from matchmaker.moves.turnout import Turnout
from matchmaker.rules.violation import names

BEGUN = message("As the engine left it")
ALL_LOCKED = message("Everything locked as it stands")
ALL_UNLOCKED = message("All locks lifted")


def of_move(event: Event, move: Move, exchange: Exchange) -> Message:
    """Return what a move does; to where a meeting is already, it only locks it."""
    who = names(event, move.participants)
    if move.slot is not None and not exchange.into:
        return of_lock(event, move.participants, is_locked=True)
    if not exchange.into:
        return message("{names} no longer meet", names=who)
    after = exchange.into[0]
    where = {"time": event.start(after.slot), "table": after.table}
    if not exchange.out:
        return message("{names} meet at {time}, table {table}", names=who, **where)
    if exchange.displaced:
        others = names(event, exchange.displaced[0].participants)
        return message(
            "{names} changed places with {others}: now at {time}, table {table}",
            names=who,
            others=others,
            **where,
        )
    return message("{names} moved to {time}, table {table}", names=who, **where)


def of_lock(event: Event, two: tuple[str, str], is_locked: bool) -> Message:
    """Return that the meeting of the two is locked, or no longer so."""
    who = names(event, two)
    return (
        message("{names}: locked", names=who)
        if is_locked
        else message("{names}: no longer locked", names=who)
    )


def of_turnout(turnout: Turnout) -> Message:
    """Return that the programme does without some, or with others who are new."""
    away = ", ".join(each.name for each in turnout.absent)
    new = ", ".join(each.name for each in turnout.arrived)
    if not new:
        return message("Without {name}", name=away)
    if not away:
        return message("With {names}", names=new)
    return message("Without {away}, with {new}", away=away, new=new)
