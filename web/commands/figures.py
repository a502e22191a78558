"""The certificate as a short table of figures."""

from collections.abc import Iterator

from matchmaker.certificate import Certificate, Status
from matchmaker.messages import message
from web.commands.console import Console

STATUS = {
    Status.OPTIMAL: message("optimal: proven that none is worth more"),
    Status.FEASIBLE: message("every rule is kept; a better one is not excluded"),
    Status.INFEASIBLE: message("not every minimum of meetings can be reached"),
}


def show(console: Console, certificate: Certificate) -> None:
    """Write the figures that an organiser asks for first, and who stays below their minimum."""
    console.table(_rows(console, certificate))
    for each in certificate.shortfalls:
        console.say("  ! {reason}", reason=console.sentence("domain", each.message))


def _rows(console: Console, certificate: Certificate) -> Iterator[tuple[str, str]]:
    text = console.text
    yield text("participants"), str(certificate.participants)
    yield text("meetings"), str(certificate.meetings)
    yield text("wishes met"), f"{certificate.wishes_met} / {certificate.wishes_total}"
    yield text("value"), f"{certificate.value:g}"
    yield text("bound"), f"{certificate.bound:g}"
    yield text("gap"), f"{certificate.gap:.2%}"
    yield text("greedy baseline"), f"{certificate.baseline_value:g}"
    yield text("laps baseline"), f"{certificate.laps_value:g}"
    yield text("cross-border share"), f"{certificate.cross_border_share:.0%}"
    yield text("idle slots"), str(certificate.idle_slots)
    yield text("table moves"), str(certificate.table_moves)
    yield text("timetable"), text.say(STATUS[certificate.status])
    yield text("seconds"), f"{certificate.seconds:.1f}"
