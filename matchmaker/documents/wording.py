"""Words, dates and times in the language of whoever reads the paper."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_interval
from babel.lists import format_list

from matchmaker.documents.voices import said
from matchmaker.event import Event
from matchmaker.locales.catalogue import LANGUAGES, translator
from matchmaker.locales.dates import as_written
from matchmaker.people import Participant
from matchmaker.values import text_in

COUNTRIES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_GB"}
BESIDE = " / "
PAPER_LANGUAGES = 2
"""How many languages stand side by side on paper that everybody reads."""


class Words:
    """Everything that depends on one language."""

    def __init__(self, language: str) -> None:
        base = language.split("-", maxsplit=1)[0]
        self.asked = language
        self.language = base if base in LANGUAGES else "en"
        self._translate = translator(self.language, "documents")
        self._locale = Locale.parse(COUNTRIES[self.language])

    def __call__(self, template: str, **values: object) -> str:
        """Return the sentence in this language."""
        return self._translate(template, **values)

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the form that fits `number`, with the values put in."""
        return self._translate.plural(one, many, number, **values)

    def text(self, texts: dict[str, str]) -> str:
        """Return what the organisers wrote in this language, or the nearest to it."""
        return texts.get(self.asked) or text_in(texts, self.language)

    def tongue_of(self, texts: dict[str, str]) -> str:
        """Return the language of what `text` returns; this one where several say the same."""
        text = self.text(texts)
        keys = [key for key, each in texts.items() if each == text]
        return keys[0] if keys and {self.asked, self.language}.isdisjoint(keys) else self.language

    def marked(self, texts: dict[str, str]) -> str:
        """Return what `text` returns, marked as being in its language where that is another."""
        language = self.tongue_of(texts)
        return self.text(texts) if language == self.language else said(self.text(texts), language)

    def day(self, day: date) -> str:
        """Return the date in full, with the day of the week."""
        return as_written(format_date(day, "full", locale=self._locale), self.language)

    def days(self, first: datetime, last: datetime) -> str:
        """Return the dates from first to last in full."""
        if first.date() == last.date():
            return self.day(first)
        days = format_interval(first, last, "yMMMMd", locale=self._locale)
        return as_written(str(days), self.language)

    def time(self, moment: datetime) -> str:
        """Return the time of day in hours and minutes."""
        return clock(moment)

    def times(self, start: datetime, end: datetime) -> str:
        """Return a stretch of time."""
        return f"{self.time(start)} – {self.time(end)}"

    def together(self, items: Iterable[str]) -> str:
        """Return the items joined as in speech: “a, b and c”."""
        return str(format_list(list(items), locale=self._locale))

    def tongue(self, code: str) -> str:
        """Return the name of a language."""
        return str(self._locale.languages.get(code.split("-", maxsplit=1)[0], code.upper()))

    def tongues(self, codes: Iterable[str]) -> str:
        """Return the names of languages, joined."""
        return _tongues(self.language, tuple(codes))

    def region(self, region: str) -> str:
        """Return the name of a region; one that is not known stays as it is."""
        match region:
            case "FR":
                return self("France")
            case "WAL":
                return self("Wallonia")
            case "VLG":
                return self("Flanders")
            case "OTHER":
                return self("Elsewhere")
        return region


def clock(moment: datetime) -> str:
    """Return the time of day in hours and minutes, alike in all languages."""
    return f"{moment.hour:02}:{moment.minute:02}"


class Paper:
    """The languages of paper that everybody reads: one text beside the other."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.words = tuple(words(each) for each in languages)

    @property
    def language(self) -> str:
        """The first of them."""
        return self.words[0].language

    def __call__(self, template: str, **values: object) -> str:
        """Return the sentence in each language, once where they agree."""
        return self.beside(lambda each: each(template, **values))

    def text(self, texts: dict[str, str]) -> str:
        """Return what the organisers wrote, in each language."""
        return BESIDE.join(self.texts(texts))

    def texts(self, texts: dict[str, str]) -> list[str]:
        """Return what the organisers wrote, each language apart, once where they agree."""
        return self._marked((each.text(texts), each.tongue_of(texts)) for each in self.words)

    def beside(self, say: Callable[[Words], str]) -> str:
        """Return what is said in each language, separated by a slash, once where they agree."""
        return BESIDE.join(self.distinct(say))

    def distinct(self, say: Callable[[Words], str]) -> list[str]:
        """Return what is said in each language, apart, once where they agree."""
        return self._marked((say(each), each.language) for each in self.words)

    def columns(self, say: Callable[[Words], str]) -> list[str]:
        """Return what is said in each language, apart, also where they agree."""
        return [said(say(each), each.language) for each in self.words]

    def _marked(self, texts: Iterable[tuple[str, str]]) -> list[str]:
        """Return the texts that are not empty, each once, marked as being in its language.

        One alone is not, where it is in the first of the languages: that of the whole paper.
        """
        found: dict[str, str] = {}
        for text, language in texts:
            found.setdefault(text, language)
        found.pop("", None)
        if list(found.values()) == [self.language]:
            return list(found)
        return [said(text, language) for text, language in found.items()]

    def tongues(self, codes: Iterable[str]) -> str:
        """Return the names of languages, in each language."""
        listed = tuple(codes)
        return self.beside(lambda each: each.tongues(listed))

    def region(self, region: str) -> str:
        """Return the name of a region, in each language."""
        return self.beside(lambda each: each.region(region))


@lru_cache(maxsize=4096)
def _tongues(language: str, codes: tuple[str, ...]) -> str:
    spoken = words(language)
    return spoken.together(spoken.tongue(each) for each in codes)


@cache
def words(language: str) -> Words:
    """Return the Words of `language`."""
    return Words(language)


def paper_words(event: Event) -> Paper:
    """Return the languages of the paper of `event`: its first two."""
    return Paper(event.languages[:PAPER_LANGUAGES])


def words_of(event: Event, language: str | None) -> Words:
    """Return the Words of `language`, by default those of the first language of `event`."""
    return words(language or event.languages[0])


def words_for(event: Event, participant: Participant, language: str | None) -> Words:
    """Return the Words of `language`, by default those that suit `participant`."""
    return words(language or event.language_of(participant))
