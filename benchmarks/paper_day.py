"""A day of any size with whole names, offers, workshops and interpreters, and a timetable of it.

The timetable is a round robin: in ten of twelve slots everybody meets somebody.
"""

from datetime import datetime, timedelta
from random import Random

from matchmaker.event import Event
from matchmaker.people import Interpreter, Organisation, Participant, Wish
from matchmaker.programme import Room, Session, Slot, Table, Workshop
from matchmaker.timetable import Attendance, Meeting, Timetable
from matchmaker.values import fields_of

START = datetime(2027, 3, 18, 9, 0)
SLOTS, ROUNDS = 12, 10
"""The last slots are for workshops."""
SEATS, INTERPRETERS = 20, 20
FIRST = (
    "Anne-Sophie",
    "Thibault",
    "Marieke",
    "Joris",
    "Élodie",
    "Bart",
    "Fatima",
    "Wouter",
    "Chloé",
    "Agnieszka",
)
LAST = (
    "Vanhoutte",
    "Delannoy",
    "Lefèvre-Carpentier",
    "D’Haese",
    "Wójcik",
    "Leclercq",
    "Vandenbussche",
    "Półtorak",
    "Hennebelle",
    "Papadopoulou",
)
SYLLABLES = (
    "ar",
    "bel",
    "cor",
    "dan",
    "el",
    "far",
    "gen",
    "hil",
    "is",
    "jo",
    "ka",
    "lin",
    "mer",
    "no",
    "or",
    "pel",
    "ran",
    "sel",
    "tur",
    "vos",
)
FIRMS = (
    "Pôle {} – Marché d’Intérêt National",
    "{} Groenten & Fruit bv",
    "Brasserie {}",
    "Fédération des entreprises {} du Hainaut occidental",
)
GOODS = (
    "emballages recyclables en carton ondulé",
    "gevriesde groenten, biologisch geteeld",
    "logistique du froid entre Lille, Tournai et Kortrijk",
    "machinebouw voor kleine brouwerijen",
    "partenaires pour un projet transfrontalier",
    "distributeurs in Noord-Frankrijk",
)
LANGUAGES = {"FR": ("fr",), "WAL": ("fr", "en"), "VLG": ("nl", "fr")}


def paper_day(people: int, seed: int = 1) -> tuple[Event, Timetable]:
    """Return an event of `people` (an even number) and a timetable of it."""
    random = Random(seed)
    participants = tuple(_participant(random, number) for number in range(people))
    rooms = ("hall", "loft")
    event = Event(
        name={"fr": "Rencontres agroalimentaires", "nl": "Ontmoetingen voeding"},
        venue={"fr": "Kortrijk Xpo, salle Rambla", "nl": "Kortrijk Xpo, Ramblazaal"},
        slots=tuple(_slot(number) for number in range(SLOTS)),
        rooms=tuple(Room(id=each, name={"": each.capitalize()}) for each in rooms),
        tables=tuple(
            Table(id=str(number), room=rooms[number % 2]) for number in range(1, people // 2 + 1)
        ),
        workshops=(_workshop("W"),),
        sessions=tuple(_session(number) for number in range(people // (2 * SEATS))),
        interpreters=tuple(
            Interpreter(id=f"i{number}", name=f"{FIRST[number % 10]} Tolk", languages=("fr", "nl"))
            for number in range(INTERPRETERS)
        ),
        organisations=tuple(
            Organisation(id=each.organisation, name=FIRMS[number % 4].format(_word(random)))
            for number, each in enumerate(participants)
        ),
        participants=participants,
        wishes=tuple(_wishes(random, participants)),
    )
    return event, _timetable(event)


def with_desks(event: Event, number: int) -> Event:
    """Return `event` in which the first `number` people have a table of their own each."""
    desks = zip(event.participants[:number], event.tables, strict=False)
    owners = tuple(person.model_copy(update={"table": table.id}) for person, table in desks)
    participants = owners + event.participants[number:]
    return Event.model_construct(**fields_of(event) | {"participants": participants})


def _participant(random: Random, number: int) -> Participant:
    region = ("FR", "VLG", "WAL")[number % 3]
    return Participant(
        id=f"p{number:04}",
        first_name=random.choice(FIRST),
        last_name=f"{random.choice(LAST)} {_word(random)}",
        organisation=f"o{number}",
        region=region,
        languages=LANGUAGES[region],
        cluster=random.choice(("Food", "Textile", "")),
        offers=tuple(random.sample(GOODS, 2)),
        seeks=tuple(random.sample(GOODS, 2)),
        workshops=("W",),
    )


def _word(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=3)).capitalize()


def _slot(number: int) -> Slot:
    start = START + timedelta(minutes=20 * number)
    return Slot(id=str(number), start=start, end=start + timedelta(minutes=15))


def _workshop(name: str) -> Workshop:
    question = {"fr": "Par où commencer ensemble ?", "nl": "Waar beginnen we samen?"}
    return Workshop(
        id=name, title={"fr": "Circuits courts", "nl": "Korte keten"}, questions=(question,) * 3
    )


def _session(number: int) -> Session:
    slots = tuple(str(each) for each in range(ROUNDS, SLOTS))
    return Session(id=f"s{number}", workshop="W", slots=slots, room="loft", capacity=SEATS)


def _wishes(random: Random, people: tuple[Participant, ...]) -> list[Wish]:
    return [
        Wish.model_validate({"from": person.id, "to": other.id, "rank": rank})
        for person in people
        for rank, other in enumerate(random.sample(people, 5), start=1)
        if other is not person
    ]


def _timetable(event: Event) -> Timetable:
    ids = [each.id for each in event.participants]
    meetings: list[Meeting] = []
    for slot in range(ROUNDS):
        turned = [ids[0], *ids[1 + slot :], *ids[1 : 1 + slot]]
        half = len(ids) // 2
        pairs = zip(turned[:half], reversed(turned[half:]), strict=True)
        for table, (one, other) in enumerate(pairs, start=1):
            helper = f"i{table - 1}" if table <= INTERPRETERS else None
            meetings.append(
                Meeting(
                    participant_a=one,
                    participant_b=other,
                    slot=str(slot),
                    table=str(table),
                    interpreter=helper,
                )
            )
    attendances = (
        Attendance(participant=ids[number * SEATS + seat], session=session.id)
        for number, session in enumerate(event.sessions)
        for seat in range(SEATS)
    )
    return Timetable(meetings=tuple(meetings), attendances=tuple(attendances))
