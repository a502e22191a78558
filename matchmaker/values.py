"""What all values of the domain share."""

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)

NAME_LENGTH = 80
ORGANISATION_LENGTH = 120
TEXT_LENGTH = 1000
MOST = 999_999_999
"""The largest number in an event."""


class Value(BaseModel):
    """An immutable value that refuses unknown fields; equal when its fields are equal."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


def fields_of(value: Value) -> dict[str, Any]:
    """Return the fields of `value` by name, each as it is and not taken apart."""
    return {name: getattr(value, name) for name in type(value).model_fields}


Id = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Ids = Annotated[frozenset[Id], PlainSerializer(sorted, return_type=list[str])]
"""A set of ids, written in sorted order so that equal values give equal bytes."""
Count = Annotated[int, Field(ge=0, le=MOST)]
Positive = Annotated[int, Field(gt=0, le=MOST)]
CONTACT_LENGTH = 200
Contact = Annotated[str, StringConstraints(max_length=CONTACT_LENGTH)]
"""How the organisers are reached, as people read it: a name, an e-mail address, a number."""
Name = Annotated[str, StringConstraints(max_length=NAME_LENGTH)]
Term = Annotated[str, StringConstraints(min_length=1, max_length=TEXT_LENGTH)]
Language = Annotated[
    str, StringConstraints(to_lower=True, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z]{2,4})?$")
]


def _by_language(value: object) -> object:
    return {"": value} if isinstance(value, str) else value


Texts = Annotated[
    dict[str, Annotated[str, StringConstraints(max_length=TEXT_LENGTH)]],
    BeforeValidator(_by_language),
]
"""A text by language code; a plain string is the same text in every language (key "")."""


def text_in(texts: dict[str, str], language: str) -> str:
    """Return the text for `language`, else the one for all languages, else the first there is."""
    for key in (language, ""):
        if key in texts:
            return texts[key]
    return next(iter(texts.values()), "")


def repeated(ids: Iterable[str]) -> list[str]:
    """Return the ids that occur more than once, each once, in order of their first repetition."""
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for each in ids:
        if each in seen:
            twice[each] = None
        seen.add(each)
    return list(twice)


@cache
def time_zones() -> frozenset[str]:
    """Return the names of all time zones; looking them up takes a walk through the file system."""
    return frozenset(available_timezones())


def share_a_language(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two sets of languages meet; an empty set means that all are spoken."""
    ours, theirs = set(one), set(other)
    return not ours or not theirs or not ours.isdisjoint(theirs)
