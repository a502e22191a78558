"""Folders with one fault in the locks, and what the doctor finds in them."""

from typing import Any

from tests.matchmaker.registrations.files import EVENT, SESSION, WORKSHOP, Row, with_row

P, T, L, A = "participants.csv", "event.toml", "locked_meetings.csv", "locked_attendances.csv"
IMPOSSIBLE = "impossible-lock"
HEADER = "participant_a,participant_b,slot,table\n"
RULES = "[rules]\nwithout_common_language = true\n"
PROGRAMME = EVENT + RULES + WORKSHOP + SESSION
HOST = "d,Dan,Delta,FR,fr,,,,,,1,"
IRIS = '[[interpreters]]\nid = "i"\nname = "Iris"\nlanguages = ["fr", "nl"]\n'
IRIS_AWAY = f'{IRIS}unavailable = ["2"]\n'


def meetings(rows: str, event: str = PROGRAMME, people: str = "", **files: str) -> dict[str, Any]:
    """Return the files of an event with these locked meetings; all meet without language."""
    given = {"participants": with_row(people)} if people else {}
    return {"event": event, "locked_meetings_csv": HEADER + rows, **given, **files}


def seats(rows: str, people: str = "d,Dan,Delta,FR,fr,,,,,,,w", event: str = PROGRAMME) -> Any:
    text = f"participant,session\n{rows}"
    return {"event": event, "participants": with_row(people), "locked_attendances_csv": text}


