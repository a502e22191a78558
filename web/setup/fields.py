"""Reading what was typed: each answer as a value, or an error beside its field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from babel.numbers import format_decimal
from werkzeug.datastructures import MultiDict

from matchmaker.messages import Message, message
from matchmaker.planning.pattern import FIRST_DAY, LAST_DAY
from web.languages import language
from web.registrations.cleaning import line

Answers = MultiDict[str, str]
Errors = dict[str, Message]

LANGUAGES = ("fr", "nl", "en")
"""The languages in which organisers name things."""
LONGEST = 200


@dataclass
class Fields:
    """One reading of a form; `errors` fills up in the order in which fields are read."""

    answers: Answers
    errors: Errors = field(default_factory=dict)

    def rows(self, name: str) -> list[int]:
        """Return the numbers of the rows that have a field of that name."""
        numbers = (each.removeprefix(f"{name}_") for each in self.answers)
        return sorted(int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 6)

    def text(self, name: str, most: int = LONGEST, missing: Message | None = None) -> str:
        """Return the line of text; with `missing`, there must be one."""
        text = line(self.answers.get(name, ""))
        if not text and missing is not None:
            self.errors[name] = missing
        if len(text) > most:
            self.errors[name] = message("Write at most {most} characters here.", most=most)
        return text[:most]

    def number(self, name: str, least: int, most: int, usual: int | None = None) -> int:
        """Return the whole number; an empty field is `usual` where there is one."""
        text = self.answers.get(name, "").strip()
        if not text and usual is not None:
            return usual
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
        if number is None or not least <= number <= most:
            self.errors[name] = message(
                "Write a whole number from {least} to {most}.", least=least, most=most
            )
            return least
        return number

    def decimal(self, name: str, most: float, places: int = 2) -> float | None:
        """Return the number, with comma or point, from 0 to `most`; None where nothing stands."""
        text = self.answers.get(name, "").strip().replace(",", ".")
        if not text:
            return None
        number = _decimal(text)
        if number is None or not 0 <= number <= most:
            self.errors[name] = message("Write a number from 0 to {most}.", most=most)
            return None
        return round(number, places)

    def clock(self, name: str) -> time:
        """Return the time of day."""
        text = self.answers.get(name, "").strip()
        try:
            found = time.fromisoformat(text.zfill(5) if len(text) < 6 else text)
        except ValueError:
            self.errors[name] = message("Write a time like 09:30.")
            return time(0)
        return found.replace(tzinfo=None)

    def day(self, name: str) -> date:
        """Return the day."""
        try:
            found = date.fromisoformat(self.answers.get(name, "").strip())
        except ValueError:
            found = date.min
        if not FIRST_DAY <= found <= LAST_DAY:
            self.errors[name] = message("Choose a day.")
            return FIRST_DAY
        return found

    def ticked(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return those of `known` that are ticked, in their order."""
        chosen = set(self.answers.getlist(name))
        return tuple(each for each in known if each in chosen)

    def chosen(self, name: str, known: Iterable[str]) -> str | None:
        """Return the choice if it is one of `known`, else None."""
        choice = self.answers.get(name, "")
        return choice if choice in set(known) else None

    def texts(
        self, name: str, before: Mapping[str, str], missing: Message | None = None, most: int = 200
    ) -> dict[str, str]:
        """Return a text in several languages; languages that no field is for stay as `before`."""
        kept = {key: text for key, text in before.items() if key not in (*LANGUAGES, "")}
        typed = {each: self.text(f"{name}_{each}", most) for each in LANGUAGES}
        written = {key: text for key, text in typed.items() if text}
        if not written and missing is not None:
            self.errors[f"{name}_{LANGUAGES[0]}"] = missing
        if list(before) == [""] and set(typed.values()) == {before[""]}:
            return dict(before)
        return written | kept


def _decimal(text: str) -> float | None:
    whole, _, fraction = text.partition(".")
    digits = whole + fraction
    is_plain = digits.isascii() and digits.isdigit() and len(digits) < 16
    return float(text if whole else f"0{text}") if is_plain else None


def answers_of_texts(name: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Return what one would type to say `texts`."""
    everywhere = texts.get("", "")
    return {f"{name}_{each}": texts.get(each, everywhere) for each in LANGUAGES}


def shown_decimal(number: float | None) -> str:
    """Return a number as one types it in the language of the page; empty for None."""
    return "" if number is None else format_decimal(number, "0.###", language())
