"""Taking uploaded files, laid out so that the reader of registrations finds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzeug.datastructures import FileStorage

from matchmaker.errors import InputError, Problem, Severity
from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.registrations.reader import Registrations, read_event
from matchmaker.registrations.sources import SUFFIXES, table_of_file
from web.organiser.archive import Refused, unpack

ALONE = frozenset({".xlsx", ".xlsm", ".json"})
TOGETHER = frozenset({".toml", *SUFFIXES})
ACCEPTED = message(
    "Send event.toml with participants.csv and wishes.csv together, or one .xlsx, .json or .zip."
)


@dataclass(frozen=True)
class Upload:
    """What came: the files by name, all that the doctor found, and without errors the event."""

    names: list[str]
    problems: tuple[Problem, ...]
    event: Event | None

    @property
    def report(self) -> tuple[list[str], tuple[Problem, ...], bool]:
        """What is kept as the report on it."""
        return self.names, self.problems, self.event is not None


def received(files: Sequence[FileStorage]) -> Upload:
    """Read the files that were sent; raises Refused where they are not files for us."""
    with TemporaryDirectory(prefix="matchmaker-") as folder:
        path, names = lay_out(files, Path(folder))
        try:
            read = read_event(path)
        except InputError as error:
            read = Registrations(event=None, problems=error.problems)
    wrong = any(each.severity == Severity.ERROR for each in read.problems)
    return Upload(names, tuple(read.problems), None if wrong else read.event)


def lay_out(files: Sequence[FileStorage], folder: Path) -> tuple[Path, list[str]]:
    """Write `files` into the empty `folder`; return the path to read and the names of the files.

    Raises Refused when they are not what the reader takes.
    """
    named = [(Path((each.filename or "").replace("\\", "/")).name, each) for each in files]
    named = [(name, each) for name, each in named if name]
    if not named:
        raise Refused(message("Choose the files first."))
    if len(named) == 1 and Path(named[0][0]).suffix.lower() == ".zip":
        names = _unzipped(named[0][1], folder)
    else:
        alone = len(named) == 1
        names = [_saved(name, each, folder, alone) for name, each in named]
    return _to_read(names, folder), names


def _unzipped(file: FileStorage, folder: Path) -> list[str]:
    archive = folder / ".archive"
    file.save(archive)
    names = unpack(archive, folder, ALONE | TOGETHER)
    archive.unlink()
    return names


def _saved(name: str, file: FileStorage, folder: Path, alone: bool) -> str:
    if not name.isprintable() or not _is_taken(name, alone):
        raise Refused(ACCEPTED)
    if (folder / name).exists():
        raise Refused(message("Two files are named {name}.", name=name))
    file.save(folder / name)
    return name


def _is_taken(name: str, alone: bool) -> bool:
    if alone and Path(name).suffix.lower() in ALONE:
        return True
    return table_of_file(name) is not None


def _to_read(names: list[str], folder: Path) -> Path:
    if not names:
        raise Refused(ACCEPTED)
    alone = len(names) == 1 and Path(names[0]).suffix.lower() in ALONE
    return folder / names[0] if alone else folder
