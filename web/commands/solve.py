"""`matchmaker solve`: from an event to a timetable with its certificate."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from matchmaker.certificate import Status
from matchmaker.event import Event
from web.commands import output_folder
from web.commands.console import ANSWER_IS_NO, BAD_INPUT, Console
from web.commands.events import event_at, expect_writable, output_at
from web.commands.figures import show, tell_who_sits_out
from web.commands.interruption import interruptible
from web.commands.options import AsJson, EventPath, Reproducible, Seed, Spoken, TimeLimit
from web.commands.progress import EngineProgress

if TYPE_CHECKING:
    from solver.result import Result


def solve(
    event: EventPath,
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write to.", metavar="OUT")],
    language: Spoken,
    time_limit: TimeLimit = 10.0,
    seed: Seed = 0,
    hint: Annotated[
        Path | None, typer.Option(help="Earlier output folder to stay close to.", metavar="OUT")
    ] = None,
    reproducible: Reproducible = False,
    as_json: AsJson = False,
) -> None:
    """Build the timetable of an event."""
    console = Console(language, as_json)
    content = event_at(console, event)
    before = _hint_at(console, hint, content) if hint else None
    expect_writable(console, out)
    result = run_engine(console, content, Effort(time_limit, seed, reproducible), before)
    copy_branding(event, out)
    write_results(console, out, content, result)
    if result.certificate.status == Status.INFEASIBLE:
        raise typer.Exit(ANSWER_IS_NO)


def _hint_at(console: Console, folder: Path, event: Event) -> output_folder.Output:
    """Return the earlier results; where none of their meetings is of this event, say so."""
    before = output_at(console, folder)
    people = event.participant_by_id.keys()
    if before.timetable.meetings and not any(m.pair <= people for m in before.timetable.meetings):
        console.stop(
            BAD_INPUT,
            "{folder} is of another event: none of its meetings is of two people of this one.",
            folder=folder,
        )
    return before


class Effort(NamedTuple):
    """How long the engine may work, from which seed, and whether a second run must be the same."""

    seconds: float
    seed: int = 0
    is_reproducible: bool = False


def run_engine(
    console: Console,
    event: Event,
    effort: Effort,
    before: output_folder.Output | None = None,
) -> "Result":
    """Let the engine work, with its progress shown; an interruption ends it with the best so far.

    A second interruption ends the program.
    """
    # OR-Tools takes a second to load: only those who solve wait for it.
    from solver.result import Limits  # noqa: PLC0415
    from solver.solve import solve as solve_event  # noqa: PLC0415

    hint = before.timetable if before else None
    with EngineProgress(console) as progress, interruptible() as is_cancelled:
        return solve_event(event, Limits(*effort), hint, progress.report, is_cancelled)


def copy_branding(event: Path, out: Path) -> None:
    """Put colours and logos beside the results, so that the folder is complete in itself."""
    from matchmaker.documents.branding_folder import branding_files  # noqa: PLC0415

    for name, content in branding_files(event) if event.is_dir() else ():
        output_folder.put(out, name, content)


def write_results(console: Console, out: Path, event: Event, result: "Result") -> None:
    """Write timetable, certificate and the lists for spreadsheets; show the figures."""
    from matchmaker.documents.spreadsheets import attendances_csv, meetings_csv  # noqa: PLC0415

    output_folder.write(out, event, result.timetable, result.certificate)
    output_folder.put(out, "meetings.csv", meetings_csv(event, result.timetable))
    output_folder.put(out, "attendances.csv", attendances_csv(event, result.timetable))
    console.answer(result.certificate.model_dump(mode="json"))
    show(console, result.certificate)
    tell_who_sits_out(console, event, result)
    console.say("Written to {folder}.", folder=out)
