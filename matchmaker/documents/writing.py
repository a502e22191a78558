"""Making any text printable: one line, no invisible characters, every glyph drawable.

Arabic letters are joined and right-to-left stretches put in the order in which they are drawn,
since ReportLab draws characters one after the other.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display  # type: ignore[import-untyped]

from matchmaker.documents.style import Weight
from matchmaker.documents.typefaces import MISSING, face_for
from matchmaker.documents.voices import MARK, VOICES, mute

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
INVISIBLE = {"Cc", "Cf"}
MARKS, MOST_MARKS = {"Mn", "Me"}, 2
PICTURES = {"So", "Sk"}
SPACES = re.compile(" +")
COMMON = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u024f\u03b1-\u03c9\u0410-\u044f\u2010-\u2027\u20ac" + VOICES + "]*"
)
"""Texts of letters and signs that all our fonts hold, and marks: most texts are such."""
BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
SHAPER = ArabicReshaper({"ARABIC LIGATURE ALLAH": False})
"""Joins letters, but not into the one sign for “Allah”, which our fonts lack."""
VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@lru_cache(maxsize=4096)
def printable(text: str, weight: Weight = Weight.REGULAR) -> str:
    """Return `text` as it can be drawn, in logical order; what no font holds becomes □.

    Pictures such as emoji are left out, unless there is nothing else; marks of languages stay.
    """
    if COMMON.fullmatch(text):
        return SPACES.sub(" ", text).strip()
    return _spelled(text, weight)


def _spelled(text: str, weight: Weight) -> str:
    """Return `text` as it can be drawn, looked at letter by letter."""
    flat = _composed(text)
    shaped = str(SHAPER.reshape(flat)) if RIGHT_TO_LEFT.search(flat) else flat
    visible = (each for each in shaped if unicodedata.category(each) not in INVISIBLE)
    kept = "".join(_with_few_marks(visible)).strip()
    drawn = "".join(_drawn(each, weight) for each in kept)
    return SPACES.sub(" ", drawn).strip() or MISSING * bool(kept)


def _drawn(character: str, weight: Weight) -> str:
    if MARK.match(character) or face_for(character, weight):
        return character
    return "" if unicodedata.category(character) in PICTURES else MISSING


def plain(text: str) -> str:
    """Return `text` composed, on one line, without marks and controls that software trips over."""
    return _composed(mute(text))


def _composed(text: str) -> str:
    """Return the same with marks of languages."""
    spaced = BREAKS.sub(" ", VARIATION_SELECTORS.sub("", text))
    kept = "".join(each for each in spaced if not _is_control(each))
    return SPACES.sub(" ", unicodedata.normalize("NFC", kept)).strip()


def in_drawing_order(line: str) -> str:
    """Return a printable `line` with its right-to-left stretches reversed.

    A line that holds letters of both kinds reads from the left, as the page does.
    """
    if not RIGHT_TO_LEFT.search(line):
        return line
    is_mixed = any(unicodedata.bidirectional(each) == "L" for each in line)
    return str(get_display(line, base_dir="L" if is_mixed else "R"))


def in_reading_order(line: str) -> str:
    """Return a printable `line` as it was written, letters that were joined apart again."""
    return unicodedata.normalize("NFKC", line)


def is_right_to_left(line: str) -> bool:
    """Tell whether some of `line` is drawn in another order than it is read in."""
    return RIGHT_TO_LEFT.search(line) is not None


def _with_few_marks(characters: Iterable[str]) -> Iterator[str]:
    """Yield the characters; of marks heaped on a letter only as many as stay in its line."""
    heaped = 0
    for each in characters:
        heaped = heaped + 1 if unicodedata.category(each) in MARKS else 0
        if heaped <= MOST_MARKS:
            yield each


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs"} or character in "\ufffe\uffff"
