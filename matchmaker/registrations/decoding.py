"""From bytes to text: byte order mark, then strict UTF-8, then Windows-1252."""

import codecs
import re

from matchmaker.messages import message
from matchmaker.registrations.findings import Finding, Place, error, warning
from matchmaker.registrations.records import Source

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
GARBLED = re.compile("Ã[©¨ª«´¯®¢§¼¶¤‰€]|â€™|\ufffd|Ï»¿")


def decoded(source: Source) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the text of `source`, or None when it is no text, and what is to be checked in it."""
    text, is_guess = _text(source.content)
    if text is None or "\0" in text:
        return None, (_no_text(source),)
    findings = [_windows(source)] if is_guess else []
    if found := GARBLED.search(text):
        line = text.count("\n", 0, found.start()) + 1
        findings.append(_garbled(source, line, found.group()))
    return text, tuple(findings)


def _text(content: bytes) -> tuple[str | None, bool]:
    mark = next((each for each in MARKS if content.startswith(each)), None)
    encodings = (MARKS[mark],) if mark else ("utf-8", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding), encoding == "cp1252"
        except UnicodeDecodeError:
            continue
    return None, False


def _no_text(source: Source) -> Finding:
    what = message("This is not a text file in a known encoding.")
    remedy = message("Save it from the spreadsheet as CSV UTF-8 or as XLSX.")
    return error(Place(source.name), "unreadable-file", what, remedy)


def _windows(source: Source) -> Finding:
    what = message("This file is not in UTF-8; it was read as Windows-1252.")
    remedy = message("Check a name with accents; better save the file as CSV UTF-8.")
    return warning(Place(source.name), "windows-1252", what, remedy)


def _garbled(source: Source, line: int, sample: str) -> Finding:
    what = message("The accents look broken ({sample}).", sample=sample)
    remedy = message("Export the file again from its origin, as CSV UTF-8.")
    return warning(Place(source.name, line), "garbled-text", what, remedy)
