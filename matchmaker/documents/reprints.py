"""What is to be printed again between two timetables: only what is not as it was, byte for byte."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from matchmaker.documents.branding import Branding
from matchmaker.documents.chapters import Chapter, Volume, bound
from matchmaker.documents.folder import DOCUMENTS, Order, file_names


@dataclass(frozen=True)
class Reprint:
    """A file to print again, made of what has changed only.

    `changed` names the chapters that are in it, `gone` those that are no more, and `total` is how
    many the whole document has; a file without chapters is whole. `content` is None where there is
    nothing to print but something to take back.
    """

    kind: str
    path: str
    content: bytes | None
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    total: int = 0


def reprints(old: Order, new: Order, only: Collection[str] = ()) -> Iterator[Reprint]:
    """Yield what is to be printed again, each made as it is asked for.

    `only` names the kinds wanted, all when empty; raises KeyError for an unknown kind.
    """
    for kind in only or DOCUMENTS:
        volume = DOCUMENTS[kind].volume
        if volume is not None:
            yield from _chapters(kind, volume, old, new)
        else:
            yield from _files(kind, old, new)


def _files(kind: str, old: Order, new: Order) -> Iterator[Reprint]:
    document = DOCUMENTS[kind]
    names = {"": ""} | file_names(each.id for each in new.event.participants)
    before = {key: _digest(content) for key, content in document.make(old)}
    for key, content in document.make(new):
        if before.get(key) != _digest(content):
            yield Reprint(kind, document.file.format(names[key]), content)


def _chapters(
    kind: str, make: Callable[[Order], Volume], old: Order, new: Order
) -> Iterator[Reprint]:
    was, volume = make(old), make(new)
    before = {each.key: (each.name, _drawn(was, each, old.branding)) for each in was.chapters}
    changed: list[Chapter] = []
    total = 0
    for each in volume.chapters:
        total += 1
        _, drawn = before.pop(each.key, ("", b""))
        if drawn != _drawn(volume, each, new.branding):
            changed.append(each)
    if changed or before:
        content = bound(replace(volume, chapters=changed), new.branding) if changed else None
        names = tuple(each.name for each in changed)
        gone = tuple(name for name, _ in before.values())
        yield Reprint(kind, DOCUMENTS[kind].file, content, names, gone, total)


def _drawn(volume: Volume, chapter: Chapter, branding: Branding) -> bytes:
    """Return a digest of the chapter as it is when bound alone."""
    return _digest(bound(replace(volume, chapters=[chapter]), branding))


def _digest(content: bytes) -> bytes:
    return sha256(content).digest()
