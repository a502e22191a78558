import pytest

from matchmaker.documents.marks import MARKS
from matchmaker.documents.style import Colour


def brightness(colour: Colour) -> float:
    """Return the relative luminance, as WCAG 2 defines it."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", [Colour.PAPER, Colour.TINT])
@pytest.mark.parametrize("ink", [Colour.INK, Colour.SOFT, Colour.ACCENT])
def test_text_stands_out_from_its_ground(ink: Colour, ground: Colour) -> None:
    assert contrast(ink, ground) >= 4.5


def test_the_letter_of_a_mark_stands_out_from_it() -> None:
    assert all(contrast(mark.ink, mark.colour) >= 4.5 for mark in MARKS.values())


def test_marks_differ_in_letter_shape_and_colour() -> None:
    for field in ("letter", "shape", "colour"):
        assert len({getattr(mark, field) for mark in MARKS.values()}) == len(MARKS)
