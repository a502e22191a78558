"""Setting lines so that they are read out as they were written, each stretch in its language."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.lettering import set_letters
from matchmaker.documents.structure import Tags
from matchmaker.documents.style import Style
from matchmaker.documents.typefaces import width
from matchmaker.documents.voices import Stretch, stretches
from matchmaker.documents.writing import in_drawing_order, in_reading_order, is_right_to_left

Point = tuple[float, float]


def set_line(canvas: Canvas, tags: Tags, line: str, place: Point, style: Style) -> None:
    """Set a line that has marks with its base line beginning at `place`."""
    x, base = place
    *firsts, (language, last) = _stretches(tags, line)
    for spoken, text in firsts:
        with tags.spoken(spoken):
            set_stretch(canvas, tags, text, (x, base), style, is_last=False)
        x += width(text, style.weight, style.size)
    with tags.spoken(language):
        set_stretch(canvas, tags, last, (x, base), style)


def set_stretch(
    canvas: Canvas, tags: Tags, text: str, place: Point, style: Style, is_last: bool = True
) -> None:
    """Set a text without marks; a space after a line keeps it from the next when read out."""
    space = " " if is_last and not text.endswith("-") else ""
    if is_right_to_left(text):
        with tags.standing_for(in_reading_order(text) + space):
            set_letters(canvas, in_drawing_order(text), place, style.weight, style.size)
    else:
        set_letters(canvas, text + space, place, style.weight, style.size)


def _stretches(tags: Tags, line: str) -> Iterator[Stretch]:
    """Yield the stretches of `line`, each with its language if that is to be said."""
    told = ((tags.other(language), text) for language, text in stretches(line))
    for language, texts in groupby(told, itemgetter(0)):
        yield language, "".join(text for _, text in texts)
