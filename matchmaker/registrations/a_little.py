"""Languages that somebody knows a little, written among those that they speak."""

import re
from dataclasses import replace

from matchmaker.registrations.cells import Cell
from matchmaker.registrations.records import Record

LITTLE = re.compile(
    r"\b(?:(?:een beetje|beetje|basiskennis|basis|noties|beperkt)(?:\s+van\b(?:\s+het\b)?)?"
    r"|(?:un petit peu|un peu|notions?|bases?|rudiments)(?:\s+(?:de|du|en)\b|\s+d['’])?"
    r"|(?:a little|a bit|some|basics?|limited)(?:\s+(?:of|in)\b)?)(?!\w)",
    re.IGNORECASE,
)
KEYS = ("languages", "understands")
MARKED = "~"
PARTS = re.compile(r"[,;:/|+&()\n]|\s(?:et|en|and|mais|maar|but|plus|[-–])\s", re.IGNORECASE)
PREPOSITION = re.compile(r"(?:de\s|du\s|d['’])", re.IGNORECASE)


def with_understood(record: Record) -> Record:
    """Return the record with what its languages say of a little among those it understands."""
    told = {key: cell for key in KEYS if (cell := record.cells.get(key)) and _tells(cell)}
    if not told:
        return record
    cells = {**record.cells}
    if understands := told.get("understands"):
        text = LITTLE.sub(" ", str(understands.value))
        cells["understands"] = replace(understands, value=text)
    if languages := told.get("languages"):
        spoken, little = apart(str(languages.value))
        cells["languages"] = replace(languages, value=spoken)
        if little:
            cells["understands"] = _joined(cells.get("understands"), little, languages)
    return replace(record, cells=cells)


def apart(text: str) -> tuple[str, str]:
    """Return what is spoken and what is known a little; whoever speaks nothing else speaks that."""
    spoken: list[str] = []
    little: list[str] = []
    last = spoken
    for part in PARTS.split(LITTLE.sub(MARKED, text)):
        language = part.replace(MARKED, " ").strip()
        if MARKED in part and not language and spoken:
            little.append(spoken.pop())
        elif language:
            carries_on = last is little and PREPOSITION.match(language)
            last = little if MARKED in part or carries_on else spoken
            last.append(PREPOSITION.sub("", language) if carries_on else language)
    return ("|".join(spoken), "|".join(little)) if spoken else ("|".join(little), "")


def _joined(known: Cell | None, little: str, languages: Cell) -> Cell:
    if known is None or known.is_blank:
        return replace(languages, value=little)
    return replace(known, value=f"{known.value}|{little}")


def _tells(cell: Cell) -> bool:
    return isinstance(cell.value, str) and bool(LITTLE.search(cell.value))
