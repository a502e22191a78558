from matchmaker.registrations.assembly import assembled
from matchmaker.registrations.drafts import Draft, Row
from matchmaker.registrations.findings import Place
from matchmaker.registrations.records import Record
from tests import factories


def row(table: str, **values: object) -> Row:
    return Row(Record(table, Place("event.toml", 7), {}), values)


def test_what_the_event_itself_refuses_becomes_a_problem() -> None:
    slot = factories.slots(1)[0]
    draft = Draft(
        {
            "event": (row("event", name={"": "Day"}),),
            "slots": (row("slots", id=slot.id, start=slot.start, end=slot.end),),
            "tables": (row("tables", id="1", room="hall"),),
        }
    )
    event, findings = assembled(draft)
    assert event is None
    assert [(each.place.row, each.code, str(each.what)) for each in findings] == [
        (
            7,
            "invalid",
            "event is not valid: Value error, table 1 refers to room hall, which does not ex….",
        )
    ]
