"""Reading documents back with other libraries than those that wrote them."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
from pypdf import PdfReader

from matchmaker.documents.style import MM
from matchmaker.documents.writing import in_drawing_order, printable

MARGIN = 10 * MM
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


def fonts(content: bytes) -> Iterator[Any]:
    """Yield every font of every page."""
    found: list[Any] = list(PdfReader(BytesIO(content)).pages)
    for page in found:
        yield from (each.get_object() for each in page["/Resources"]["/Font"].values())


def outside(content: bytes, margin: float = MARGIN) -> list[str]:
    """Return the characters that stand nearer than `margin` to an edge of their page."""
    with pdfplumber.open(BytesIO(content)) as file:
        return [
            char["text"]
            for page in file.pages
            for char in page.chars
            if char["text"].strip()
            and not (
                margin <= char["x0"]
                and char["x1"] <= page.width - margin
                and margin <= char["top"]
                and char["bottom"] <= page.height - margin
            )
        ]


def overlaps(content: bytes) -> list[str]:
    """Return the pairs of characters that stand on each other."""
    with pdfplumber.open(BytesIO(content)) as file:
        return [
            one["text"] + other["text"]
            for page in file.pages
            for one, other in _neighbours(page.chars)
            if _shared(one, other) > OVERLAP * min(_area(one), _area(other))
        ]


def _neighbours(chars: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    inked = sorted((c for c in chars if c["text"].strip()), key=lambda each: each["x0"])
    for number, one in enumerate(inked):
        for other in inked[number + 1 :]:
            if other["x0"] >= one["x1"]:
                break
            yield one, other


def _shared(one: dict[str, Any], other: dict[str, Any]) -> float:
    across = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return float(max(across, 0) * max(down, 0))


def _area(char: dict[str, Any]) -> float:
    return float((char["x1"] - char["x0"]) * (char["bottom"] - char["top"]))
