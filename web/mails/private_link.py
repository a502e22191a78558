"""The mail to who asks for their private link again, in their own language."""

from babel.dates import format_date

from matchmaker.event import Event
from matchmaker.locales.catalogue import translator
from matchmaker.locales.dates import as_written
from matchmaker.people import Participant
from matchmaker.values import text_in
from web.languages import LOCALES
from web.mails.closing import closing
from web.mails.reminder import language_of
from web.store.mails import Letter


def written(event: Event, participant: Participant, address: str) -> Letter:
    """Return the mail with the address of the private page."""
    language = language_of(event, participant)
    said = translator(language, "web")
    name = text_in(event.name, language)
    day = as_written(format_date(event.slots[0].start, "full", LOCALES[language]), language)
    warning = said("This link opens your answers, so do not pass it on.")
    parts = (
        said("Hello {name},", name=participant.name),
        said("You are registered for {event}, {day}.", event=name, day=day),
        said("Somebody, probably you, asked for your private link. Here it is:"),
        f"{address}\n{warning}",
        said("If it was not you, you need not do anything: only you got this link."),
        *closing(event, said),
    )
    subject = said("Your private link: {event}", event=name)
    return Letter(participant.email or "", language, subject, "\n\n".join(parts) + "\n")
