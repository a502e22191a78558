"""Unpacking an archive that a stranger may have made."""

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from matchmaker.errors import MatchmakerError
from matchmaker.messages import Message, message

MOST_ENTRIES = 50
MOST_BYTES = 30_000_000
CHUNK = 65_536


class Refused(MatchmakerError):  # noqa: N818 -- an answer to the organiser, not a fault
    """What was sent cannot be taken; `reason` says why and what to send instead."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def unpack(archive: Path, folder: Path, suffixes: frozenset[str]) -> list[str]:
    """Write the files of `archive` with these suffixes into `folder` and return their names.

    Only the last part of a member's name is used, so nothing is written elsewhere; the number of
    entries and the bytes that come out, counted while they do, are limited.
    """
    try:
        with zipfile.ZipFile(archive) as source:
            return list(_unpacked(source, folder, suffixes))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise Refused(message("The archive is damaged or locked with a password.")) from error


def _unpacked(source: zipfile.ZipFile, folder: Path, suffixes: frozenset[str]) -> Iterator[str]:
    members = source.infolist()
    if len(members) > MOST_ENTRIES:
        raise Refused(message("The archive holds more than {most} files.", most=MOST_ENTRIES))
    left = MOST_BYTES
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/")).name
        if _is_wanted(member, name, suffixes):
            if (folder / name).exists():
                raise Refused(message("The archive holds two files named {name}.", name=name))
            left = _copy(source, member, folder / name, left)
            yield name


def _is_wanted(member: zipfile.ZipInfo, name: str, suffixes: frozenset[str]) -> bool:
    hidden = name.startswith(".") or "__MACOSX" in member.filename
    return not member.is_dir() and not hidden and Path(name).suffix.lower() in suffixes


def _copy(source: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, left: int) -> int:
    with source.open(member) as packed, target.open("xb") as file:
        while chunk := packed.read(CHUNK):
            left -= len(chunk)
            if left < 0:
                raise Refused(message("The archive is too large when unpacked."))
            file.write(chunk)
    return left
