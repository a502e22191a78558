"""What tables and their fields are called on the pages of the organisers."""

from collections.abc import Mapping

from matchmaker.messages import Message, message
from matchmaker.registrations.wish_columns import is_choice, rank_of

TABLES: Mapping[str, Message] = {
    "participants": message("Participants"),
    "organisations": message("Organisations"),
    "wishes": message("Wishes"),
    "event": message("Name and place"),
    "slots": message("Slots"),
    "rooms": message("Rooms"),
    "tables": message("Tables"),
    "workshops": message("Workshops"),
    "sessions": message("Sittings"),
    "interpreters": message("Interpreters"),
    "already_met": message("Pairs who met before"),
    "locked_meetings": message("Locked meetings"),
    "locked_attendances": message("Locked places in sittings"),
    "rules": message("Rules"),
    "objective": message("Weights"),
}
"""In the order in which changes are shown."""

FIELDS: Mapping[str, Message] = {
    "id": message("Number or code"),
    "name": message("Name"),
    "first_name": message("First name"),
    "last_name": message("Last name"),
    "email": message("E-mail"),
    "organisation": message("Organisation"),
    "region": message("Region"),
    "languages": message("Languages"),
    "understands": message("Understands a little"),
    "side": message("Buyer or seller"),
    "cluster": message("Cluster"),
    "offers": message("Offers"),
    "seeks": message("Seeks"),
    "unavailable": message("Absent in slots"),
    "min_meetings": message("Fewest meetings"),
    "max_meetings": message("Most meetings"),
    "table": message("Fixed table"),
    "workshops": message("Workshops"),
    "suggestions": message("Accepts suggested meetings"),
    "stays": message("Stays at one table"),
    "wishes": message("Whom they wish to meet, in order"),
    "from": message("Who wishes"),
    "to": message("Whom they wish to meet"),
    "rank": message("Rank"),
}


def table_name(table: str) -> Message:
    """Return what `table` is called."""
    return TABLES[table]


def field_name(field: str, table: str = "") -> Message:
    """Return what a field of `table` is called; of the programme, the word that files use."""
    if (table, field) == ("participants", "name"):
        return message("Full name")
    if is_choice(field):
        return message("Wish {number}", number=rank_of(field))
    return FIELDS.get(field) or message("{field}", field=field)
