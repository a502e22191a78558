"""What an account may do with an event, by its role there."""

from collections.abc import Mapping
from enum import StrEnum

from matchmaker.messages import Message, message


class Right(StrEnum):
    """Something that a role may do with an event."""

    SEE = "see"
    PRINT = "print"
    GREET = "greet"
    PREPARE = "prepare"
    PLAN = "plan"
    MANAGE = "manage"


class Role(StrEnum):
    """What somebody is for an event."""

    VIEWER = "viewer"
    FACILITATOR = "facilitator"
    DESK = "desk"
    ORGANISER = "organiser"
    OWNER = "owner"


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset({Right.SEE}),
    Role.FACILITATOR: frozenset({Right.SEE, Right.PRINT}),
    Role.DESK: frozenset({Right.SEE, Right.PRINT, Right.GREET}),
    Role.ORGANISER: frozenset(Right) - {Right.MANAGE},
    Role.OWNER: frozenset(Right),
}

ROLES: Mapping[Role, Message] = {
    Role.VIEWER: message("Viewer"),
    Role.FACILITATOR: message("Facilitator"),
    Role.DESK: message("Desk"),
    Role.ORGANISER: message("Organiser"),
    Role.OWNER: message("Owner"),
}
