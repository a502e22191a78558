"""Numbers of tables, as large as their room permits."""

from matchmaker.documents.blocks import Block, block, fitted
from matchmaker.documents.style import POSTER, TITLE

LARGEST, LEAST = 420, 48
SIZES = tuple(range(40, 5, -2))


def poster(text: str, width: float, height: float) -> Block:
    """Return `text` on one line in large type; what is too long for it, on several in small."""
    for style in (POSTER.at(size) for size in range(LARGEST, LEAST, -4)):
        if style.leading <= height:
            found = block(text, style, width)
            if len(found.lines) == 1 and found.width <= width:
                return found
    return fitted(text, TITLE, width, height, SIZES)
