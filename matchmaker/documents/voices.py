"""Which part of a text is in which language: marks that a text carries with it.

A mark is one character that nothing draws and that takes no room, so that texts can be joined, cut
and broken into lines like any other. Unicode keeps these code points for what is to be ignored.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

END = "\U000e0200"
"""What ends a part in a language; it may be left out at the end of a text."""
LETTERS = 26
CODE = re.compile("[a-z]{2}")
VOICES = "\U000e0200-\U000e04a4"
"""The range of all marks, as part of a pattern: the end, then one for each code of two letters."""
MARK = re.compile(f"[{VOICES}]")

Stretch = tuple[str, str]
"""A language, or nothing where none is known, and a text in it."""


def said(text: str, language: str) -> str:
    """Return `text` marked as being in `language`, but for what is marked in it already.

    A language whose code has not two letters leaves the text as it is.
    """
    code = language[:3].partition("-")[0]
    if not text or not CODE.fullmatch(code):
        return text
    mark = _mark(code)
    return f"{mark}{text.replace(END, mark)}{END}"


def mute(text: str) -> str:
    """Return `text` without marks."""
    return MARK.sub("", text)


def is_marked(lines: Iterable[str]) -> bool:
    """Tell whether the language of any part of `lines` is known."""
    return any(map(MARK.search, lines))


@lru_cache(maxsize=4096)
def stretches(line: str) -> tuple[Stretch, ...]:
    """Return the stretches of which `line` consists, neighbours in different languages."""
    if not MARK.search(line):
        return (("", line),)
    return tuple(_stretches(line)) or (("", ""),)


def _stretches(line: str) -> Iterator[Stretch]:
    language, start = "", 0
    for found in MARK.finditer(line):
        if start < found.start():
            yield language, line[start : found.start()]
        language, start = _code(found.group()), found.end()
    if start < len(line):
        yield language, line[start:]


def language_of(lines: Iterable[str]) -> str:
    """Return the language of all that is in `lines`, nothing where there is not one."""
    languages = {
        language for line in lines for language, text in stretches(line) if text.strip("\u00a0 ")
    }
    return languages.pop() if len(languages) == 1 else ""


def carried(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a text, each beginning with the mark of what goes on in it."""
    going_on = ""
    for line in lines:
        yield going_on + line
        marks = MARK.findall(line)
        if marks:
            going_on = marks[-1] if marks[-1] != END else ""


@lru_cache(maxsize=64)
def _mark(code: str) -> str:
    first, second = (ord(each) - ord("a") for each in code)
    return chr(ord(END) + 1 + LETTERS * first + second)


def _code(mark: str) -> str:
    """Return the language that begins with `mark`; that of the end is none."""
    if mark == END:
        return ""
    first, second = divmod(ord(mark) - ord(END) - 1, LETTERS)
    return chr(ord("a") + first) + chr(ord("a") + second)
