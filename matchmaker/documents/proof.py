"""The proof sheet: of each document its extremes, to be looked at before everything is printed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Chapter, Volume, volume
from matchmaker.documents.extremes import extreme_chapters, people_of_note
from matchmaker.documents.facts import joined
from matchmaker.documents.folder import DOCUMENTS, Order
from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.lists import columns, line, list_pages
from matchmaker.documents.pagination import Row
from matchmaker.documents.sheet import Page
from matchmaker.documents.stacks import stack
from matchmaker.documents.style import BODY, STRONG
from matchmaker.documents.wording import Paper
from matchmaker.timetable import agendas

PERSONAL = ("agendas", "badges")
"""The documents that are about people."""
PAGE = 44.0
CONTENTS = ""
"""The key of the list of what there is to look at."""


@dataclass(frozen=True)
class Sample:
    """A chapter of a document, and what is extreme about it."""

    document: str
    chapter: Chapter
    what: str


def proof(order: Order, only: Collection[str] = ()) -> Volume:
    """Return the extremes of each document, after a list of what to look at.

    `only` names the kinds wanted, all when empty; raises KeyError for an unknown kind. Documents
    without pages, such as spreadsheets, have no extremes.
    """
    paper = Paper([order.language or order.event.languages[0]])
    samples = [each for kind in only or DOCUMENTS for each in _samples(order, paper, kind)]
    contents = _contents(order, paper, samples)
    found = [contents, *(_named(each) for each in samples)]
    return volume(order.event, paper, paper("Proof sheet"), found)


def _samples(order: Order, paper: Paper, kind: str) -> Iterator[Sample]:
    make = DOCUMENTS[kind].volume
    if make is None:
        return
    if kind in PERSONAL:
        views = agendas(order.event, order.timetable)
        notable = people_of_note(order.event, views, paper)
        found = make(replace(order, people=notable.keys()))
        chosen = [(each, notable[each.key]) for each in found.chapters]
    else:
        found = make(order)
        chosen = extreme_chapters(found.chapters, paper)
    if found.imposed is not None and chosen:
        chosen = [_together(found.imposed, chosen)]
    yield from (Sample(found.title, chapter, what) for chapter, what in chosen)


def _together(
    imposed: Callable[[Sequence[Chapter]], Iterable[Page]], chosen: Sequence[tuple[Chapter, str]]
) -> tuple[Chapter, str]:
    """Return chapters that share sheets as one."""
    chapters = [each for each, _ in chosen]
    names = ", ".join(each.name for each in chapters)
    reasons = dict.fromkeys(each for _, what in chosen for each in what.split(", "))
    return Chapter(chapters[0].key, names, tuple(imposed(chapters))), ", ".join(reasons)


def _named(sample: Sample) -> Chapter:
    """Return the chapter with an entry in the outline that says why it is there."""
    first, *others = sample.chapter.pages
    entry = joined((sample.document, sample.chapter.name, sample.what))
    return replace(sample.chapter, pages=(replace(first, outline=entry), *others))


def _contents(order: Order, paper: Paper, samples: Sequence[Sample]) -> Chapter:
    """Return the list of samples with the pages they begin on."""
    length = len(_list(order, paper, samples, 0))
    return Chapter(CONTENTS, paper("Proof sheet"), tuple(_list(order, paper, samples, length)))


def _list(order: Order, paper: Paper, samples: Sequence[Sample], before: int) -> list[Page]:
    title = Title(paper("Proof sheet"), [paper("Look at these pages before you print")])
    of = columns(
        (paper("Page"), PAGE), (paper("Document"), 0), (paper("Look at"), 0), (paper("Because"), 0)
    )
    rows: list[Row] = []
    page = before + 1
    for each in samples:
        texts = (
            (str(page), STRONG),
            (each.document, BODY),
            (each.chapter.name, STRONG),
            (each.what, BODY),
        )
        cells = [
            stack([block(text, style, column.width)])
            for (text, style), column in zip(texts, of, strict=True)
        ]
        rows.append(line(of, cells))
        page += len(each.chapter.pages)
    return list(list_pages(paper("Proof sheet"), list_head(order.event, paper, title), of, rows))
