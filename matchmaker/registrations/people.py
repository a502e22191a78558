"""Whom an id, an address or an organisation means among the participants."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.faulty import Faulty
from matchmaker.registrations.findings import Finding, error, shown
from matchmaker.registrations.firms import key_of_firm
from matchmaker.registrations.folding import fold, words_of
from matchmaker.registrations.suggestions import Suggestions
from matchmaker.values import share_a_language


class People:
    """Participants by id, by address, by name, and by organisation."""

    def __init__(self, draft: Draft) -> None:
        self.rows = {each["id"]: each for each in reversed(draft["participants"]) if each["id"]}
        self.rows = dict(reversed(self.rows.items()))
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_words: dict[str, list[str]] = defaultdict(list)
        self._members: dict[str, list[str]] = defaultdict(list)
        names = {each["id"]: each["name"] for each in draft["organisations"]}
        for key, row in self.rows.items():
            for name in {fold(key), fold(row["email"] or key)}:
                self._by_name[name].append(key)
            self._by_words[words_of(name_of(row))].append(key)
            if row["organisation"]:
                for name in {fold(row["organisation"]), fold(names.get(row["organisation"]) or "")}:
                    self._members[name].append(key)
        self._slots = frozenset(draft.ids("slots"))
        self._faulty = Faulty(draft["participants"])

    def person(self, text: str) -> list[str]:
        """Return those whom an id, an address or a whole name means: one, none, or several."""
        if text in self.rows:
            return [text]
        return self._by_name.get(fold(text)) or self._by_words.get(words_of(text), [])

    def members(self, text: str) -> list[str]:
        """Return the people of the organisation written `text`."""
        return self._members.get(fold(text), [])

    def name(self, key: str) -> str:
        """Return the name of a participant as it is written."""
        return name_of(self.rows[key])

    def is_somebody(self, text: str) -> bool:
        """Tell whether `text` means anybody, or an organisation that somebody comes for."""
        return bool(self.person(text) or self.members(text)) or self.is_faulty(text, or_firm=True)

    def is_faulty(self, text: str, or_firm: bool = False) -> bool:
        """Tell whether `text` means somebody whose own row has an error, or their organisation."""
        return self._faulty.has(text) or (or_firm and self._faulty.has_firm(text))

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
        """Return who was probably meant by `text`, with their name."""
        found = self._names.nearest(text)
        return None if found is None else self._meanings[found]

    def guess_of_all(self, text: str) -> str | None:
        """Return who or which organisation was probably meant by `text`."""
        found = self._all_names.nearest(text)
        return None if found is None else self._all_meanings[found]

    @cached_property
    def _names(self) -> Suggestions:
        return Suggestions(self._meanings)

    @cached_property
    def _all_names(self) -> Suggestions:
        return Suggestions(self._all_meanings)

    @cached_property
    def _meanings(self) -> dict[str, str]:
        """Whom each way to write somebody means."""
        meanings: dict[str, str] = {}
        for key, row in self.rows.items():
            label = f"{key} ({name_of(row)})"
            for each in (key, name_of(row), row["email"], row["last_name"]):
                meanings.setdefault(each or key, label)
        for each in self._faulty.names:
            meanings.setdefault(each, each)
        return meanings

    @cached_property
    def _all_meanings(self) -> dict[str, str]:
        """What each way to write somebody or their organisation means."""
        meanings = dict(self._meanings)
        for row in self.rows.values():
            if row["organisation"]:
                meanings.setdefault(row["organisation"], row["organisation"])
                meanings.setdefault(key_of_firm(row["organisation"]), row["organisation"])
        return meanings


def the_one(
    row: Row, name: str, people: People, findings: list[Finding], or_firm: bool = False
) -> str | None:
    """Return whom the field `name` means, or None with a finding.

    With `or_firm`, an organisation stands for its only member. Of somebody whose own row has an
    error, nothing is found here.
    """
    found = people.person(row[name])
    if or_firm and not found:
        found = people.members(row[name])
    if len(found) == 1:
        return found[0]
    if not found and people.is_faulty(row[name], or_firm):
        return None
    guess = people.guess_of_all if or_firm else people.guess
    findings.append(_ambiguous(row, name) if found else _unknown(row, name, guess(row[name])))
    return None


def _unknown(row: Row, name: str, guess: str | None) -> Finding:
    what = message("There is no participant {id}.", id=shown(row[name]))
    if guess is not None:
        remedy = message("Did you mean {suggestion}?", suggestion=shown(guess))
    elif name == "to":
        remedy = message(
            "Write the id, e-mail address or whole name of a participant; "
            "separate several by semicolons."
        )
    else:
        remedy = message("Write the id, e-mail address or whole name of a participant.")
    return error(row.place(name), "unknown-participant", what, remedy)


def _ambiguous(row: Row, name: str) -> Finding:
    what = message("{value} means more than one participant.", value=shown(row[name]))
    remedy = message("Write the id of the participant.")
    return error(row.place(name), "ambiguous-participant", what, remedy)


def name_of(row: Row) -> str:
    """Return the first and last name of a participant, or their id."""
    return f"{row['first_name'] or ''} {row['last_name'] or ''}".strip() or str(row["id"])
