"""Looking up a sentence in the reader's language.

Each folder beside this file is a language, each `.po` file in it a domain (one for each part of
the product). The English text is the key, as is usual with gettext; English needs no file.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from matchmaker.messages import Message, filled

LANGUAGES = ("fr", "nl", "en")
FOLDER = Path(__file__).parent


class Translator:
    """Sentences of one domain in one language."""

    def __init__(self, language: str, domain: str) -> None:
        self.language = language
        self._texts = _texts(language, domain)
        self._found = cache(self._texts.gettext)

    def __call__(self, template: str, **values: object) -> str:
        """Return `template` in this language with `values` put in."""
        return filled(self._found(template), values, self.language)

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the form that fits `number`, which the templates may name `{number}`."""
        text = self._texts.ngettext(one, many, number)
        return filled(text, {"number": number, **values}, self.language)

    def say(self, message: Message) -> str:
        """Return `message` in this language."""
        return self(message.template, **message.values)


@cache
def translator(language: str, domain: str) -> Translator:
    """Return the Translator of `domain` for `language`; unknown languages read English."""
    return Translator(language if language in LANGUAGES else "en", domain)


def _texts(language: str, domain: str) -> NullTranslations:
    source = FOLDER / language / f"{domain}.po"
    if not source.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
