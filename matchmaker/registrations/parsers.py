"""From the value of one cell to the value of one field, or a Refusal that says why not."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from email_validator import EmailNotValidError
from pydantic import validate_email
from pydantic_core import PydanticCustomError

from matchmaker.cells import ERRORS
from matchmaker.messages import Message, message
from matchmaker.registrations import choices, lists
from matchmaker.registrations.cells import text_of
from matchmaker.registrations.findings import shown
from matchmaker.registrations.languages import (
    LONGEST_CODE,
    UnknownLanguageError,
    language_code,
    languages,
    likely_names,
)
from matchmaker.registrations.moments import Moment, moment_of
from matchmaker.registrations.suggestions import nearest
from matchmaker.terms import BONUS_DECIMALS, MOST_BONUS
from matchmaker.values import MOST, TEXT_LENGTH

Parser = Callable[[Any], Any]
SLIP = 1e-9
NUMBER = re.compile(r"\+?([0-9]{1,9})(?:[.,]([0-9]{1,20}))?(e[+-]?[0-9]{1,3})?", re.IGNORECASE)


class Refusal(Exception):  # noqa: N818 - not a failure of the program
    """A value that cannot be understood: the code of the problem, what, and how to mend it."""

    def __init__(self, code: str, what: Message, remedy: Message) -> None:
        self.code, self.what, self.remedy = code, what, remedy
        super().__init__(str(what))


def plain(value: Any, most: int = TEXT_LENGTH) -> str:
    """Return the text of at most `most` characters in a cell."""
    text = text_of(value)
    if isinstance(value, str) and value.strip() in ERRORS:
        what = message("{value} is an error of the spreadsheet.", value=text)
        raise Refusal("spreadsheet-error", what, message("Correct the formula in this cell."))
    return short(text, most)


def short(text: str, most: int = TEXT_LENGTH) -> str:
    """Return `text`, which has at most `most` characters."""
    if len(text) > most:
        what = message("The text has {length} characters.", length=len(text))
        remedy = message("Shorten it to {most} characters at most.", most=most)
        raise Refusal("too-long", what, remedy)
    return text


def of_length(most: int) -> Parser:
    """Return the parser of texts of at most `most` characters."""
    return partial(plain, most=most)


def whole_number(value: Any, least: int = 0) -> int:
    """Return a whole number from `least` to 999 999 999; "3.0" and "3,0" are 3."""
    number = _number(value)
    if number is None or not number.is_integer() or not least <= number <= MOST:
        what = message(
            "{value} is not a whole number of {least} or more.", value=shown(value), least=least
        )
        raise Refusal("bad-number", what, message("Write digits only, for example 3."))
    return int(number)


def positive(value: Any) -> int:
    """Return a whole number of 1 or more."""
    return whole_number(value, least=1)


def bonus(value: Any, most: int = MOST_BONUS) -> float:
    """Return a number from 0 to `most` of at most three decimals, with a decimal point or comma."""
    number = _number(value)
    short = None if number is None else round(number, BONUS_DECIMALS)
    # What a spreadsheet computed may be off in the last of its many decimals.
    if short is None or abs(short - (number or 0)) > SLIP or not 0 <= short <= most:
        what = message(
            "{value} is not a number from 0 to {most} with at most {decimals} decimals.",
            value=shown(value),
            most=most,
            decimals=BONUS_DECIMALS,
        )
        raise Refusal("bad-number", what, message("Write it like 0.25."))
    return short


def share(value: Any) -> float:
    """Return a part of a whole, from 0 to 1, of at most three decimals."""
    return bonus(value, most=1)


def coordinate(value: Any) -> float:
    """Return a distance of 0 or more, with a decimal point or comma."""
    number = _number(value)
    if number is None or not 0 <= number <= MOST:
        what = message("{value} is not a number of 0 or more.", value=shown(value))
        raise Refusal("bad-number", what, message("Write it like 3.5."))
    return number


def numbers(value: Any) -> tuple[int, ...]:
    """Return the whole numbers of a list or of a cell that separates them."""
    items = value if isinstance(value, list) else re.split(r"[|,;\s]+", text_of(value))
    return tuple(whole_number(each) for each in items if text_of(each))


def moment(value: Any) -> Moment:
    """Return a day, a time of day, or both."""
    found = moment_of(value)
    if found is None:
        what = message("{value} is not a day with a time.", value=shown(value))
        remedy = message("Write it as 2027-03-18 13:30.")
        raise Refusal("bad-time", what, remedy)
    return found


def yes_or_no(value: Any) -> bool:
    """Return what a word or number means."""
    meaning = choices.yes_or_no(text_of(value))
    if meaning is None:
        what = message("{value} is neither yes nor no.", value=shown(value))
        raise Refusal("bad-yes-no", what, message("Write yes or no."))
    return meaning


def email(value: Any) -> str:
    """Return an e-mail address."""
    text = plain(value)
    try:
        return validate_email(text)[1]
    except (PydanticCustomError, EmailNotValidError, ValueError):
        what = message("{value} is not an e-mail address.", value=shown(text))
        remedy = message("Correct the address or leave it empty.")
        raise Refusal("bad-email", what, remedy) from None


def side(value: Any) -> str:
    """Return `buyer` or `seller`."""
    meaning = choices.side_of(text_of(value))
    if meaning is None:
        what = message("{value} is neither buyer nor seller.", value=shown(value))
        remedy = message("Write buyer or seller, or leave it empty.")
        raise Refusal("unknown-side", what, remedy)
    return meaning


def region(value: Any) -> str:
    """Return FR, WAL, VLG or the region as it is written."""
    return choices.region_of(plain(value, most=40))


def rank(value: Any) -> int | str:
    """Return the rank of a wish, from 1, or `never`."""
    if choices.means_never(text_of(value)):
        return "never"
    try:
        return positive(value)
    except Refusal:
        what = message("{value} is not a rank.", value=shown(value))
        remedy = message("Write 1 for the most wanted, then 2, 3…, or never.")
        raise Refusal("bad-rank", what, remedy) from None


def language_list(value: Any) -> tuple[str, ...]:
    """Return the codes of the languages that a cell or list names."""
    items = map(text_of, value) if isinstance(value, list) else [plain(value)]
    try:
        return tuple(dict.fromkeys(code for each in items for code in languages(each)))
    except UnknownLanguageError as error:
        raise _unknown_language(str(error)) from None


def term_list(value: Any) -> tuple[str, ...]:
    """Return the terms of a cell or list, each of at most 1000 characters."""
    if isinstance(value, list):
        return tuple(text for each in value if (text := plain(each)))
    return tuple(map(short, lists.terms(text_of(value))))


def texts(by_language: dict[str, Any]) -> dict[str, str]:
    """Return a text by language code, from the cells of its columns."""
    return {language_key(key): plain(value) for key, value in by_language.items()}


def list_of_texts(by_language: dict[str, Any]) -> tuple[dict[str, str], ...]:
    """Return texts by language, from lists or cells that hold one text after another."""
    columns = {language_key(key): _pieces(value) for key, value in by_language.items()}
    length = max(map(len, columns.values()), default=0)
    return tuple(_at(columns, index) for index in range(length))


def language_key(key: str) -> str:
    """Return the language code that `key` means, or `key` itself where it means none."""
    return (language_code(key) or key) if "-" not in key else key


def _number(value: Any) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if abs(value) <= MOST else None
    found = NUMBER.fullmatch(re.sub(r"\s", "", "" if isinstance(value, bool) else text_of(value)))
    return float(f"{found[1]}.{found[2] or 0}{found[3] or ''}") if found else None


def _at(columns: dict[str, list[Any]], index: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, pieces in columns.items():
        piece = pieces[index] if index < len(pieces) else ""
        if isinstance(piece, dict):
            found |= texts(piece)
        elif piece:
            found[key] = short(piece)
    return found


def _pieces(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [each if isinstance(each, dict) else text_of(each) for each in value]
    text = text_of(value)
    split = lists.at_bars if lists.has_bar(text) else _at_line_breaks
    pieces = split(text)
    return pieces[:-1] if pieces and not pieces[-1] else pieces


def _at_line_breaks(text: str) -> list[str]:
    return list(map(lists.unescaped, text.split("\n")))


def _unknown_language(word: str) -> Refusal:
    what = message("{value} is not a language.", value=shown(word))
    guess = nearest(word, likely_names()) if len(word) > LONGEST_CODE else None
    if guess is None:
        return Refusal("unknown-language", what, message("Write codes such as fr, nl or en."))
    remedy = message("Did you mean {suggestion}?", suggestion=guess)
    return Refusal("unknown-language", what, remedy)
