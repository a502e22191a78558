"""The folder that a run leaves behind: event, timetable, certificate, documents."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from matchmaker.certificate import Certificate
from matchmaker.errors import InputError, Problem, Severity
from matchmaker.event import Event
from matchmaker.formats import certificate_from_json, event_from_json, timetable_from_json, to_json
from matchmaker.messages import message
from matchmaker.rules.checker import known
from matchmaker.timetable import Timetable

EVENT, TIMETABLE, CERTIFICATE = "event.json", "timetable.json", "certificate.json"
MOST_SHOWN = 5


@dataclass(frozen=True)
class Output:
    """What an output folder holds; `certificate` None where the file is missing."""

    event: Event
    timetable: Timetable
    certificate: Certificate | None


def is_output_folder(path: Path) -> bool:
    """Tell whether `path` holds a solved event."""
    return (path / TIMETABLE).is_file() and (path / EVENT).is_file()


def write(folder: Path, event: Event, timetable: Timetable, certificate: Certificate) -> None:
    """Write the results into `folder`, which is made where it is missing."""
    put(folder, EVENT, to_json(event).encode())
    put(folder, TIMETABLE, to_json(timetable).encode())
    put(folder, CERTIFICATE, certificate.model_dump_json(indent=1).encode() + b"\n")


def prepare(folder: Path) -> None:
    """Make `folder` where it is missing; raises OSError where no file can be made in it."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder):
        pass


def put(folder: Path, name: str, content: bytes) -> None:
    """Write one file of `folder`; a reader sees the old one or the new one, never a half."""
    pour(folder, name, lambda stream: stream.write(content))


def pour(folder: Path, name: str, write: Callable[[BinaryIO], object]) -> None:
    """Have `write` write one file of `folder`, as `put` does, without holding it whole."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    with part.open("wb") as stream:
        write(stream)
    part.replace(target)


def read(folder: Path) -> Output:
    """Return what `folder` holds; raises InputError where it is no output folder or is damaged."""
    if not folder.exists():
        raise InputError([_nowhere(folder)])
    if not is_output_folder(folder):
        raise InputError([_no_output(folder)])
    certificate = folder / CERTIFICATE
    return Output(
        event=event_from_json(_text(folder / EVENT), EVENT),
        timetable=timetable_from_json(_text(folder / TIMETABLE), TIMETABLE),
        certificate=certificate_from_json(_text(certificate), CERTIFICATE)
        if certificate.is_file()
        else None,
    )


def expect_fit(output: Output) -> None:
    """Raise InputError where the timetable names what the event does not know."""
    strangers = [
        each for breach in known(output.event, output.timetable) for each in breach.subjects
    ]
    if strangers:
        raise InputError([_misfit(list(dict.fromkeys(strangers)))])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError([_unreadable(path)]) from error


def _nowhere(folder: Path) -> Problem:
    return Problem(
        Severity.ERROR,
        "no-output",
        message("There is no such file or folder."),
        message("Check the path."),
        file=str(folder),
    )


def _no_output(folder: Path) -> Problem:
    return Problem(
        Severity.ERROR,
        "no-output",
        message("holds no {event} and {timetable}.", event=EVENT, timetable=TIMETABLE),
        message("Name a folder that “matchmaker solve” has written."),
        file=str(folder),
    )


def _unreadable(path: Path) -> Problem:
    return Problem(
        Severity.ERROR,
        "unreadable-file",
        message("It cannot be read as text."),
        message("Write the folder anew with “matchmaker solve”."),
        file=path.name,
    )


def _misfit(strangers: list[str]) -> Problem:
    ids = ", ".join(strangers[:MOST_SHOWN]) + ("…" if len(strangers) > MOST_SHOWN else "")
    return Problem(
        Severity.ERROR,
        "misfit",
        message("{event} does not know what is named here: {ids}.", event=EVENT, ids=ids),
        message("Solve the event anew, or put back the file that belongs to it."),
        file=TIMETABLE,
    )
