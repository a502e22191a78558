"""Getting an event from where the organiser keeps it."""

from pathlib import Path

import typer

from matchmaker.errors import InputError, Severity
from matchmaker.event import Event
from matchmaker.registrations.reader import Registrations, read_event
from web.commands import output_folder
from web.commands.console import BAD_INPUT, Console
from web.commands.output_folder import Output

PACKAGE = Path(__file__).resolve().parents[1]


def event_at(console: Console, path: Path) -> Event:
    """Return the event at `path`; with errors, show the doctor's report and leave."""
    return accept(console, read_event(path), show_warnings=False)


def output_at(console: Console, folder: Path, *, may_misfit: bool = False) -> Output:
    """Return what the output folder holds; where it is none or damaged, say so and leave.

    The same where its timetable names what its event does not know, unless it `may_misfit`.
    """
    try:
        output = output_folder.read(folder)
        if not may_misfit:
            output_folder.expect_fit(output)
        return output
    except InputError as error:
        console.problems(error.problems)
        raise typer.Exit(BAD_INPUT) from error


def expect_writable(console: Console, folder: Path) -> None:
    """Make `folder` where it is missing; where nothing can be written into it, say so and leave."""
    try:
        output_folder.prepare(folder)
    except OSError as error:
        console.stop(
            BAD_INPUT,
            "Nothing can be written into {folder}: {detail}.",
            folder=folder,
            detail=error.strerror,
        )


def accept(console: Console, registrations: Registrations, *, show_warnings: bool) -> Event:
    """Return the event of `registrations`; with errors, show the doctor's report and leave."""
    errors = [each for each in registrations.problems if each.severity == Severity.ERROR]
    if registrations.event is None:
        console.problems(registrations.problems)
        console.stop(BAD_INPUT, "Errors to mend: {count}, see above.", count=len(errors))
    if show_warnings:
        console.problems(registrations.problems)
    elif registrations.problems and not console.as_json:
        count = len(registrations.problems)
        console.say("Warnings: {count}; “matchmaker check” shows them.", count=count)
    return registrations.event


def sample_event_folder() -> Path:
    """Return the folder of the sample event, of this package or of the source checkout."""
    packaged = PACKAGE / "sample_event"
    return packaged if packaged.is_dir() else PACKAGE.parent / "fixtures" / "eurometropolis"
