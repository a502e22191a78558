"""Participants: languages, regions, limits and availability."""

from collections.abc import Iterator

from matchmaker.messages import Message, message
from matchmaker.registrations.choices import REGION_OF_WORD, REGIONS
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Finding, Place, error, shown, warning
from matchmaker.registrations.suggestions import nearest


def missing_languages(draft: Draft) -> Iterator[Finding]:
    """Everybody says which languages they speak."""
    what = message("No language is given; all are taken to be spoken.")
    everywhere = message("Nobody gives a language; all are taken to be spoken by everybody.")
    remedy = message("Fill in codes such as fr, nl or en.")
    yield from _missing(draft, ("languages", "missing-language"), what, everywhere, remedy)


def regions(draft: Draft) -> Iterator[Finding]:
    """Everybody says which region they come from, in a word that is understood."""
    what = message("No region is given; no meeting counts as one across the border.")
    everywhere = message("Nobody gives a region; no meeting counts as one across the border.")
    remedy = message("Fill in FR, WAL or VLG.")
    yield from _missing(draft, ("region", "missing-region"), what, everywhere, remedy)
    for row in draft["participants"]:
        if row["region"] and row["region"] not in REGIONS:
            yield _unknown_region(row)


def limits(draft: Draft) -> Iterator[Finding]:
    """No minimum of meetings is above the maximum, or above the slots there are."""
    slots = draft.ids("slots")
    for row in draft["participants"]:
        least, most = row["min_meetings"] or 0, row["max_meetings"]
        if most is not None and least > most:
            what = message(
                "The minimum of meetings ({least}) is above the maximum ({most}).",
                least=least,
                most=most,
            )
            remedy = message("Lower the minimum or raise the maximum.")
            yield error(row.place("min_meetings"), "min-above-max", what, remedy)
            continue
        free = len(set(slots) - set(row["unavailable"] or ()))
        if slots and least > free > 0:
            what = message(
                "The minimum of meetings ({least}) is above the free slots ({free}).",
                least=least,
                free=free,
            )
            remedy = message("Lower the minimum or free more slots.")
            yield warning(row.place("min_meetings"), "min-above-slots", what, remedy)


def never_available(draft: Draft) -> Iterator[Finding]:
    """Everybody is available in one slot at least."""
    slots = set(draft.ids("slots"))
    for row in draft["participants"]:
        if slots and slots <= set(row["unavailable"] or ()):
            what = message("Every slot is marked as unavailable.")
            remedy = message("Take one off, or delete the row if the person does not come.")
            yield warning(row.place("unavailable"), "never-available", what, remedy)


def _missing(
    draft: Draft, field: tuple[str, str], what: Message, everywhere: Message, remedy: Message
) -> Iterator[Finding]:
    """Where nobody fills it in, one warning is enough."""
    name, code = field
    rows = draft["participants"]
    blank = [row for row in rows if _is_blank(row, name)]
    if blank and len(blank) == len(rows):
        yield warning(Place(rows[0].place().file), code, everywhere, remedy)
    else:
        yield from (warning(row.place(name), code, what, remedy) for row in blank)


def _is_blank(row: Row, name: str) -> bool:
    cell = row.record.cells.get(name)
    return cell is None or cell.is_blank


def _unknown_region(row: Row) -> Finding:
    what = message("{value} is not one of the regions FR, WAL and VLG.", value=shown(row["region"]))
    guess = nearest(row["region"], REGION_OF_WORD)
    if guess is None:
        remedy = message("Leave it so if the region is meant; it counts as one of its own.")
    else:
        remedy = message("Did you mean {suggestion}?", suggestion=REGION_OF_WORD[guess])
    return warning(row.place("region"), "unknown-region", what, remedy)
