"""From wishes as written (to an id, an address or an organisation) to wishes among participants."""

import re
from collections import Counter
from collections.abc import Iterator

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.findings import Finding, error, shown, warning
from matchmaker.registrations.lists import terms
from matchmaker.registrations.people import People, the_one

NEVER = "never"
WEAK_MARKS = [re.compile(each) for each in (r",", r"\s/\s", r",|\s/\s")]


def with_wishes(draft: Draft) -> Step:
    """Return the draft whose wishes are among participants, each pair once in each direction."""
    if "participants" in draft.unread:
        return draft.having("wishes", ()), ()
    people = People(draft)
    findings: list[Finding] = []
    asked: Counter[str] = Counter()
    kept: dict[tuple[str, str], Row] = {}
    for row in (one for several in draft["wishes"] for one in _one_by_one(several, people)):
        for each in _among(row, people, asked, findings):
            asked[each["to"]] += each["rank"] != NEVER
            _keep(each, kept, people, findings)
    return draft.having("wishes", kept.values()), tuple(findings)


def _one_by_one(row: Row, people: People) -> Iterator[Row]:
    """Yield a wish for each that one cell names; their ranks count on from that of the row.

    Commas, and slashes between spaces, separate only where the whole is nobody and a part is
    somebody.
    """
    names = _several(row["to"] or "", people)
    if not names:
        yield row
    for offset, name in enumerate(names):
        rank = row["rank"]
        yield row.having(to=name, rank=rank + offset if isinstance(rank, int) else rank)


def _several(text: str, people: People) -> list[str]:
    """Return the names in `text`, none where it is one."""
    if people.is_somebody(text):
        return []
    names = terms(text)
    if len(names) > 1:
        return names
    ways = [[each.strip() for each in mark.split(text) if each.strip()] for mark in WEAK_MARKS]
    best = max(ways, key=lambda names: sum(map(people.is_somebody, names)))
    return best if len(best) > 1 and any(map(people.is_somebody, best)) else []


def _among(row: Row, people: People, asked: Counter[str], findings: list[Finding]) -> list[Row]:
    """Return one wish, one veto for each person of an organisation, or none with a finding.

    `chosen_for` is the organisation that somebody was chosen for.
    """
    if not row["from"] or not row["to"]:
        return []
    wisher = the_one(row, "from", people, findings)
    wished = people.person(row["to"])
    members = [] if wished else [each for each in people.members(row["to"]) if each != wisher]
    if not members:
        only = the_one(row, "to", people, findings, or_firm=True)
        wished = [only] if only else []
    if wisher is None or row["rank"] is None:
        return []
    if wisher in wished:
        findings.append(_to_oneself(row, people.name(wisher)))
        return []
    if members and row["rank"] == NEVER:
        wished = members
    elif members:
        wished = [people.best(wisher, members, asked)]
        row = row.having(chosen_for=row["to"])
    return [row.having(**{"from": wisher, "to": each}) for each in wished]


def _keep(
    row: Row, kept: dict[tuple[str, str], Row], people: People, findings: list[Finding]
) -> None:
    pair = (row["from"], row["to"])
    earlier = kept.get(pair)
    if earlier is None:
        kept[pair] = row
        return
    ranks = (earlier["rank"], row["rank"])
    if NEVER in ranks and ranks != (NEVER, NEVER):
        findings.append(_contradictory(row, people))
        best = NEVER
    else:
        findings.append(_repeated(row, people))
        best = min(ranks)
    kept[pair] = earlier.having(rank=best)


def _to_oneself(row: Row, name: str) -> Finding:
    what = message("{value} wishes to meet themselves.", value=shown(name))
    return error(row.place("to"), "self-wish", what, message("Delete this wish."))


def _repeated(row: Row, people: People) -> Finding:
    what = message(
        "{wisher} has already wished to meet {wished}.",
        wisher=shown(people.name(row["from"])),
        wished=shown(people.name(row["to"])),
    )
    remedy = message("Delete one of the two; the best rank counts.")
    return warning(row.place("to"), "repeated-wish", what, remedy)


def _contradictory(row: Row, people: People) -> Finding:
    what = message(
        "{wisher} wishes both to meet {wished} and never to.",
        wisher=shown(people.name(row["from"])),
        wished=shown(people.name(row["to"])),
    )
    remedy = message("Delete one of the two; never counts.")
    return warning(row.place("to"), "wish-and-veto", what, remedy)