LOCKS: list[tuple[dict[str, Any], list[Row]]] = [
    (meetings("ann,ben,1,2\ncas,ben\n"), []),
    (seats("d,s\n"), []),
    # references
    (meetings("ann,bob\n"), [(L, 2, "participant_b", "unknown-participant")]),
    (meetings("ben,cas\nzed,ben\n"), [(L, 3, "participant_a", "unknown-participant")]),
    (meetings("ann,ben,9\n"), [(L, 2, "slot", "unknown-slot")]),
    (meetings("ann,ben,,9\n"), [(L, 2, "table", "unknown-table")]),
    (meetings("ann,\n"), [(L, 2, "participant_b", "missing-value")]),
    (meetings("ann,ann\n"), [(L, 2, "participant_b", "self-pair")]),
    (meetings("ann,ben\nben,ann,1\n"), [(L, 3, "participant_b", "repeated-lock")]),
    (seats("d,x\n"), [(A, 2, "session", "unknown-session")]),
    (seats("dave,s\n"), [(A, 2, "participant", "unknown-participant")]),
    (seats("d,s\nd,s\n"), [(A, 3, "participant", "repeated-lock")]),
    # pairs
    (
        meetings("ann,ben\n", wishes="from,to,rank\nben,ann,never\n"),
        [(L, 2, "participant_b", IMPOSSIBLE)],
    ),
    (
        meetings("d,e\n", people="d,Dan,Delta,FR,fr,,buyer\ne,Eva,Elan,FR,fr,,buyer"),
        [(L, 2, "participant_b", IMPOSSIBLE)],
    ),
    (
        meetings("ann,cas\nd,ann\n", people="d,Dan,Acme,FR,fr"),
        [(L, 3, "participant_b", IMPOSSIBLE)],
    ),
    (
        meetings("ann,cas\n", already_met_csv="participant_a,participant_b\ncas,ann\n"),
        [(L, 2, "participant_b", IMPOSSIBLE)],
    ),
    (meetings("ann,ben\n", event=EVENT), [(L, 2, "participant_b", IMPOSSIBLE)]),
    (meetings("ann,ben\n", event=EVENT + IRIS), []),
    # times
    (
        meetings("ann,ben,1\nd,ann,2\n", people="d,Dan,Delta,FR,fr,,,2"),
        [(L, 3, "slot", IMPOSSIBLE)],
    ),
    (
        meetings("ann,ben,1\n", event=f'{PROGRAMME}facilitators = ["ben"]\n'),
        [(L, 2, "slot", IMPOSSIBLE)],
    ),
    (meetings("ann,ben,1\ncas,ben,2\ncas,ann,2\n"), [(L, 4, "slot", IMPOSSIBLE)]),
    (
        meetings("ann,cas\nd,ann\n", people="d,Dan,Delta,FR,fr,,,1")
        | {"event": PROGRAMME.replace('["1"]', '["2"]') + 'facilitators = ["d"]\n'},
        [(L, 3, "participant_b", IMPOSSIBLE)],
    ),
    (
        meetings("ann,cas\nd,ann\nd,cas\n", people="d,Dan,Delta,FR,fr,,,1"),
        [(L, 4, "participant_a", IMPOSSIBLE)],
    ),
    (
        meetings("d,ann\nd,cas\n", people="d,Dan,Delta,FR,fr,,,,,1"),
        [(L, 3, "participant_a", IMPOSSIBLE)],
    ),
    (
        meetings("ann,ben,2\n", event=EVENT + IRIS_AWAY),
        [(L, 2, "slot", IMPOSSIBLE)],
    ),
    (
        meetings("ann,ben,1\nd,e,1\n", event=EVENT + IRIS, people="d,D,D,FR,fr\ne,E,E,FR,nl"),
        [(L, 3, "slot", IMPOSSIBLE)],
    ),
    # tables
    (
        meetings("ann,ben,1,1\nd,cas,1,1\n", people="d,Dan,Delta,FR,fr"),
        [(L, 3, "table", IMPOSSIBLE)],
    ),
    (
        meetings("ann,ben,1\nd,cas,1\n", people=HOST + "\ne,Eva,Elan,FR,fr"),
        [],
    ),
    (
        meetings("ann,ben,1\ne,cas,1\n", people=HOST + "\ne,Eva,Elan,FR,fr"),
        [(L, 3, "slot", IMPOSSIBLE)],
    ),
    (
        meetings("ann,ben\n", event=PROGRAMME.replace("tables = 2", "tables = 0")),
        [(T, None, "", "no-tables"), (L, 2, "participant_a", IMPOSSIBLE)],
    ),
    (meetings("ann,ben\nann,d,1,2\n", people=HOST), [(L, 3, "table", IMPOSSIBLE)]),
    (meetings("ann,d\ncas,ben,1,1\n", people=HOST), [(L, 3, "table", IMPOSSIBLE)]),
    (
        meetings(
            "ann,ben,1,1\ncas,ann,2,2\n",
            participants=(
                "id,last_name,organisation,region,languages,stays\nann,Ann,Acme,FR,fr,oui\n"
                "ben,Ben,Bolt,VLG,nl,nee\ncas,Cas,Corda,WAL,fr,\n"
            ),
        ),
        [(L, 3, "table", IMPOSSIBLE)],
    ),
    # sittings
    (seats("ann,s\n"), [(A, 2, "session", IMPOSSIBLE)]),
    (
        seats("d,s\n", event=f'{PROGRAMME}languages = ["nl"]\n'),
        [(A, 2, "session", IMPOSSIBLE)],
    ),
    (seats("d,s\n", people="d,Dan,Delta,FR,fr,,,1,,,,w"), [(A, 2, "session", IMPOSSIBLE)]),
    (
        seats("d,s\ne,s\n", people="d,Dan,Delta,FR,fr,,,,,,,w\ne,Eva,Elan,FR,fr,,,,,,,w")
        | {"event": PROGRAMME.replace("capacity = 5", "capacity = 1")},
        [(A, 3, "session", IMPOSSIBLE)],
    ),
    (
        seats("d,s\nd,t\n")
        | {
            "event": EVENT
            + "[rules]\nsessions_per_participant = 2\n"
            + WORKSHOP
            + SESSION
            + SESSION.replace('"s"', '"t"').replace('["1"]', '["2"]')
        },
        [(A, 3, "session", IMPOSSIBLE)],
    ),
    (
        seats("d,s\nd,t\n", people="d,Dan,Delta,FR,fr,,,,,,,w v")
        | {
            "event": PROGRAMME
            + '[[workshops]]\nid = "v"\ntitle = "V"\n'
            + '[[sessions]]\nid = "t"\nworkshop = "v"\nslots = ["2"]\ncapacity = 5\n'
        },
        [(A, 3, "session", IMPOSSIBLE)],
    ),
    (
        seats("d,s\n") | {"locked_meetings_csv": f"{HEADER}d,ann,1\n"},
        [(A, 2, "session", IMPOSSIBLE)],
    ),
    # numbers
    (
        {"event": f"{EVENT}{WORKSHOP}{SESSION}minimum = 6\n"},
        [(T, 21, "minimum", "min-above-max")],
    ),
    (
        {"event": f"{EVENT}[rules]\ncross_border_share = 40\n"},
        [(T, 14, "cross_border_share", "bad-number")],
    ),
    (
        {"event": f"{EVENT}[objective]\nfloor = 0.3333\nvalue_tolerance = 0.01\n"},
        [(T, 14, "floor", "bad-number")],
    ),
    (
        {
            "participants": "id,last_name,organisation,region,languages,suggestions\n"
            "ann,Ann,Acme,FR,fr,maybe\nben,Ben,Bolt,VLG,nl,ja\n"
        },
        [(P, 2, "suggestions", "bad-yes-no")],
    ),
]
