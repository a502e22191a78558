"""Reading the wishes of a person as organisers typed them, a row each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from matchmaker.messages import message
from web.registration import Choice, Registration, vetoed, wished
from web.registrations.answers import Answers
from web.registrations.cleaning import line
from web.registrations.directory import Directory
from web.registrations.first_wishes import Rank
from web.registrations.form import Errors
from web.setup.fields import Fields

BLANK_ROWS = 3
MOST_ROWS = 200


def answers_of_choices(said: Registration) -> Answers:
    """Return what one would type to say whom they wish to meet, most wanted first, then vetoes."""
    return _typed([(f"{each.kind}:{each.id}", str(each.rank)) for each in ordered(said)])


def ordered(said: Registration) -> list[Choice]:
    """Return the choices as they are listed: by rank, those of one rank as they stand, vetoes."""
    return [*wished(said), *vetoed(said)]


def moved(answers: Answers, number: int, step: int) -> Answers:
    """Return the rows as typed in which row `number` changes places with the one beside it."""
    rows = _rows(answers)
    other = number + step
    if {number, other} <= rows.keys():
        (whom, rank), (neighbour, place) = rows[number], rows[other]
        rows[number], rows[other] = (neighbour, rank), (whom, place)
    return _typed(list(rows.values()))


def with_more_rows(answers: Answers) -> Answers:
    """Return the rows as typed, so that there is room behind them."""
    return _typed(list(_rows(answers).values()))


@dataclass
class WishesForm:
    """One reading of the rows; `errors` holds those of rows that make no choice.

    Whoever was chosen before stays so, even if they are in no list any more.
    """

    answers: Answers
    directory: Directory
    before: Registration
    errors: Errors = field(default_factory=dict)

    def choices(self) -> tuple[Choice, ...]:
        """Return everybody chosen, those whose row is ticked as removed apart."""
        found: dict[str, Choice] = {}
        for number in Fields(self.answers).rows("whom"):
            choice = self._choice(number)
            if choice is None:
                continue
            key = f"{choice.kind}:{choice.id}"
            if key in found:
                self.errors[f"whom_{number}"] = message("They stand above already. Keep one row.")
            found[key] = choice
        return tuple(found.values())

    def _choice(self, number: int) -> Choice | None:
        name = f"whom_{number}"
        text = line(self.answers.get(name, ""))
        if not text or self.answers.get(f"remove_{number}"):
            return None
        rank = self.answers.get(f"rank_{number}", "")
        for each in self.before.choices:
            if text == f"{each.kind}:{each.id}":
                return each.model_copy(update={"rank": self._rank(number, rank)})
        entry = self.directory.find(text)
        if entry is None:
            self.errors[name] = message("Nobody of that name is in the list. Choose from the list.")
            return None
        return Choice(kind=entry.kind, id=entry.id, rank=self._rank(number, rank))

    def _rank(self, number: int, text: str) -> Rank:
        if text == "never":
            return "never"
        if text.isascii() and text.isdigit() and 0 < int(text[:9]) <= MOST_ROWS:
            return int(text)
        self.errors[f"rank_{number}"] = message("Choose a rank, or “never”.")
        return 1


def ranks(rows: int) -> Sequence[str]:
    """Return the ranks that are offered where there are so many rows."""
    return [str(each) for each in range(1, max(rows, 8) + 1)]


def _rows(answers: Answers) -> dict[int, tuple[str, str]]:
    """Return whom and rank of each row that says somebody, numbered as typed."""
    numbers = Fields(answers).rows("whom")
    said = {n: (answers.get(f"whom_{n}", ""), answers.get(f"rank_{n}", "")) for n in numbers}
    return {n: each for n, each in said.items() if each[0] and not answers.get(f"remove_{n}")}


def _typed(rows: Sequence[tuple[str, str]]) -> Answers:
    """Return the fields that say `rows`, with blank rows behind them."""
    answers: Answers = MultiDict()
    blank = [("", "")] * BLANK_ROWS
    for number, (whom, rank) in enumerate((*rows, *blank), start=1):
        answers[f"whom_{number}"], answers[f"rank_{number}"] = whom, rank
    return answers
