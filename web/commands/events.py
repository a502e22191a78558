"""Getting an event from where the organiser keeps it."""

from pathlib import Path

from matchmaker.registrations.reader import Registrations, read_event

from matchmaker.errors import Severity
from matchmaker.event import Event
from web.commands.console import BAD_INPUT, Console

PACKAGE = Path(__file__).resolve().parents[1]


def event_at(console: Console, path: Path) -> Event:
    """Return the event at `path`; with errors, show the doctor's report and leave."""
    return accept(console, read_event(path), show_warnings=False)


def accept(console: Console, registrations: Registrations, *, show_warnings: bool) -> Event:
    """Return the event of `registrations`; with errors, show the doctor's report and leave."""
    errors = [each for each in registrations.problems if each.severity == Severity.ERROR]
    if registrations.event is None:
        console.problems(registrations.problems)
        console.stop(BAD_INPUT, "Please mend the {count} errors above.", count=len(errors))
    if show_warnings:
        console.problems(registrations.problems)
    elif registrations.problems and not console.as_json:
        count = len(registrations.problems)
        console.say("{count} warnings; “matchmaker check” shows them.", count=count)
    return registrations.event


def sample_event_folder() -> Path:
    """Return the folder of the sample event, of this package or of the source checkout."""
    packaged = PACKAGE / "sample_event"
    return packaged if packaged.is_dir() else PACKAGE.parent / "fixtures" / "eurometropolis"
