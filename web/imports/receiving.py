"""Files as they are sent, unpacked and kept as bytes."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzeug.datastructures import FileStorage

from matchmaker.messages import message
from matchmaker.registrations.sources import SUFFIXES
from web.imports.archive import Refused, unpack
from web.store.uploads import File

TAKEN = frozenset({".xlsx", ".xlsm", ".json", ".toml", *SUFFIXES})
ACCEPTED = message("Send .csv, .xlsx, .toml or .json files, or one .zip that holds them.")


def files_of(sent: Sequence[FileStorage]) -> list[File]:
    """Return the files that were sent, or that their archive holds; raises Refused for others."""
    named = [(_name(each), each) for each in sent if each.filename]
    if not named:
        raise Refused(message("Choose the files first."))
    if len(named) == 1 and Path(named[0][0]).suffix.lower() == ".zip":
        files = _unzipped(named[0][1])
    else:
        files = [File(name, each.read()) for name, each in named]
    _examine([each.name for each in files])
    return files


def _name(file: FileStorage) -> str:
    return Path((file.filename or "").replace("\\", "/")).name


def _unzipped(file: FileStorage) -> list[File]:
    with TemporaryDirectory(prefix="matchmaker-") as place:
        folder = Path(place)
        archive = folder / ".archive"
        file.save(archive)
        names = unpack(archive, folder, TAKEN)
        return [File(each, (folder / each).read_bytes()) for each in names]


def _examine(names: list[str]) -> None:
    if not names:
        raise Refused(ACCEPTED)
    for each in names:
        if not each.isprintable() or Path(each).suffix.lower() not in TAKEN:
            raise Refused(ACCEPTED)
        if names.count(each) > 1:
            raise Refused(message("Two files are named {name}.", name=each))
    if len(names) > 1 and any(each.lower().endswith(".json") for each in names):
        raise Refused(ACCEPTED)
