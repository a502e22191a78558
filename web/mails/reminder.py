"""The mail to who has not wished for anybody yet, in their own language."""

from babel.dates import format_date

from matchmaker.event import Event
from matchmaker.locales.catalogue import translator
from matchmaker.locales.dates import as_written
from matchmaker.people import Participant
from matchmaker.values import text_in
from web.languages import LOCALES
from web.mails.closing import closing
from web.store.mails import Letter


def language_of(event: Event, participant: Participant) -> str:
    """Return the language to write to `participant` in."""
    wanted = event.language_of(participant)
    return wanted if wanted in LOCALES else "en"


def written(event: Event, participant: Participant, address: str) -> Letter:
    """Return the mail with the address at which they choose whom to meet."""
    language = language_of(event, participant)
    said = translator(language, "web")
    name = text_in(event.name, language)
    day = as_written(format_date(event.slots[0].start, "full", LOCALES[language]), language)
    warning = said("This link opens your answers, so do not pass it on.")
    parts = (
        said("Hello {name},", name=participant.name),
        said("You are registered for {event}, {day}.", event=name, day=day),
        said("You have not said yet whom you would like to meet. It takes three minutes:"),
        f"{address}\n{warning}",
        said("The programme is made of these wishes: without any, we can plan no meeting for you."),
        *closing(event, said),
    )
    subject = said("Whom would you like to meet? {event}", event=name)
    return Letter(participant.email or "", language, subject, "\n\n".join(parts) + "\n")
