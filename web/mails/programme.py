"""The mail about a published programme: one's whole agenda at first, later what is different."""

from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.documents.timeline import Entry
from matchmaker.locales.catalogue import Translator, translator
from matchmaker.messages import Message, message
from web.agenda.changes import Changes, News
from web.agenda.engagements import Engagement, Reader, engagement
from web.mails.closing import closing
from web.store.mails import Letter

TITLES: dict[News, Message] = {
    News.NEW: message("New:"),
    News.MOVED: message("At another time or place:"),
    News.CHANGED: message("With somebody else beside you:"),
}


@dataclass(frozen=True)
class Notice:
    """What somebody is to be told: their agenda, and what differs from what they know.

    `before` is the same reader of what they were told last; None when this is the first time.
    `is_away` tells that nothing is planned for them and that they do not come.
    """

    reader: Reader
    entries: tuple[Entry, ...]
    before: Reader | None
    changes: Changes
    is_away: bool = False

    @property
    def engagements(self) -> list[Entry]:
        """What is planned for them."""
        return [each for each in self.entries if engagement(each, self.reader)]

    @property
    def is_needless(self) -> bool:
        """Whether they know: they do not come, or what still waits to be sent was taken back."""
        return self.is_away or (self.before is not None and self.changes.is_empty)


def written(notice: Notice, address: str) -> Letter:
    """Return the mail in the participant's own language."""
    own, event = notice.reader.participant, notice.reader.published.event
    words = notice.reader.words
    said = translator(words.language, "web")
    name, day = words.text(event.name), words.day(event.slots[0].start)
    is_first = notice.before is None
    parts = [said("Hello {name},", name=own.name)]
    if is_first:
        parts.append(said("Your programme for {event}, {day}, is ready.", event=name, day=day))
        parts.append("\n".join(_agenda(notice, said)) or said("Nothing is planned for you."))
    else:
        parts.append(said("Your programme for {event}, {day}, has changed.", event=name, day=day))
        parts += _differences(notice, said)
    parts += (
        said("Your whole agenda, always up to date, is here:"),
        address,
        said("The agenda opens without a password, so do not pass its link on."),
    )
    parts += closing(event, said)
    subject = message("Your programme: {event}", event=name)
    if not is_first:
        subject = message("Your programme has changed: {event}", event=name)
    return Letter(own.email or "", words.language, said.say(subject), "\n\n".join(parts) + "\n")


def _agenda(notice: Notice, said: Translator) -> Iterator[str]:
    for each in notice.entries:
        about = engagement(each, notice.reader)
        if about is not None:
            yield _line(each, about, said)


def _differences(notice: Notice, said: Translator) -> Iterator[str]:
    """Yield a paragraph for each kind of difference."""
    for news, title in TITLES.items():
        places = [place for place, each in notice.changes.news.items() if each is news]
        lines = [line for place in places for line in _changed(notice, place, said)]
        if lines:
            yield "\n".join((said.say(title), *lines))
    gone = [line for each in notice.changes.gone for line in _gone(notice, each, said)]
    if gone:
        yield "\n".join((said("No longer:"), *gone))


def _changed(notice: Notice, place: int, said: Translator) -> Iterator[str]:
    entry = notice.entries[place]
    about = engagement(entry, notice.reader)
    if about is not None:
        yield _line(entry, about, said)
    former = notice.changes.before.get(place)
    was = engagement(former, notice.before) if former and notice.before else None
    if former and was:
        yield "  " + said("before: {what}", what=_line(former, was, said))


def _gone(notice: Notice, entry: Entry, said: Translator) -> Iterator[str]:
    about = engagement(entry, notice.before) if notice.before else None
    if about is not None:
        yield _line(entry, about, said)


def _line(entry: Entry, about: Engagement, said: Translator) -> str:
    """Return when, with whom and where, on one line."""
    who = f"{about.names} ({about.organisations})" if about.organisations else about.names
    table = said("table {table}", table=about.table) if about.table else ""
    helper = said("interpreter: {name}", name=about.interpreter) if about.interpreter else ""
    where = ", ".join(each for each in (table, about.room, helper) if each)
    times = f"{entry.start:%d/%m %H:%M}–{entry.end:%H:%M}"
    return " · ".join(each for each in (times, who, where) if each)
