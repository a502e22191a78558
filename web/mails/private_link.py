"""Mails to participants that hold their private link, each in their own language."""

from dataclasses import dataclass

from babel.dates import format_date

from matchmaker.event import Event
from matchmaker.locales.catalogue import translator
from matchmaker.locales.dates import as_written
from matchmaker.messages import Message, message
from matchmaker.people import Participant
from matchmaker.values import text_in
from web.languages import LOCALES
from web.mails.closing import closing
from web.store.mails import Letter


@dataclass(frozen=True)
class Occasion:
    """Why somebody gets their link: what the mail is called, and what it says around the link.

    The subject leaves open what the event is called.
    """

    subject: Message
    before: Message
    after: Message


ASKED = Occasion(
    message("Your private link: {event}"),
    message("Somebody, probably you, asked for your private link. Here it is:"),
    message("If it was not you, you need not do anything: only you got this link."),
)
"""They asked for it again."""
WITHOUT_WISHES = Occasion(
    message("Whom would you like to meet? {event}"),
    message("You have not said yet whom you would like to meet. It takes three minutes:"),
    message("The programme is made of these wishes: without any, we can plan no meeting for you."),
)
"""They have not wished for anybody yet."""


def language_of(event: Event, participant: Participant) -> str:
    """Return the language to write to `participant` in."""
    wanted = event.language_of(participant)
    return wanted if wanted in LOCALES else "en"


def written(event: Event, participant: Participant, address: str, occasion: Occasion) -> Letter:
    """Return the mail with the address of the private page."""
    language = language_of(event, participant)
    said = translator(language, "web")
    name = text_in(event.name, language)
    day = as_written(format_date(event.slots[0].start, "full", LOCALES[language]), language)
    warning = said("This link opens your answers, so do not pass it on.")
    parts = (
        said("Hello {name},", name=participant.name),
        said("You are registered for {event}, {day}.", event=name, day=day),
        said.say(occasion.before),
        f"{address}\n{warning}",
        said.say(occasion.after),
        *closing(event, said),
    )
    subject = said(occasion.subject.template, event=name)
    return Letter(participant.email or "", language, subject, "\n\n".join(parts) + "\n")
