"""Numbers of tables, as large as their room permits."""

from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.style import POSTER, TITLE
from matchmaker.documents.typefaces import width
from matchmaker.documents.writing import printable

LARGEST, LEAST = 420, 48
SIZES = tuple(range(40, 5, -2))


def poster(text: str, measure: float, height: float) -> Block:
    """Return `text` on one line in large type; what is too long for it, on several in small."""
    ems = width(printable(text, POSTER.weight), POSTER.weight, 1)
    for size in range(LARGEST, LEAST, -4):
        if size * ems <= measure and POSTER.at(size).leading <= height:
            return block(text, POSTER.at(size), measure)
    return fitted(text, TITLE, measure, height, SIZES)
