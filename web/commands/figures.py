"""The certificate as a short table of figures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.certificate import Aim, Certificate, Level, Status
from matchmaker.event import Event
from matchmaker.messages import message
from web.commands.console import Console

if TYPE_CHECKING:
    from solver.result import Result

STATUS = {
    Status.OPTIMAL: message("optimal: proven that none is worth more"),
    Status.FEASIBLE: message("every rule is kept; a better one is not excluded"),
    Status.INFEASIBLE: message("not every minimum of meetings can be reached"),
}

LEVELS = {
    Aim.MINIMUMS: message("meetings lacking"),
    Aim.VALUE: message("value"),
    Aim.GAPS: message("gaps"),
    Aim.MOVES: message("table moves"),
}


def show(console: Console, certificate: Certificate) -> None:
    """Write the figures that an organiser asks for first, and who stays below their minimum."""
    console.table(_rows(console, certificate))
    for each in certificate.shortfalls:
        console.say("  ! {reason}", reason=console.sentence("domain", each.message))


def tell_who_sits_out(console: Console, event: Event, result: "Result") -> None:
    """Write how many have nothing in a slot at most, and how many seats as a third there are."""
    most = max(result.certificate.sits_out.values(), default=0)
    if event.rules.trios:
        console.say(
            "Sitting out in a slot: {most} at most; joining two others as a third: {guests}.",
            most=most,
            guests=len(result.timetable.guests),
        )
    else:
        console.say("Sitting out in a slot: {most} at most.", most=most)


def _rows(console: Console, certificate: Certificate) -> Iterator[tuple[str, str]]:
    text = console.text
    yield text("participants"), str(certificate.participants)
    yield text("meetings"), str(certificate.meetings)
    yield text("wishes met"), f"{certificate.wishes_met} / {certificate.wishes_total}"
    yield text("value"), console.number(certificate.value)
    yield text("bound"), console.number(certificate.bound)
    yield text("gap"), console.percent(certificate.gap, "0.00")
    yield text("greedy baseline"), console.number(certificate.baseline_value)
    yield text("laps baseline"), console.number(certificate.laps_value)
    yield text("cross-border share"), console.percent(certificate.cross_border_share)
    yield text("worst-off"), console.percent(certificate.least_share)
    yield text("idle slots"), str(certificate.idle_slots)
    for level in certificate.levels[2:]:
        yield text.say(LEVELS[level.aim]), _against(console, level)
    yield text("timetable"), text.say(STATUS[certificate.status])
    yield text("seconds"), console.number(certificate.seconds, "0.0")


def _against(console: Console, level: Level) -> str:
    """Return how far an aim is reached that is the better the smaller, beside its bound."""
    value, bound = console.number(level.value), console.number(level.bound)
    if level.is_optimal:
        return console.text("{value}: proven least", value=value)
    return console.text("{value}, proven at least {bound}", value=value, bound=bound)
