"""Checking a timetable, made here or elsewhere, against every rule."""

from matchmaker.rules.checker import violations
from matchmaker.rules.violation import Violation
from matchmaker.score import score
from matchmaker.timetable import Timetable
from web.api.operations import operation
from web.api.values import Breach, CheckReport
from web.current import current_or_404
from web.languages import say
from web.rights import Right
from web.services import services

FIGURES = ("value", "wishes_met", "wishes_total", "idle_slots")


@operation(
    "POST",
    "/events/<event>/check",
    Right.SEE,
    CheckReport,
    takes=Timetable,
    faults=(404, 413, 415, 422),
)
def check_timetable(body: Timetable) -> CheckReport:
    """Tell whether a timetable keeps every rule of the event as it stands."""
    with services().database.reading() as connection:
        event = current_or_404(connection).merged.event
    broken = violations(event, body)
    is_known = all(each.rule != "known" for each in broken)
    figures = score(event, body) if is_known else None
    return CheckReport(
        keeps_every_rule=not broken,
        breaches=tuple(map(_breach, broken)),
        **{name: getattr(figures, name, None) for name in FIGURES},
    )


def _breach(found: Violation) -> Breach:
    return Breach(rule=found.rule, subjects=found.subjects, what=say(found.message, "domain"))
