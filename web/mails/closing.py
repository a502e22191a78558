"""How mails to participants end: with whom to ask."""

from matchmaker.event import Event
from matchmaker.locales.catalogue import Translator


def closing(event: Event, said: Translator) -> tuple[str, ...]:
    """Return the last paragraphs of a mail; none where nobody is named whom one can ask."""
    return (said("Questions? {contact}", contact=event.contact),) if event.contact else ()
