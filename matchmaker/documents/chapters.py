"""Volumes: documents bound from chapters, each about one person, table, room, session or desk."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import BinaryIO

from matchmaker.documents.blocks import block
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.facts import joined
from matchmaker.documents.marks import legend
from matchmaker.documents.pdfs import About, pdf, write_pdf
from matchmaker.documents.sheet import Page, nothing, numbered
from matchmaker.documents.style import PORTRAIT, QUIET
from matchmaker.documents.wording import Paper, paper_words
from matchmaker.event import Event

FOOT_WIDTH = PORTRAIT.measure - 48
"""How wide what stands at the foot may be, beside the number of the page."""


@dataclass(frozen=True)
class Chapter:
    """Pages about one thing: the key that tells it apart in its document, a name, the pages.

    `weight` says how much there is in it, such as the number of people listed.
    """

    key: str
    name: str
    pages: tuple[Page, ...]
    weight: int = 0


@dataclass(frozen=True)
class Volume:
    """A document: its title, what it says of itself, its chapters, what it says without any.

    The chapters may be such as are made only when they are asked for, and once. Where several share
    a sheet, `imposed` makes the sheets of chapters.
    """

    title: str
    about: About
    chapters: Iterable[Chapter]
    otherwise: str = ""
    imposed: Callable[[Sequence[Chapter]], Iterable[Page]] | None = None


def volume(
    event: Event, paper: Paper, title: str, chapters: Iterable[Chapter], otherwise: str = ""
) -> Volume:
    """Return the document called `title`, in the first language of `paper` to screen readers."""
    name = paper.text(event.name)
    about = About(joined((title, name)), name, paper.language)
    return Volume(title, about, chapters, otherwise)


def opened(document: Volume) -> Volume | None:
    """Return the document with its first chapter made, or None where it has none."""
    chapters = iter(document.chapters)
    first = next(chapters, None)
    return None if first is None else replace(document, chapters=chain((first,), chapters))


def bound(document: Volume, branding: Branding = PLAIN) -> bytes:
    """Return the document as PDF."""
    return pdf(_pages(document), document.about, branding)


def write_bound(stream: BinaryIO, document: Volume, branding: Branding = PLAIN) -> None:
    """Write the document as PDF to `stream`, page by page."""
    write_pdf(stream, _pages(document), document.about, branding)


def chapter(key: str, name: str, pages: Iterable[Page], foot: str, weight: int) -> Chapter:
    """Return a chapter whose pages count from 1 and carry `foot` on the left."""
    return Chapter(key, name, tuple(numbered(list(pages), foot)), weight)


def paper_in(event: Event, language: str | None) -> Paper:
    """Return the languages of paper that everybody reads: `language`, or the event's first two."""
    return Paper([language]) if language else paper_words(event)


def foot(event: Event, paper: Paper) -> str:
    """Return what stands at the foot: what the marks of the regions mean, else the event."""
    return legend(event, paper) or event_name(event, paper)


def event_name(event: Event, paper: Paper) -> str:
    """Return what the event is called in each language, in the first where all have no room."""
    names = paper.text(event.name)
    has_room = len(block(names, QUIET, FOOT_WIDTH).lines) == 1
    return names if has_room else paper.words[0].text(event.name)


def _pages(document: Volume) -> Iterator[Page]:
    is_empty = True
    for each in _sheets(document):
        is_empty = False
        yield each
    if is_empty:
        yield nothing(document.otherwise)


def _sheets(document: Volume) -> Iterable[Page]:
    if document.imposed is not None:
        return document.imposed(list(document.chapters))
    return (page for each in document.chapters for page in each.pages)
