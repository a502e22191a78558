"""A cross-border food day with 64 people, and a timetable made without any cleverness."""

from datetime import datetime, timedelta
from itertools import combinations

from matchmaker.event import Event
from matchmaker.people import Interpreter, Organisation, Participant, Wish
from matchmaker.programme import Room, Session, Slot, Table, Workshop
from matchmaker.timetable import Attendance, Meeting, Timetable
from matchmaker.values import share_a_language
from tests import factories

FIRST = [
    "Anne-Sophie",
    "Thibault",
    "Marieke",
    "Joris",
    "Élodie",
    "Bart",
    "Fatima",
    "Wouter",
    "Chloé",
    "Pieter",
    "Agnieszka",
    "Jean-Luc",
    "Lieselotte",
    "Mehdi",
    "Griet",
    "Baptiste",
]
LAST = [
    "Vanhoutte",
    "Delannoy",
    "Van den Broucke",
    "D’Haese",
    "Lefèvre-Carpentier",
    "Wójcik",
    "Ben Saïd",
    "De Smedt",
    "Leclercq",
    "Vandenbussche",
    "Półtorak",
    "Dewaele",
    "Ștefănescu",
    "Hennebelle",
    "Papadopoulou",
    "Øvergård",
]
FIRMS = (
    "Pôle Euralimentaire – Marché d’Intérêt National de Lille",
    "Voedingsbedrijven West-Vlaanderen / Entreprises alimentaires de Flandre occidentale",
    "Brasserie de la Pévèle",
    "Westhoek Groenten & Fruit cvba",
    "Wagralim – Pôle de compétitivité agro-industriel wallon",
    "Fédération des entreprises agro-alimentaires du Hainaut occidental / Picardie wallonne",
    "Koudeketen Kortrijk NV",
    "Laiterie des Monts de Flandre",
)
OFFERS = (
    "Emballages recyclables en carton ondulé",
    "Gevriesde groenten en kruiden, biologisch geteeld, verpakt per 400 g",
    "Logistique du froid entre Lille, Tournai et Kortrijk, livraison de nuit",
    "Machinebouw voor kleine brouwerijen",
)
SEEKS = (
    "Partenaires pour un projet Interreg sur le gaspillage alimentaire",
    "Distributeurs in Noord-Frankrijk",
    "Producteurs de houblon local; malterie",
    "Onderzoekspartner voor plantaardige eiwitten en kaasalternatieven",
)
LANGUAGES = {"FR": ("fr",), "WAL": ("fr", "en"), "VLG": ("nl", "en")}
NOON = datetime(2027, 3, 18, 13, 30)


def food_day(people: int = 64) -> Event:
    """Return an event of `people` with 12 slots, 2 workshops, 2 interpreters, vetoes and all."""
    participants = tuple(_participant(number) for number in range(people))
    return Event(
        name={"fr": "Rencontres agroalimentaires", "nl": "Ontmoetingen voeding"},
        venue={"fr": "Kortrijk Xpo, salle Rambla", "nl": "Kortrijk Xpo, Ramblazaal"},
        slots=_slots(),
        rooms=(
            Room(id="hall", name={"fr": "Grande salle", "nl": "Grote zaal"}),
            Room(id="lys", name={"fr": "Salle de la Lys", "nl": "Leiezaal"}),
        ),
        tables=tuple(Table(id=str(number), room="hall") for number in range(1, 25)),
        workshops=(
            Workshop(id="W1", title={"fr": "Circuits courts", "nl": "Korte keten"}),
            Workshop(
                id="W2",
                title={
                    "fr": "Emballages durables : de l’obligation à l’avantage",
                    "nl": "Duurzame verpakking: van verplichting naar voordeel",
                },
            ),
        ),
        sessions=(
            _session("W1-A", "W1", ("6", "7"), ("P01", "P02"), ("I2",)),
            _session("W2-A", "W2", ("8", "9"), ("P04", "P05"), ()),
        ),
        interpreters=(
            Interpreter(id="I1", name="Hilde Verschueren", languages=("fr", "nl", "en")),
            Interpreter(id="I2", name="Karim Desmet", languages=("fr", "nl")),
        ),
        organisations=tuple(Organisation(id=f"O{i}", name=each) for i, each in enumerate(FIRMS)),
        participants=participants,
        wishes=_wishes(participants),
    )


