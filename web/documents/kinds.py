"""What the kinds of documents are called."""

from matchmaker.messages import Message, message

KINDS: dict[str, Message] = {
    "agendas": message("Personal agendas"),
    "badges": message("Badges"),
    "table-cards": message("Table cards"),
    "table-plan": message("Table plan"),
    "desk-signs": message("Desk signs"),
    "check-in": message("Check-in lists by name"),
    "check-in-by-organisation": message("Check-in lists by organisation"),
    "door-lists": message("Door lists"),
    "interpreters": message("Interpreters’ run sheets"),
    "run-sheet": message("Organiser’s run sheet"),
    "standby": message("Standby list"),
    "workshops": message("Workshop lists"),
    "facilitators": message("Facilitators’ sheets"),
    "synthesis": message("Synthesis sheets"),
    "workbook": message("Workbook with everything"),
    "meetings": message("List of meetings"),
    "attendances": message("List of workshop seats"),
    "calendars": message("Calendar files"),
    "data": message("Data for other programs"),
}
