"""Dates as each language writes them, where Babel does not know."""

import re

MONTHS = "janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc"
FIRST = re.compile(rf"\b1(?= (?:{MONTHS}))")


def as_written(text: str, language: str) -> str:
    """Return a date of Babel as it is written: in French the first of a month is “1er”."""
    return FIRST.sub("1er", text) if language == "fr" else text
