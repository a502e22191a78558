"""Tables given by their number, and rooms that are named without being listed."""

from dataclasses import replace

from matchmaker.messages import message
from matchmaker.registrations.drafts import Draft, Row, Step
from matchmaker.registrations.findings import Finding, error
from matchmaker.registrations.limits import LIMITS
from matchmaker.registrations.records import Record


def with_places(draft: Draft) -> Step:
    """Return the draft with its numbered tables, and with the rooms it names if it lists none."""
    draft, findings = _with_numbered_tables(draft)
    if not draft["rooms"] and "rooms" not in draft.unread:
        named = [row for table in ("tables", "sessions") for row in draft[table] if row["room"]]
        by_name = {row["room"]: row for row in reversed(named)}
        rooms = [_made("rooms", row, each) for each, row in reversed(by_name.items())]
        draft = draft.having("rooms", rooms)
    return draft, findings


def _with_numbered_tables(draft: Draft) -> Step:
    row = next((each for each in draft["event"] if each["tables"] is not None), None)
    if row is None:
        return draft, ()
    if row["tables"] > LIMITS.tables:
        return replace(draft, unread=draft.unread | {"tables"}), (_too_many(row),)
    made = [_made("tables", row, str(number)) for number in range(1, row["tables"] + 1)]
    return draft.having("tables", (*draft["tables"], *made)), ()


def _made(table: str, row: Row, name: str) -> Row:
    return Row(
        Record(table, row.place("tables" if table == "tables" else "room"), {}), {"id": name}
    )


def _too_many(row: Row) -> Finding:
    what = message("There are more than {most} tables.", most=LIMITS.tables)
    remedy = message("Write the number of tables that stand in the rooms.")
    return error(row.place("tables"), "too-large", what, remedy)
