"""Folders with one fault in the programme or the objective, and what the doctor finds in them."""

from typing import Any

from tests.matchmaker.registrations.files import EVENT, SESSION, WORKSHOP, Row, with_row

P, T = "participants.csv", "event.toml"
INTERPRETER = '[[interpreters]]\nid = "i"\nname = "Iris"\nlanguages = ["fr", "nl"]\n'
LISTED = EVENT.replace("tables = 2\n", "") + '\n[[tables]]\nid = "a"\n'
TWO_SESSIONS = EVENT + WORKSHOP + SESSION + SESSION.replace('"s"', '"t"')

PROGRAMME: list[tuple[dict[str, Any], list[Row]]] = [
    ({"event": 'name = "Day"\ntables = 2\n'}, [(T, None, "", "no-slots")]),
    ({"event": EVENT.replace("tables = 2", "tables = 0")}, [(T, None, "", "no-tables")]),
    ({"event": EVENT.replace("tables = 2", "tables = 9999")}, [(T, 2, "tables", "too-large")]),
    (
        {"event": f'{LISTED}x = "left"\ny = -1\n'},
        [(T, 15, "x", "bad-number"), (T, 16, "y", "bad-number")],
    ),
    ({"event": f"{LISTED}x = 2.5\n"}, [(T, 15, "x", "half-placed")]),
    ({"event": f"{LISTED}y = 2\n"}, [(T, 15, "y", "half-placed")]),
    (
        {"event": f'{LISTED}x = 1\ny = 1\n[[tables]]\nid = "b"\nx = 1\ny = 1\n'},
        [(T, 19, "x", "same-place")],
    ),
    (
        {"event": f'{LISTED}x = 1\ny = 1\n[[tables]]\nid = "b"\n'},
        [(T, 18, "id", "unplaced-table")],
    ),
    ({"event": EVENT.replace("13:42", "13:22")}, [(T, 7, "end", "slot-ends-early")]),
    ({"event": EVENT.replace("13:42", "13:46")}, [(T, 11, "start", "slots-overlap")]),
    (
        {"event": f'{EVENT}{WORKSHOP}{SESSION}room = "x"\n[[rooms]]\nid = "y"\n'},
        [(T, 21, "room", "unknown-room")],
    ),
    (
        {"event": EVENT + WORKSHOP + SESSION.replace('["1"]', '["1", "1"]')},
        [(T, 19, "slots", "repeated-in-list")],
    ),
    (
        {"event": f'{EVENT}{WORKSHOP}{SESSION}interpreters = ["Iris"]\n'},
        [(T, 21, "interpreters", "unknown-interpreter")],
    ),
    (
        {"event": f'{EVENT}{WORKSHOP}{SESSION}facilitators = ["anna"]\n'},
        [(T, 21, "facilitators", "unknown-participant")],
    ),
    (
        {"event": TWO_SESSIONS.replace("capacity = 5", 'capacity = 5\nroom = "hall"')},
        [(T, 27, "room", "sessions-overlap")],
    ),
    (
        {"event": TWO_SESSIONS.replace("capacity = 5", 'capacity = 5\nfacilitators = ["ann"]')},
        [(T, 27, "facilitators", "two-sessions-at-once")],
    ),
    (
        {
            "event": TWO_SESSIONS.replace("capacity = 5", 'capacity = 5\ninterpreters = ["i"]')
            + INTERPRETER
        },
        [(T, 27, "interpreters", "two-sessions-at-once")],
    ),
    (
        {
            "event": EVENT + WORKSHOP + SESSION + 'facilitators = ["d", "ann"]\n',
            "participants": with_row("d,Dan,Delta,FR,fr,,,1"),
        },
        [(T, 21, "facilitators", "away-from-session")],
    ),
    (
        {
            "event": f'{EVENT}{WORKSHOP}{SESSION}interpreters = ["i"]\n{INTERPRETER}'
            'unavailable = ["1"]\n'
        },
        [(T, 21, "interpreters", "away-from-session")],
    ),
    (
        {
            "event": EVENT
            + WORKSHOP
            + SESSION
            + 'facilitators = ["d"]\ninterpreters = ["i"]\n'
            + INTERPRETER
            + 'unavailable = ["2"]\n',
            "participants": with_row("d,Dan,Delta,FR,fr,,,2"),
        },
        [],
    ),
    (
        {"event": f'{EVENT}[[interpreters]]\nid = "i"\nname = "Iris"\nlanguages = ["fr"]\n'},
        [(T, 16, "languages", "one-language")],
    ),
    (
        {"event": f'{EVENT}[[already_met]]\nparticipant_a = "ann"\nparticipant_b = "ann"\n'},
        [(T, 15, "participant_b", "self-pair")],
    ),
    (
        {
            "event": f"{EVENT}[objective]\nrank_weights = []\nworkshop_weights = [1]\n"
            "cross_border_bonus = 0.5\n"
        },
        [],
    ),
    (
        {"event": f"{EVENT}[objective]\ncross_border_bonus = 0.1234\n"},
        [(T, 14, "cross_border_bonus", "bad-number")],
    ),
    (
        {"event": f"{EVENT}[objective]\ncross_border_bonus = 1000.5\n"},
        [(T, 14, "cross_border_bonus", "bad-number")],
    ),
    (
        {"event": f"{EVENT}[objective]\nrank_weights = [3, 1000000000]\n"},
        [(T, 14, "rank_weights", "bad-number")],
    ),
    ({"event": f"{EVENT}[objective]\ncross_border_bonus = 0.30000000000000004\n"}, []),
    (
        {"event": EVENT + INTERPRETER.replace('"nl"', '"nl", "français"')},
        [],
    ),
    ({"event": EVENT.replace('"1"', f'"{"1" * 121}"')}, [(T, 5, "id", "too-long")]),
    (
        {"participants": with_row(f",Dan,Delta,FR,fr,{'d' * 60}@{'e' * 60}.{'f' * 60}.be")},
        [(P, 5, "", "invalid")],
    ),
]
