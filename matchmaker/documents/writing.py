"""Making any text printable: one line, no invisible characters, every glyph drawable.

Arabic letters are joined and right-to-left stretches put in the order in which they are drawn,
since ReportLab draws characters one after the other.
"""

import re
import unicodedata
from functools import lru_cache

from arabic_reshaper import reshape
from bidi.algorithm import get_display  # type: ignore[import-untyped]

from matchmaker.documents.style import Weight
from matchmaker.documents.typefaces import MISSING, face_for

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
INVISIBLE = {"Cc", "Cf"}
BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@lru_cache(maxsize=50_000)
def printable(text: str, weight: Weight = Weight.REGULAR) -> str:
    """Return `text` as it can be drawn, in logical order; what no font holds becomes □."""
    flat = plain(text)
    shaped = str(reshape(flat)) if RIGHT_TO_LEFT.search(flat) else flat
    visible = (each for each in shaped if unicodedata.category(each) not in INVISIBLE)
    return "".join(each if face_for(each, weight) else MISSING for each in visible).strip()


def plain(text: str) -> str:
    """Return `text` composed and on one line, without controls that software trips over."""
    spaced = BREAKS.sub(" ", VARIATION_SELECTORS.sub("", text))
    kept = "".join(each for each in spaced if not _is_control(each))
    return re.sub(" +", " ", unicodedata.normalize("NFC", kept)).strip()


def in_drawing_order(line: str) -> str:
    """Return a printable `line` with its right-to-left stretches reversed."""
    return str(get_display(line)) if RIGHT_TO_LEFT.search(line) else line


def in_reading_order(line: str) -> str:
    """Return a printable `line` as it was written, letters that were joined apart again."""
    return unicodedata.normalize("NFKC", line)


def is_right_to_left(line: str) -> bool:
    """Tell whether some of `line` is drawn in another order than it is read in."""
    return RIGHT_TO_LEFT.search(line) is not None


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs"} or character in "\ufffe\uffff"
