"""The tables of an event and their fields: what may stand in a file, in canonical words."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from matchmaker.registrations import parsers
from matchmaker.values import CONTACT_LENGTH, NAME_LENGTH, ORGANISATION_LENGTH

ID_LENGTH = 120


class Shape(Enum):
    """How a field stands in the columns of a sheet."""

    ONE = auto()
    """One column."""
    TEXTS = auto()
    """One column for all languages, or one for each: `title`, `title_fr`, `title_nl`."""


@dataclass(frozen=True)
class Field:
    """A field of a table and the parser of its cells.

    `refers_to` names the table whose ids it holds; the parser then leaves the cell as it is, and
    `many` tells whether it holds several.
    """

    name: str
    parse: parsers.Parser
    required: bool = False
    shape: Shape = Shape.ONE
    refers_to: str = ""
    many: bool = False


def _raw(value: Any) -> Any:
    return value


def _id(name: str = "id") -> Field:
    return Field(name, parsers.of_length(ID_LENGTH), required=True)


def _texts(name: str, *, required: bool = False) -> Field:
    return Field(name, parsers.texts, required, Shape.TEXTS)


def _one(name: str, table: str, *, required: bool = False) -> Field:
    return Field(name, parsers.of_length(ID_LENGTH), required, refers_to=table)


def _many(name: str, table: str, *, required: bool = False) -> Field:
    return Field(name, _raw, required, refers_to=table, many=True)


TABLES: dict[str, tuple[Field, ...]] = {
    "event": (
        _texts("name", required=True),
        _texts("venue"),
        Field("contact", parsers.of_length(CONTACT_LENGTH)),
        Field("timezone", parsers.plain),
        Field("languages", parsers.language_list),
        Field("tables", parsers.whole_number),
    ),
    "slots": (
        _id(),
        Field("date", parsers.moment),
        Field("start", parsers.moment, required=True),
        Field("end", parsers.moment, required=True),
    ),
    "rooms": (_id(), _texts("name")),
    "tables": (
        _id(),
        _one("room", "rooms"),
        Field("x", parsers.coordinate),
        Field("y", parsers.coordinate),
    ),
    "workshops": (
        _id(),
        _texts("title", required=True),
        Field("questions", parsers.list_of_texts, shape=Shape.TEXTS),
    ),
    "sessions": (
        _id(),
        _one("workshop", "workshops", required=True),
        _many("slots", "slots", required=True),
        _one("room", "rooms"),
        Field("capacity", parsers.positive, required=True),
        Field("minimum", parsers.whole_number),
        Field("languages", parsers.language_list),
        _many("facilitators", "participants"),
        _many("interpreters", "interpreters"),
    ),
    "interpreters": (
        _id(),
        Field("name", parsers.of_length(NAME_LENGTH), required=True),
        Field("languages", parsers.language_list, required=True),
        _many("unavailable", "slots"),
    ),
    "organisations": (
        _id(),
        Field("name", parsers.of_length(ORGANISATION_LENGTH), required=True),
    ),
    "participants": (
        _id(),
        Field("name", parsers.of_length(NAME_LENGTH)),
        Field("first_name", parsers.of_length(NAME_LENGTH)),
        Field("last_name", parsers.of_length(NAME_LENGTH)),
        Field("email", parsers.email),
        Field("organisation", parsers.of_length(ORGANISATION_LENGTH), required=True),
        Field("region", parsers.region),
        Field("languages", parsers.language_list),
        Field("understands", parsers.language_list),
        Field("side", parsers.side),
        Field("cluster", parsers.of_length(120)),
        Field("offers", parsers.term_list),
        Field("seeks", parsers.term_list),
        _many("unavailable", "slots"),
        Field("min_meetings", parsers.whole_number),
        Field("max_meetings", parsers.whole_number),
        _one("table", "tables"),
        _many("workshops", "workshops"),
        Field("suggestions", parsers.yes_or_no),
        Field("stays", parsers.yes_or_no),
    ),
    "wishes": (
        Field("from", parsers.plain, required=True),
        Field("to", parsers.plain, required=True),
        Field("rank", parsers.rank, required=True),
    ),
    "already_met": (
        _one("participant_a", "participants", required=True),
        _one("participant_b", "participants", required=True),
    ),
    "locked_meetings": (
        Field("participant_a", parsers.plain, required=True),
        Field("participant_b", parsers.plain, required=True),
        _one("slot", "slots"),
        _one("table", "tables"),
    ),
    "locked_attendances": (
        Field("participant", parsers.plain, required=True),
        _one("session", "sessions", required=True),
    ),
    "rules": (
        Field("same_organisation", parsers.yes_or_no),
        Field("already_met", parsers.yes_or_no),
        Field("without_common_language", parsers.yes_or_no),
        Field("trios", parsers.yes_or_no),
        Field("sessions_per_participant", parsers.whole_number),
        Field("cross_border_share", parsers.share),
    ),
    "objective": (
        Field("rank_weights", parsers.numbers),
        Field("cross_border_bonus", parsers.bonus),
        Field("workshop_weights", parsers.numbers),
        Field("floor", parsers.share),
        Field("value_tolerance", parsers.share),
    ),
}
STAND_INS = {("participants", "id"): "email"}
"""The field that a required one is made from where it is missing."""
SETTINGS = ("event", "rules", "objective")
"""Tables of one record, which sheets may write as a column of names and a column of values."""


def field_of(table: str, key: str) -> Field | None:
    """Return the field of `table` that the column key `key` (such as `title_fr`) belongs to."""
    for field in TABLES[table]:
        is_text = field.shape is Shape.TEXTS
        if key == field.name or (is_text and key.startswith(f"{field.name}_")):
            return field
    return None
