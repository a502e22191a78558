"""`matchmaker why`: the reason of every unmet wish of a participant."""

from typing import Annotated, Any

import typer

from matchmaker.event import Event
from matchmaker.people import Participant
from matchmaker.reasons.explain import BEYOND_REPAIR, explain
from matchmaker.reasons.reason import Reason
from web.commands.console import BAD_INPUT, Console
from web.commands.events import output_at
from web.commands.interruption import interruptible
from web.commands.options import AsJson, OutPath, Spoken
from web.commands.output_folder import Output
from web.commands.progress import counted


def why(
    out: OutPath,
    participant: Annotated[str, typer.Argument(help="Id, e-mail or name.")],
    language: Spoken,
    time_limit: Annotated[
        float,
        typer.Option(
            "--time-limit", min=0, help="Seconds to look for fixes by solving anew; 0 for none."
        ),
    ] = 10.0,
    as_json: AsJson = False,
) -> None:
    """Say why wishes of a participant are unmet, and the cheapest fix of each."""
    console = Console(language, as_json)
    output = output_at(console, out)
    who = _find(console, output.event, participant)
    reasons = explain(output.event, output.timetable, who.id)
    found = _with_fixes(console, output, reasons, time_limit) if time_limit else reasons
    console.answer({"participant": who.id, "reasons": [_plain(console, each) for each in found]})
    if not found:
        console.say("Every wish of {name} is met.", name=who.name)
    for each in found:
        _show(console, output.event, each)


def _with_fixes(
    console: Console, output: Output, reasons: list[Reason], seconds: float
) -> list[Reason]:
    """Return the reasons with the fixes that solving anew finds; Ctrl-C ends the search."""
    if all(each.fix or each.obstacle in BEYOND_REPAIR for each in reasons):
        return reasons
    from solver.fixes import sought  # noqa: PLC0415 - loads OR-Tools

    with interruptible() as is_cancelled:
        found = sought(output.event, output.timetable, reasons, seconds, is_cancelled)
        return list(counted(console, found, console.text("fixes"), len(reasons)))


def _find(console: Console, event: Event, wanted: str) -> Participant:
    key = wanted.casefold()
    for who in event.participants:
        if key in (who.id.casefold(), (who.email or "").casefold(), who.name.casefold()):
            return who
    return console.stop(BAD_INPUT, "There is no participant {wanted}.", wanted=wanted)


def _show(console: Console, event: Event, reason: Reason) -> None:
    wished = event.participant_by_id[reason.wish.wished]
    name, organisation = wished.name, event.organisation_of(wished).name
    console.say(
        "{rank}. {name} ({organisation})",
        rank=reason.wish.rank,
        name=name,
        organisation=organisation,
    )
    console.say("   {reason}", reason=console.sentence("domain", reason.message))
    for step in reason.fix.steps if reason.fix else ():
        console.say("   → {step}", step=console.sentence("domain", step))
    if reason.fix and reason.fix.moved:
        console.say("     Other meetings that change: {count}.", count=reason.fix.moved)


def _plain(console: Console, reason: Reason) -> dict[str, Any]:
    return {
        "wished": reason.wish.wished,
        "rank": reason.wish.rank,
        "obstacle": reason.obstacle,
        "reason": console.sentence("domain", reason.message),
        "displaced": [each.model_dump(exclude_none=True) for each in reason.displaced],
        "loss": reason.loss,
        "fix": [console.sentence("domain", each) for each in reason.fix.steps]
        if reason.fix
        else None,
        "moved": reason.fix.moved if reason.fix else None,
    }
