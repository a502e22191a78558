"""The headers that pages tell are understood."""

import pytest

from matchmaker.locales.catalogue import LANGUAGES, translator
from matchmaker.registrations.headers import key_of
from matchmaker.registrations.mapping import NO_MAPPING
from web.imports.headers import HEADERS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", HEADERS)
def test_each_is_understood_in_its_language_and_as_something_else(
    table: str, language: str
) -> None:
    say = translator(language, "web").say
    found = [key_of(table, say(each), NO_MAPPING) for each in HEADERS[table]]
    assert None not in found
    assert len(set(found)) == len(found)
