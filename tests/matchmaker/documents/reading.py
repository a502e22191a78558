"""Reading documents back with other libraries than those that wrote them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from itertools import groupby, islice
from pathlib import Path
from shutil import which
from subprocess import run
from typing import Any
from unittest.mock import patch

import pdfplumber
import pytest
import zxingcpp
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF
from PIL import Image
from pypdf import PdfReader

from matchmaker.documents.style import CAPITALS, MM
from matchmaker.documents.writing import in_drawing_order, printable

Frame = tuple[float, float, float, float]
MARGIN = 10 * MM
POSTER_SIZE, DESCENT = 60, 0.275
"""From which size on figures fill less than their line, and how far below them it reaches."""
OVERLAP = 0.15
"""The share of the smaller of two characters that may be covered: bold letters touch."""


def squeezed(text: str) -> str:
    """Return the text without any white space."""
    return "".join(text.split())


def drawn(text: str) -> str:
    """Return how `text` stands in a PDF."""
    return squeezed(in_drawing_order(printable(text)))


def pages(content: bytes) -> list[str]:
    """Return the text of each page, without white space."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(content)).pages]


def chapters(content: bytes) -> dict[str, str]:
    """Return the text under each entry of the outline; titles are assumed to differ."""
    reader = PdfReader(BytesIO(content))
    texts = pages(content)
    entries: list[Any] = reader.outline
    starts = [(e["/Title"], reader.get_destination_page_number(e)) for e in entries]
    ends = [start for _, start in starts[1:]] + [len(texts)]
    return {
        title: "".join(texts[start:end]) for (title, start), end in zip(starts, ends, strict=True)
    }


def parts(content: bytes) -> list[tuple[str, str]]:
    """Return the role and text of each part that holds content, in the order of the structure."""
    with _tagged(content) as file:
        texts: dict[tuple[int, int], str] = {}
        for page in file.pages:
            for char in page.chars:
                if char["mcid"] is not None:
                    key = page.page_number, char["mcid"]
                    texts[key] = texts.get(key, "") + char["text"]
        return [part for root in file.structure_tree for part in _leaves(root, texts, 0)]


class _Nested(PDFPageAggregatorWithMarkedContent):
    """Knows of marks within marks, such as a part of a line in another language."""

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        self._around: list[tuple[Any, Any]] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        self._around.append((self.cur_tag, self.cur_mcid))
        before = self.cur_tag, self.cur_mcid
        super().begin_tag(tag, props)
        if self.cur_mcid is None and before[0] is not None:
            language = (props or {}).get("Lang", b"").decode()
            self.cur_tag, self.cur_mcid = language or before[0], before[1]

    def end_tag(self) -> None:
        self.cur_tag, self.cur_mcid = self._around.pop()


@contextmanager
def _tagged(content: bytes) -> Iterator[PDF]:
    """Open the PDF so that each character has the mark of the part it belongs to."""
    with (
        patch("pdfplumber.page.PDFPageAggregatorWithMarkedContent", _Nested),
        pdfplumber.open(BytesIO(content)) as file,
    ):
        yield file


def _leaves(
    element: dict[str, Any], texts: dict[tuple[int, int], str], page: int
) -> Iterator[tuple[str, str]]:
    page = element.get("page_number") or page
    if marks := element.get("mcids"):
        yield element["type"], "".join(texts.get((page, each), "") for each in marks).strip()
    for each in element.get("children", ()):
        yield from _leaves(each, texts, page)


def spoken(content: bytes) -> list[tuple[str, str]]:
    """Return the language and text of all that is read out, stretch by stretch, in order."""
    with _tagged(content) as file:
        marks: dict[tuple[int, int], list[dict[str, Any]]] = {}
        for page in file.pages:
            for each in page.chars:
                if each["mcid"] is not None:
                    marks.setdefault((page.page_number, each["mcid"]), []).append(each)
        language = str(PdfReader(BytesIO(content)).root_object["/Lang"])
        found = [each for root in file.structure_tree for each in _spoken(root, marks, 0, language)]
    return [
        (language, text.strip())
        for language, stretch in groupby(found, lambda each: each[0])
        if (text := "".join(each[1] for each in stretch)).strip(" /")
    ]


