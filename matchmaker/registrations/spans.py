"""Parts of a day as people write them: 13u30, 13:30–14:00, vanaf 15u, jusqu'à 14h, namiddag."""

import re
from datetime import time

from matchmaker.registrations.folding import fold

Span = tuple[time, time]
"""From when until before when."""

CLOCK = r"\d{1,2}\s?(?:(?:[:.]|uur|heures?|[hu])\s?(?:\d{2}(?::\d{2})?)?)?\s?(?:[ap]\.?m\.?)?"
CLOCK_PARTS = re.compile(r"(\d{1,2})\D*(\d{2})?(?::\d{2})?\D*")
MARK = re.compile(r"\d\s?(?:[:.]\s?\d{2}|uur|heures?|[hu](?![a-z])|[ap]\.?m)")
FROM = "vanaf|na|a partir de|des|apres|from|after|since|as of"
UNTIL = "tot|voor|jusqu'a|avant|until|till|before|up to"
TO = "[-–—→]|tot|a|to|until|till"
AT = "om|a|at"
NOON = time(12)
HALVES = {
    **dict.fromkeys(("matin", "matinee", "voormiddag", "ochtend", "morning"), (time.min, NOON)),
    **dict.fromkeys(("apres-midi", "namiddag", "afternoon"), (NOON, time.max)),
}
ARTICLE = re.compile(r"(?:le|la|l'|de|in de|the|in the)\s*\b")
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?:van|de|from)\s)?(?P<start>{CLOCK})\s*(?:{TO})\s*(?P<end>{CLOCK})",
        rf"(?:tussen|entre|between)\s(?P<start>{CLOCK})\s(?:en|et|and)\s(?P<end>{CLOCK})",
        rf"(?:{FROM})\s(?P<start>{CLOCK})",
        rf"(?:{UNTIL})\s(?P<end>{CLOCK})",
        rf"(?:(?:{AT})\s)?(?P<at>{CLOCK})",
    )
)


def span_of(text: str) -> Span | None:
    """Return the part of a day that `text` means, or None; a time alone is a minute."""
    folded = fold(text)
    if half := HALVES.get(ARTICLE.sub("", folded, count=1)):
        return half
    found = next((match for each in PATTERNS if (match := each.fullmatch(folded))), None)
    if found is None or not MARK.search(folded):
        return None
    try:
        return _span({key: _clock(said) for key, said in found.groupdict().items() if said})
    except ValueError:
        return None


def _span(times: dict[str, time]) -> Span | None:
    if at := times.get("at"):
        return at, at.replace(second=59)
    start, end = times.get("start", time.min), times.get("end", time.max)
    return (start, end) if start < end else None


def _clock(text: str) -> time:
    """Return the time of day that `text` means; raises ValueError where there is none."""
    parts = CLOCK_PARTS.fullmatch(text.strip())
    if parts is None:
        raise ValueError(text)
    hour, minute = int(parts[1]), int(parts[2] or 0)
    half = re.search(r"[ap](?=\.?m)", text)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour, minute)