def long_day() -> Event:
    """Return an event of 24 people with 30 slots."""
    return Event.model_validate(food_day(24).model_dump() | {"slots": factories.slots(30)})


def with_a_desk(event: Event) -> Event:
    """Return the event with a table of their own for the last participant."""
    *others, last = event.participants
    table = event.tables[-1].id
    return event.model_copy(
        update={"participants": (*others, last.model_copy(update={"table": table}))}
    )


def plan(event: Event) -> Timetable:
    """Return a timetable in which whoever is free first meets whoever is free first."""
    attendances = tuple(
        Attendance(participant=person.id, session=event.sessions[number % 2].id)
        for number, person in enumerate(event.participants[10:40])
        if event.sessions
    )
    return Timetable(meetings=tuple(_meetings(event, attendances)), attendances=attendances)


def _slots() -> tuple[Slot, ...]:
    found, start = [], NOON
    for number in range(1, 13):
        found.append(Slot(id=str(number), start=start, end=start + timedelta(minutes=12)))
        start += timedelta(minutes=30 if number in {5, 9} else 15)
    return tuple(found)


def _participant(number: int) -> Participant:
    region = ("FR", "VLG", "WAL")[number % 3]
    return Participant(
        id=f"P{number:02}",
        first_name=FIRST[number % len(FIRST)],
        last_name=LAST[(number * 5 + number // 16) % len(LAST)],
        organisation=f"O{number % len(FIRMS)}",
        region=region,
        languages=LANGUAGES[region],
        cluster=("Voeding", "Eurafood", "")[number % 3],
        offers=(OFFERS[number % 4], OFFERS[(number + 1) % 4]),
        seeks=(SEEKS[number % 4],),
        unavailable=frozenset({"1", "2"} if number % 7 == 3 else {"12"} if number % 5 == 0 else ()),
        workshops=("W1", "W2"),
    )


def _session(
    name: str, workshop: str, slots: tuple[str, ...], lead: tuple[str, ...], by: tuple[str, ...]
) -> Session:
    return Session(
        id=name,
        workshop=workshop,
        slots=slots,
        room="lys",
        capacity=24,
        languages=("fr", "nl"),
        facilitators=lead,
        interpreters=by,
    )


def _wishes(people: tuple[Participant, ...]) -> tuple[Wish, ...]:
    size = len(people)
    steps = (1, 2, 4, 5, 7, 10, 11)
    pairs = {
        (i, (i + step) % size): rank for rank, step in enumerate(steps, 1) for i in range(size)
    }
    return tuple(
        factories.wish(people[i].id, people[j].id, rank) for (i, j), rank in pairs.items() if i != j
    )


def _meetings(event: Event, attendances: tuple[Attendance, ...]) -> list[Meeting]:
    busy = {(each.id, slot) for each in event.participants for slot in each.unavailable}
    for attendance in attendances:
        slots = event.session_by_id[attendance.session].slots
        busy |= {(attendance.participant, slot) for slot in slots}
    for session in event.sessions:
        busy |= {(each, slot) for each in session.facilitators for slot in session.slots}
    met: set[frozenset[str]] = set()
    found: list[Meeting] = []
    wanted = {frozenset((each.wisher, each.wished)) for each in event.wishes}
    for slot in event.slot_by_id:
        tables = list(event.table_by_id)
        interpreters = [] if slot in {"6", "7"} else ["I2", "I1"]
        for one, other in combinations(event.participants, 2):
            pair = frozenset((one.id, other.id))
            if pair not in wanted or pair in met or not tables:
                continue
            if (one.id, slot) in busy or (other.id, slot) in busy:
                continue
            spoken = share_a_language(one.languages, other.languages)
            if not spoken and not interpreters:
                continue
            helper = None if spoken else interpreters.pop()
            met.add(pair)
            busy |= {(one.id, slot), (other.id, slot)}
            found.append(
                factories.meeting(one.id, other.id, slot, tables.pop(0), interpreter=helper)
            )
    return found
