"""The folder that a run leaves behind: event, timetable, certificate, documents."""

from dataclasses import dataclass
from pathlib import Path

from matchmaker.certificate import Certificate
from matchmaker.errors import InputError, Problem, Severity
from matchmaker.event import Event
from matchmaker.formats import certificate_from_json, event_from_json, timetable_from_json, to_json
from matchmaker.messages import message
from matchmaker.timetable import Timetable

EVENT, TIMETABLE, CERTIFICATE = "event.json", "timetable.json", "certificate.json"


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


def put(folder: Path, name: str, content: bytes) -> None:
    """Write one file of `folder`; a reader sees the old one or the new one, never a half."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.write_bytes(content)
    part.replace(target)


def read(folder: Path) -> Output:
    """Return what `folder` holds; raises InputError where it is no output folder or is damaged."""
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


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _no_output(folder: Path) -> Problem:
    return Problem(
        Severity.ERROR,
        "no-output",
        message("holds no {event} and {timetable}.", event=EVENT, timetable=TIMETABLE),
        message("Name a folder that “matchmaker solve” has written."),
        file=str(folder),
    )
