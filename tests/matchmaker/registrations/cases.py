"""Folders with one fault each, and what the doctor finds in them."""

from typing import Any

from tests.matchmaker.registrations.cases_locks import LOCKS
from tests.matchmaker.registrations.cases_programme import PROGRAMME
from tests.matchmaker.registrations.files import (
    EVENT,
    WISHES,
    WORKSHOP,
    Row,
    with_row,
    xlsx,
)

P, W, T = "participants.csv", "wishes.csv", "event.toml"
NAMES = "id,last_name,organisation,region,languages\n"

CASES: list[tuple[dict[str, Any], list[Row]]] = [
    # files
    ({"event": None}, [(T, None, "", "missing-file")]),
    ({"participants": None}, [(P, None, "", "missing-file")]),
    ({"wishes": None}, [(W, None, "", "missing-wishes")]),
    ({"wishes": "from,to\nann,ben\n"}, [(W, 1, "", "no-ranks")]),
    ({"wishes": ""}, [(W, None, "", "empty-file")]),
    ({"wishes": "\n\n"}, [(W, None, "", "empty-file")]),
    ({"wishes": b"from,to\0,rank\n"}, [(W, None, "", "unreadable-file")]),
    ({"wishes": b"from,to,rank\n\x81\n"}, [(W, None, "", "unreadable-file")]),
    ({"wishes": f"from,to,rank\nann,{'b' * 200_000},1\n"}, [(W, None, "", "unreadable-file")]),
    (
        {"wishes": None, "wishes_xlsx": b"PK\x03\x04"},
        [("wishes.xlsx", None, "", "unreadable-file")],
    ),
    ({"wishes": "x" * (5 * 1024 * 1024 + 1)}, [(W, None, "", "too-large")]),
    (
        {"wishes": "from,to,rank\nann,ben,1\n" + "ann,cas,2\n" * 100_000},
        [(W, None, "", "too-large")],
    ),
    ({"wishes": "from,to,rank" + "," * 100}, [(W, None, "", "too-large")]),
    ({"wishes_xlsx": b""}, [("wishes.xlsx", None, "", "ignored-file")]),
    (
        {
            "wishes": f"{WISHES}cas,Zoë,1\n".encode("cp1252"),
            "participants": with_row("zo,Zo,Zoë,FR,fr"),
        },
        [(W, None, "", "windows-1252")],
    ),
    ({"participants": with_row("zo,ZoÃ«,Zo,FR,fr")}, [(P, 5, "", "garbled-text")]),
    (
        {"wishes": 'from,to,rank\nann,"ben,1\n'},
        [(W, 2, "", "unclosed-quote")],
    ),
    ({"event": EVENT.replace("= 2\n", "= \n", 1)}, [(T, 2, "", "bad-toml")]),
    ({"event": f"{EVENT}[[rooms]]\n"}, [(T, 13, "", "missing-value")]),
    # columns
    ({"wishes": "ann,ben,1\n"}, [(W, None, "", "no-header")]),
    ({"wishes": "from,rank\nann,1\n"}, [(W, 1, "", "missing-column")]),
    ({"wishes": "from,to,rank,Rang\nann,ben,1,1\n"}, [(W, 1, "Rang", "repeated-column")]),
    ({"wishes": "from,to,rank,why\nann,ben,1,so\n"}, [(W, 1, "why", "unknown-column")]),
    ({"wishes": "from,to,rank\nann,ben,1,so\n"}, [(W, 2, "", "extra-cells")]),
    ({"event": f'{EVENT}[columns.wishes]\n"Why" = "reason"\n'}, [(T, 14, "Why", "unknown-field")]),
    ({"event": f'{EVENT}[columns.wishes]\n"Why" = "rank"\n'}, [(W, 1, "", "unused-mapping")]),
    ({"event": f"colour = 1\n{EVENT}"}, [(T, 1, "colour", "unknown-key")]),
    ({"event": f"{EVENT}[rules]\ntables = 3\n"}, [(T, 14, "tables", "unknown-key")]),
    # cells
    ({"participants": with_row("dan,,Delta,FR,fr")}, [(P, 5, "last_name", "missing-value")]),
    ({"participants": with_row("dan,Dan,,FR,fr")}, [(P, 5, "organisation", "missing-value")]),
    ({"participants": with_row(",Dan,Delta,FR,fr")}, [(P, 5, "id", "missing-value")]),
    ({"participants": with_row("dan,Dan,Delta,FR,fr,dan@")}, [(P, 5, "email", "bad-email")]),
    (
        {"participants": with_row("dan,Dan,Delta,FR,fr,,,,1e9")},
        [(P, 5, "min_meetings", "bad-number")],
    ),
    (
        {"participants": with_row("dan,Dan,Delta,FR,fr,,,,-1")},
        [(P, 5, "min_meetings", "bad-number")],
    ),
    (
        {"participants": with_row('dan,Dan,Delta,FR,fr,,,,"1,5"')},
        [(P, 5, "min_meetings", "bad-number")],
    ),
    ({"wishes": f"{WISHES}cas,ben,first\n"}, [(W, 3, "rank", "bad-rank")]),
    ({"wishes": f"{WISHES}cas,ben,0\n"}, [(W, 3, "rank", "bad-rank")]),
    ({"event": EVENT.replace("2027-03-18T13:57:00", '"soon"')}, [(T, 12, "end", "bad-time")]),
    ({"event": EVENT.replace("2027-03-18T13:30:00", '"13:30"')}, [(T, 6, "start", "bad-time")]),
    ({"event": f'timezone = "Europe/Bruxelles"\n{EVENT}'}, [(T, 1, "timezone", "bad-timezone")]),
    (
        {"event": f"{EVENT}[rules]\nsame_organisation = 3\n"},
        [(T, 14, "same_organisation", "bad-yes-no")],
    ),
    (
        {"participants": with_row("dan,#N/A,Delta,FR,fr")},
        [(P, 5, "last_name", "spreadsheet-error")],
    ),
    ({"participants": with_row(f"dan,{'D' * 81},Delta,FR,fr")}, [(P, 5, "last_name", "too-long")]),
    (
        {"participants": with_row(f"dan,{'D' * 50_000},Delta,FR,fr")},
        [(P, 5, "last_name", "too-long")],
    ),
    ({"participants": with_row("dan,=1+1,Delta,FR,fr")}, [(P, 5, "last_name", "formula")]),
    (
        {"participants": with_row("dan,D\x0ban,Delta,FR,fr")},
        [(P, 5, "last_name", "control-character")],
    ),
    (
        {"participants": with_row("dan,Dan,Delta,FR,fr klingonish")},
        [(P, 5, "languages", "unknown-language")],
    ),
    ({"participants": with_row("dan,Dan,Delta,FR,")}, [(P, 5, "languages", "missing-language")]),
    ({"participants": with_row("dan,Dan,Delta,,fr")}, [(P, 5, "region", "missing-region")]),
    (
        {"participants": "id,last_name,organisation\nann,Ann,Acme\nben,Ben,Bolt\n"},
        [(P, None, "", "missing-language"), (P, None, "", "missing-region")],
    ),
    ({"participants": with_row("dan,Dan,Delta,Atlantis,fr")}, [(P, 5, "region", "unknown-region")]),
    ({"participants": with_row("dan,Dan,Delta,FR,fr,,host")}, [(P, 5, "side", "unknown-side")]),
    # people
    ({"participants": with_row("ann,Dan,Delta,FR,fr")}, [(P, 5, "id", "duplicate-id")]),
    (
        {"participants": with_row("d,Dan,Delta,FR,fr,d@a.be\ne,Eva,Elan,FR,fr,D@a.be")},
        [(P, 6, "email", "duplicate-email")],
    ),
    (
        {"participants": with_row("d,Anne Arnaut,acme,FR,fr")},
        [(P, 5, "last_name", "similar-participant"), (P, 5, "organisation", "merged-organisation")],
    ),
    (
        {"participants": with_row("d,Dan,Corda SA,FR,fr")},
        [(P, 5, "organisation", "similar-organisation")],
    ),
    (
        {"participants": with_row("d,Dan,Delta,FR,fr,,,,2,1")},
        [(P, 5, "min_meetings", "min-above-max")],
    ),
    (
        {"participants": with_row("d,Dan,Delta,FR,fr,,,2,2")},
        [(P, 5, "min_meetings", "min-above-slots")],
    ),
    (
        {"participants": with_row("d,Dan,Delta,FR,fr,,,1 2")},
        [(P, 5, "unavailable", "never-available")],
    ),
    ({"participants": with_row("d,Dan,Delta,FR,fr,,,9")}, [(P, 5, "unavailable", "unknown-slot")]),
    ({"participants": with_row("d,Dan,Delta,FR,fr,,,,,,9")}, [(P, 5, "table", "unknown-table")]),
    (
        {"participants": with_row("d,Dan,Delta,FR,fr,,,,,,,w")},
        [(P, 5, "workshops", "unknown-workshop")],
    ),
    (
        {
            "event": EVENT + WORKSHOP,
            "participants": with_row("d,Dan,Delta,FR,fr,,,,,,,w W"),
        },
        [(P, 5, "workshops", "repeated-in-list")],
    ),
    ({"participants": NAMES, "wishes": "from,to,rank\n"}, [(T, None, "", "no-participants")]),
    # wishes
    ({"wishes": f"{WISHES}ann,bob,2\n"}, [(W, 3, "to", "unknown-participant")]),
    ({"wishes": f"{WISHES}zed,ben,2\n"}, [(W, 3, "from", "unknown-participant")]),
    (
        {
            "wishes": f"{WISHES}d@a.be,ben,2\n",
            "participants": with_row("d,Dan,Delta,FR,fr,d@a.be\ne,Eva,Elan,FR,fr,d@a.be"),
        },
        [(P, 6, "email", "duplicate-email"), (W, 3, "from", "ambiguous-participant")],
    ),
    ({"wishes": f"{WISHES}ann,ann,2\n"}, [(W, 3, "to", "self-wish")]),
    ({"wishes": f"{WISHES}ann,Acme,2\n"}, [(W, 3, "to", "self-wish")]),
    ({"wishes": f"{WISHES}ann,Bolt,2\n"}, [(W, 3, "to", "repeated-wish")]),
    ({"wishes": f"{WISHES}ann,Bolt,never\n"}, [(W, 3, "to", "wish-and-veto")]),
    (
        {"wishes": f"{WISHES}d,ann,2\n", "participants": with_row("d,Dan,Acme,FR,fr")},
        [(W, 3, "to", "own-organisation")],
    ),
    (
        {
            "wishes": f"{WISHES}d,e,2\n",
            "participants": with_row("d,Dan,Delta,FR,fr,,koper\ne,Eva,Elan,FR,fr,,acheteur"),
        },
        [(W, 3, "to", "same-side")],
    ),
    *PROGRAMME,
    *LOCKS,
    # sheets
    (
        {"wishes": None, "wishes_xlsx": xlsx(notes=[], hidden_wishes=[["from", "to", "rank"]])},
        [("wishes.xlsx", None, "", "hidden-sheet")],
    ),
]
