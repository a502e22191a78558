"""A small afternoon with everything that the pages can show."""

from matchmaker.certificate import Certificate, Shortfall, Status
from matchmaker.event import Event
from matchmaker.people import Organisation
from matchmaker.programme import Session, Workshop
from matchmaker.timetable import Timetable
from tests.factories import event, meeting, person, slots, tables, wish


def afternoon() -> Event:
    return event(
        [
            person(
                "anna",
                organisation="mill",
                region="FR",
                languages=("fr",),
                email="anna@example.org",
            ),
            person("bert", organisation="weverij", region="VLG", languages=("nl", "fr")),
            person("chloe", organisation="mill", region="FR", languages=("fr",)),
            person("dries", organisation="weverij", region="VLG", languages=("nl",), table="2"),
        ],
        name={"fr": "Journée textile", "nl": "Textieldag", "en": "Textile day"},
        slots=slots(4),
        tables=tables(2),
        organisations=(
            Organisation(id="mill", name="Moulin & Fils"),
            Organisation(id="weverij", name="Weverij De Leie"),
        ),
        workshops=(
            Workshop(id="finance", title={"fr": "Financer", "nl": "Financieren", "en": "Finance"}),
            Workshop(id="ideas", title={"fr": "Idées", "nl": "Ideeën", "en": "Ideas"}),
        ),
        sessions=(Session(id="finance-1", workshop="finance", slots=("4",), capacity=10),),
        wishes=(wish("anna", "bert"), wish("bert", "anna"), wish("chloe", "dries", 2)),
    )


def timetable() -> Timetable:
    return Timetable(meetings=(meeting("anna", "bert"),))


def certificate(status: Status = Status.FEASIBLE) -> Certificate:
    return Certificate(
        status=status,
        value=20.0,
        bound=25.0,
        gap=0.2,
        bound_reason="A complete search of all timetables found none worth more.",
        participants=4,
        meetings=1,
        wishes_met=2,
        wishes_total=3,
        min_meetings=0,
        gini=0.5,
        idle_slots=1,
        table_moves=0,
        workshop_value=0,
        cross_border_share=1.0,
        baseline_value=16.0,
        seconds=1.5,
        seed=0,
        versions={},
        shortfalls=(
            Shortfall(
                participant="dries",
                meetings=0,
                minimum=1,
                reason="{name} has {count} free slots for a minimum of {minimum} meetings.",
                values={"name": "dries", "count": 0, "minimum": 1},
            ),
        )
        if status is Status.INFEASIBLE
        else (),
    )