def _spoken(
    element: dict[str, Any],
    marks: dict[tuple[int, int], list[dict[str, Any]]],
    page: int,
    language: str,
) -> Iterator[tuple[str, str]]:
    page, language = element.get("page_number") or page, element.get("lang") or language
    for mark in element.get("mcids", ()):
        for each in marks.get((page, mark), ()):
            yield (
                each["tag"] if len(each["tag"]) == 2 and each["tag"].islower() else language,
                each["text"],
            )
    for each in element.get("children", ()):
        yield from _spoken(each, marks, page, language)


def unmarked(content: bytes) -> list[str]:
    """Return the characters that are neither part of the structure nor an artifact."""
    with _tagged(content) as file:
        chars = [char for page in file.pages for char in page.chars]
        return [c["text"] for c in chars if c["mcid"] is None and c["tag"] != "Artifact"]


def texts_in(content: bytes, page: int, frames: Iterable[Frame]) -> list[str]:
    """Return the text inside each of `frames` (left, top, right, bottom), without white space."""
    with pdfplumber.open(BytesIO(content)) as file:
        leaf = file.pages[page]
        return [squeezed(leaf.crop(frame).extract_text()) for frame in frames]


def scanned(content: bytes, folder: Path) -> list[str]:
    """Return what a phone reads from the codes on all pages, drawn by poppler into `folder`."""
    if which("pdftoppm") is None:
        pytest.skip("pdftoppm of poppler is not installed")
    source = folder / "scanned.pdf"
    source.write_bytes(content)
    run(["pdftoppm", "-r", "150", "-gray", source, folder / "scanned"], check=True)
    found = []
    for each in sorted(folder.glob("scanned*.pgm")):
        with Image.open(each) as image:
            found += [code.text for code in zxingcpp.read_barcodes(image)]
        each.unlink()
    return found


def fonts(content: bytes) -> Iterator[Any]:
    """Yield every font of every page."""
    found: list[Any] = list(PdfReader(BytesIO(content)).pages)
    for page in found:
        yield from (each.get_object() for each in page["/Resources"]["/Font"].values())


def outside(content: bytes, margin: float = MARGIN) -> list[str]:
    """Return the characters that stand nearer than `margin` to an edge of their page."""
    return [
        char["text"]
        for width, height, chars in _leaves_of(content)
        for char in chars
        if not (
            margin <= char["x0"]
            and char["x1"] <= width - margin
            and margin <= char["top"]
            and char["bottom"] <= height - margin
        )
    ]


def overlaps(content: bytes) -> list[str]:
    """Return the pairs of characters that stand on each other."""
    return [
        one["text"] + other["text"]
        for _, _, chars in _leaves_of(content)
        for one, other in _neighbours(chars)
        if _shared(one, other) > OVERLAP * min(_area(one), _area(other))
    ]


@lru_cache(maxsize=2)
def _leaves_of(content: bytes) -> list[tuple[float, float, list[dict[str, Any]]]]:
    """Return width, height and the characters with ink of each page."""
    with pdfplumber.open(BytesIO(content)) as file:
        return [
            (page.width, page.height, [_inked(c) for c in page.chars if c["text"].strip()])
            for page in file.pages
        ]


def _inked(char: dict[str, Any]) -> dict[str, Any]:
    """Return the character; of a number on a poster, where there is ink in its line."""
    if char["size"] < POSTER_SIZE:
        return {name: char[name] for name in ("text", "x0", "x1", "top", "bottom")}
    is_turned = char["matrix"][0] < 0
    base = (
        char["top"] + DESCENT * char["size"]
        if is_turned
        else char["bottom"] - DESCENT * char["size"]
    )
    high = base + (1 if is_turned else -1) * CAPITALS * char["size"]
    ends = {"top": min(base, high), "bottom": max(base, high)}
    return {"text": char["text"], "x0": char["x0"], "x1": char["x1"], **ends}


def _neighbours(chars: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    inked = sorted(chars, key=lambda each: each["top"])
    for number, one in enumerate(inked):
        for other in islice(inked, number + 1, None):
            if other["top"] >= one["bottom"]:
                break
            if other["x0"] < one["x1"] and one["x0"] < other["x1"]:
                yield one, other


def _shared(one: dict[str, Any], other: dict[str, Any]) -> float:
    across = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return float(max(across, 0) * max(down, 0))


def _area(char: dict[str, Any]) -> float:
    return float((char["x1"] - char["x0"]) * (char["bottom"] - char["top"]))
