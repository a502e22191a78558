"""From wishes as written (to an id, an address or an organisation) to wishes among participants."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.findings import Finding, error, shown, warning
from matchmaker.registrations.firms import key_of_firm
from matchmaker.registrations.folding import fold
from matchmaker.registrations.suggestions import Suggestions
from matchmaker.values import share_a_language

NEVER = "never"


class People:
    """Participants by id, by address, and by organisation."""

    def __init__(self, draft: Draft) -> None:
        self.rows = {each["id"]: each for each in reversed(draft["participants"]) if each["id"]}
        self.rows = dict(reversed(self.rows.items()))
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._members: dict[str, list[str]] = defaultdict(list)
        names = {each["id"]: each["name"] for each in draft["organisations"]}
        for key, row in self.rows.items():
            for name in {fold(key), fold(row["email"] or key)}:
                self._by_name[name].append(key)
            if row["organisation"]:
                for name in {fold(row["organisation"]), fold(names.get(row["organisation"]) or "")}:
                    self._members[name].append(key)
        self._slots = frozenset(draft.ids("slots"))

    def person(self, text: str) -> list[str]:
        """Return those whom an id or an address means: one, none, or several with one address."""
        return [text] if text in self.rows else self._by_name.get(fold(text), [])

    def members(self, text: str) -> list[str]:
        """Return the people of the organisation written `text`."""
        return self._members.get(fold(text), [])

    def best(self, wisher: str, members: Iterable[str], asked: Counter[str]) -> str:
        """Return who of `members` fits `wisher` best.

        On the other side, sharing a language, sharing most slots, wished for least so far, first
        in the file: in this order.
        """
        one = self.rows[wisher]

        def fitness(other: str) -> tuple[bool, bool, int, int]:
            row = self.rows[other]
            across = not one["side"] or one["side"] != row["side"]
            shares = share_a_language(one["languages"] or (), row["languages"] or ())
            away = {*(one["unavailable"] or ()), *(row["unavailable"] or ())}
            return across, shares, len(self._slots - away), -asked[other]

        return max(members, key=fitness)

    def guess(self, text: str) -> str | None:
        """Return what was probably meant by `text`, with the name of the person."""
        found = self._suggestions.nearest(text)
        return None if found is None else self._meanings[found]

    @cached_property
    def _suggestions(self) -> Suggestions:
        return Suggestions(self._meanings)

    @cached_property
    def _meanings(self) -> dict[str, str]:
        """What each way to write somebody or their organisation means."""
        meanings: dict[str, str] = {}
        for key, row in self.rows.items():
            label = f"{key} ({_name(row)})"
            for each in (key, _name(row), row["email"], row["last_name"]):
                meanings.setdefault(each or key, label)
        for row in self.rows.values():
            if row["organisation"]:
                meanings.setdefault(row["organisation"], row["organisation"])
                meanings.setdefault(key_of_firm(row["organisation"]), row["organisation"])
        return meanings


def with_wishes(draft: Draft) -> Step:
    """Return the draft whose wishes are among participants, each pair once in each direction."""
    if "participants" in draft.unread:
        return draft.having("wishes", ()), ()
    people = People(draft)
    findings: list[Finding] = []
    asked: Counter[str] = Counter()
    kept: dict[tuple[str, str], Row] = {}
    for row in draft["wishes"]:
        for each in _among(row, people, asked, findings):
            asked[each["to"]] += each["rank"] != NEVER
            _keep(each, kept, findings)
    return draft.having("wishes", kept.values()), tuple(findings)


def _among(row: Row, people: People, asked: Counter[str], findings: list[Finding]) -> list[Row]:
    """Return one wish, one veto for each person of an organisation, or none with a finding."""
    if not row["from"] or not row["to"]:
        return []
    wisher = _one(row, "from", people, findings)
    wished = people.person(row["to"])
    members = [] if wished else [each for each in people.members(row["to"]) if each != wisher]
    if not members:
        only = _one(row, "to", people, findings)
        wished = [only] if only else []
    if wisher is None or row["rank"] is None:
        return []
    if wisher in wished:
        findings.append(_to_oneself(row))
        return []
    if members:
        wished = members if row["rank"] == NEVER else [people.best(wisher, members, asked)]
    return [row.having(**{"from": wisher, "to": each}) for each in wished]


def _one(row: Row, name: str, people: People, findings: list[Finding]) -> str | None:
    found = people.person(row[name])
    if len(found) == 1:
        return found[0]
    if name == "to" and not found:
        found = people.members(row[name])
        if len(found) == 1:
            return found[0]
    findings.append(_ambiguous(row, name) if found else _unknown(row, name, people))
    return None


def _keep(row: Row, kept: dict[tuple[str, str], Row], findings: list[Finding]) -> None:
    pair = (row["from"], row["to"])
    earlier = kept.get(pair)
    if earlier is None:
        kept[pair] = row
        return
    ranks = (earlier["rank"], row["rank"])
    if NEVER in ranks and ranks != (NEVER, NEVER):
        findings.append(_contradictory(row))
        best = NEVER
    else:
        findings.append(_repeated(row))
        best = min(ranks)
    kept[pair] = earlier.having(rank=best)


def _unknown(row: Row, name: str, people: People) -> Finding:
    what = message("There is no participant {id}.", id=shown(row[name]))
    guess = people.guess(row[name])
    if guess is None:
        remedy = message("Write the id or e-mail address of a participant.")
    else:
        remedy = message("Did you mean {suggestion}?", suggestion=shown(guess))
    return error(row.place(name), "unknown-participant", what, remedy)


def _ambiguous(row: Row, name: str) -> Finding:
    what = message("{value} means more than one participant.", value=shown(row[name]))
    remedy = message("Write the id of the participant.")
    return error(row.place(name), "ambiguous-participant", what, remedy)


def _to_oneself(row: Row) -> Finding:
    what = message("{value} wishes to meet themselves.", value=shown(row["from"]))
    return error(row.place("to"), "self-wish", what, message("Delete this row."))


def _repeated(row: Row) -> Finding:
    what = message(
        "{wisher} has already wished to meet {wished}.",
        wisher=shown(row["from"]),
        wished=shown(row["to"]),
    )
    remedy = message("Delete one of the rows; the best rank counts.")
    return warning(row.place("to"), "repeated-wish", what, remedy)


def _contradictory(row: Row) -> Finding:
    what = message(
        "{wisher} wishes both to meet {wished} and never to.",
        wisher=shown(row["from"]),
        wished=shown(row["to"]),
    )
    remedy = message("Delete one of the rows; never counts.")
    return warning(row.place("to"), "wish-and-veto", what, remedy)


def _name(row: Row) -> str:
    return f"{row['first_name'] or ''} {row['last_name'] or ''}".strip() or str(row["id"])
