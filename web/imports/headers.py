"""Headers for the first row of a list, as pages tell them: each is understood in its language."""

from collections.abc import Mapping

from matchmaker.messages import Message, message

HEADERS: Mapping[str, tuple[Message, ...]] = {
    "participants": (
        message("First name"),
        message("Last name"),
        message("Organisation"),
        message("E-mail"),
        message("Region"),
        message("Languages"),
        message("Offers"),
        message("Seeks"),
    ),
    "wishes": (message("Wisher"), message("Wished"), message("Rank")),
}
"""By the table that the list holds."""
