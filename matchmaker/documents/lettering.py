"""Setting letters on a page: what ReportLab's own text objects do, without their detours.

A line that a document has held before is not coded again: many stand on hundreds of pages.
"""

from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.style import Weight
from matchmaker.documents.typefaces import font, runs

MOST_KEPT = 16384
"""How many lines are kept for each document."""
Kept = dict[tuple[str, Weight, float], str]

_kept: WeakKeyDictionary[Any, Kept] = WeakKeyDictionary()


def set_letters(
    canvas: Canvas, text: str, place: tuple[float, float], weight: Weight, size: float
) -> None:
    """Set `text`, in the order in which it is drawn, with its base line beginning at `place`."""
    kept = _kept.setdefault(canvas._doc, {})
    key = text, weight, size
    code = kept.get(key)
    if code is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        code = kept[key] = _coded(canvas, *key)
    canvas._code.append(f"BT 1 0 0 1 {place[0]:.2f} {place[1]:.2f} Tm {code} ET")


def _coded(canvas: Canvas, text: str, weight: Weight, size: float) -> str:
    """Return the operators that draw `text`; letters get their places in the document's fonts."""
    document = canvas._doc
    code = []
    for face, stretch in runs(text, weight):
        typeface = font(face)
        for subset, letters in typeface.splitString(stretch, document):
            name = typeface.getSubsetInternalName(subset, document)
            code.append(f"{name} {size:g} Tf ({canvas._escape(letters)}) Tj")
    return " ".join(code)
