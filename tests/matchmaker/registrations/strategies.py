"""Random valid events in normal form, with the texts that spreadsheets stumble over."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from matchmaker.event import Event
from tests.matchmaker.registrations.lock_strategies import with_locks

LETTERS = st.one_of(
    st.sampled_from("=+-@'\"|;,\\#/ \n\taéŒ€"),
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")),
)
AWKWARD = st.sampled_from(
    [
        "=1+1",
        "@SUM(A1)",
        "+32 2",
        "-",
        "'",
        "''=x",
        "a|b",
        "\\|",
        "x\\",
        "#N/A",
        "'#N/A",
        "3.0",
        "1;2",
        "yes",
        "nl",
        "01",
        "1e5",
        "'t Hart",
        "2027-03-18",
        "a b",
        "TRUE",
        '"q"',
        "l1\nl2",
        "ß",
    ]
)
LANGUAGES = ("fr", "nl", "en", "de", "es")
ADDRESSES = ("=a@b.be", "-x@exemple.fr", "'o@b.be", "+t@b.be", "jan.peeters+x@voorbeeld.be")


def words(longest: int = 12) -> st.SearchStrategy[str]:
    return (
        st.one_of(AWKWARD, st.text(LETTERS, min_size=1, max_size=longest))
        .map(lambda text: text[:longest].strip())
        .filter(bool)
    )


def texts() -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(("", *LANGUAGES)), words(30), min_size=1, max_size=3)


def ids(least: int = 0, most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(words(8), min_size=least, max_size=most, unique=True)


def several(values: list[str], least: int = 0) -> st.SearchStrategy[list[str]]:
    if not values:
        return st.just([])
    return st.lists(st.sampled_from(values), min_size=least, max_size=3, unique=True)


def one_or_none(values: list[str]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *values])


LANGUAGE_LIST = st.lists(st.sampled_from(LANGUAGES), max_size=3, unique=True)
SOME_LANGUAGES = st.lists(st.sampled_from(LANGUAGES), min_size=2, max_size=3, unique=True)
COORDINATES = st.floats(0, 999_999_999)
NUMBERS = st.integers(0, 1000)
SHARES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
REGIONS = st.sampled_from(["", "FR", "WAL", "VLG", "Brussel", "=1"])


@st.composite
def slots(draw: st.DrawFn) -> list[dict[str, Any]]:
    moment = draw(st.datetimes(datetime(1850, 1, 1), datetime(2100, 1, 1)))
    if draw(st.booleans()):
        moment = moment.replace(microsecond=0)
    found = []
    for name in draw(ids(least=1)):
        end = moment + timedelta(minutes=draw(st.integers(1, 90)))
        found.append({"id": name, "start": moment, "end": end})
        moment = end + timedelta(minutes=draw(st.integers(0, 30)))
    return found


@st.composite
def people(draw: st.DrawFn, firms: list[str], event: dict[str, Any]) -> list[dict[str, Any]]:
    return [draw(person(name, firms, event)) for name in draw(ids())] if firms else []


@st.composite
def person(draw: st.DrawFn, name: str, firms: list[str], event: dict[str, Any]) -> dict[str, Any]:
    first, last = draw(st.sampled_from([(1, 1), (0, 1), (1, 0)]))
    least = draw(NUMBERS)
    return {
        "id": name,
        "first_name": draw(words()) if first else "",
        "last_name": draw(words()) if last else "",
        "email": draw(one_or_none(list(ADDRESSES))),
        "organisation": draw(st.sampled_from(firms)),
        "region": draw(REGIONS),
        "languages": draw(LANGUAGE_LIST),
        "understands": draw(LANGUAGE_LIST),
        "side": draw(st.sampled_from([None, "buyer", "seller"])),
        "cluster": draw(st.one_of(st.just(""), words())),
        "offers": draw(st.lists(words(), max_size=3)),
        "seeks": draw(st.lists(words(), max_size=3)),
        "unavailable": draw(several([each["id"] for each in event["slots"]])),
        "min_meetings": least,
        "max_meetings": draw(st.one_of(st.none(), st.integers(least, 2000))),
        "table": draw(one_or_none([each["id"] for each in event["tables"]])),
        "workshops": draw(several([each["id"] for each in event["workshops"]])),
        "suggestions": draw(st.booleans()),
        "stays": draw(st.booleans()),
    }


@st.composite
def sessions(draw: st.DrawFn, event: dict[str, Any]) -> list[dict[str, Any]]:
    """Draw sessions in which nobody leads or interprets while away or elsewhere."""
    if not event["workshops"]:
        return []
    busy = {
        kind: {each["id"]: set(each["unavailable"]) for each in event[kind]}
        for kind in ("participants", "interpreters")
    }
    found = []
    for name in draw(ids()):
        taken = draw(several([each["id"] for each in event["slots"]], least=1))
        leading, serving = (draw(staff(each, taken)) for each in busy.values())
        workshop = draw(st.sampled_from([each["id"] for each in event["workshops"]]))
        capacity = draw(st.integers(1, 500))
        found.append(
            {
                "id": name,
                "workshop": workshop,
                "slots": taken,
                "room": draw(one_or_none([each["id"] for each in event["rooms"]])),
                "capacity": capacity,
                "minimum": draw(st.integers(0, capacity)),
                "languages": draw(LANGUAGE_LIST),
                "facilitators": leading,
                "interpreters": serving,
            }
        )
    return found


@st.composite
def staff(draw: st.DrawFn, busy: dict[str, set[str]], taken: list[str]) -> list[str]:
    """Draw some who are free in the slots `taken`, and note that they are so no longer."""
    chosen = draw(several([each for each, away in busy.items() if away.isdisjoint(taken)]))
    for each in chosen:
        busy[each].update(taken)
    return chosen


@st.composite
def tables(draw: st.DrawFn, rooms: list[str]) -> list[dict[str, Any]]:
    if draw(st.booleans()):
        return [{"id": str(n)} for n in range(1, draw(st.integers(0, 5)) + 1)]
    place = st.one_of(st.none(), st.tuples(COORDINATES, COORDINATES))
    return [
        {"id": name, "room": draw(one_or_none(rooms))}
        | dict(zip("xy", draw(place) or (None, None), strict=True))
        for name in draw(ids())
    ]


@st.composite
def wishes(draw: st.DrawFn, names: list[str]) -> list[dict[str, Any]]:
    pairs = [(a, b) for a in names for b in names if a != b]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=6, unique=True)) if pairs else []
    ranks = st.one_of(st.integers(1, 20), st.just("never"))
    return [{"from": a, "to": b, "rank": draw(ranks)} for a, b in chosen]


@st.composite
def already_met(draw: st.DrawFn, names: list[str]) -> list[dict[str, str]]:
    if len(names) < 2:
        return []
    two = st.permutations(names).map(lambda order: order[:2])
    keys = ("participant_a", "participant_b")
    return [dict(zip(keys, each, strict=True)) for each in draw(st.lists(two, max_size=3))]


@st.composite
def firms(draw: st.DrawFn) -> list[dict[str, str]]:
    plain = draw(st.booleans())
    return [{"id": name, "name": name if plain else draw(words())} for name in draw(ids())]


@st.composite
def events(draw: st.DrawFn, may_contradict: bool = False) -> Event:
    """Draw an event; unless it `may_contradict` itself, without locks that do."""
    event: dict[str, Any] = {
        "name": draw(texts()),
        "venue": draw(st.one_of(st.just({}), texts())),
        "contact": draw(st.one_of(st.just(""), words())),
        "timezone": draw(st.sampled_from(["Europe/Brussels", "Europe/Paris", "UTC"])),
        "languages": draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True)),
        "slots": draw(slots()),
        "rooms": [
            {"id": each, "name": draw(st.one_of(st.just({}), texts()))} for each in draw(ids())
        ],
        "organisations": draw(firms()),
        "workshops": [
            {"id": each, "title": draw(texts()), "questions": draw(st.lists(texts(), max_size=3))}
            for each in draw(ids())
        ],
        "rules": {
            "same_organisation": draw(st.booleans()),
            "sessions_per_participant": draw(st.integers(0, 4)),
            "cross_border_share": draw(SHARES),
        },
        "objective": {
            "rank_weights": draw(st.lists(NUMBERS, min_size=1, max_size=5)),
            "cross_border_bonus": draw(st.integers(0, 1_000_000)) / 1000,
            "floor": draw(SHARES),
            "value_tolerance": draw(SHARES),
        },
    }
    event["tables"] = draw(tables([each["id"] for each in event["rooms"]]))
    event["interpreters"] = [
        {
            "id": each,
            "name": draw(words()),
            "languages": draw(SOME_LANGUAGES),
            "unavailable": draw(several([slot["id"] for slot in event["slots"]])),
        }
        for each in draw(ids())
    ]
    event["participants"] = draw(people([each["id"] for each in event["organisations"]], event))
    names = [each["id"] for each in event["participants"]]
    event["sessions"] = draw(sessions(event))
    event["wishes"] = draw(wishes(names))
    event["already_met"] = draw(already_met(names))
    return draw(with_locks(event, may_contradict))
