"""The reader's language, and how this language writes numbers and moments."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale, negotiate_locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent
from flask import Flask, Response, current_app, g, request
from jinja2 import StrictUndefined
from markupsafe import Markup

from matchmaker.locales.catalogue import LANGUAGES, Translator, translator
from matchmaker.locales.dates import as_written
from matchmaker.messages import Message
from matchmaker.values import text_in

COOKIE = "language"
YEAR = 365 * 24 * 3600
LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_GB"}
NAMES = {"fr": "Français", "nl": "Nederlands", "en": "English"}
SPACES = {
    "fr": {":": "\u00a0", ";": "\u202f", "%": "\u00a0"},
    "nl": {"%": "\u00a0"},
}
"""What stands between a sign and what is before it; no line is broken there."""
BOUND = re.compile(r" (?=[–—:;?!»](?:\s|$))")


def negotiated() -> str:
    """Return the language that was switched to, else the best one the browser asks for."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    # Werkzeug's own choice takes Dutch for fr-BE; Babel knows that fr-BE is French.
    wanted = [each for each in request.accept_languages.values() if each != "*"]
    return negotiate_locale(wanted, LANGUAGES, sep="-") or "en"


def language() -> str:
    """Return the language of the page being made."""
    if "language" not in g:
        g.language = negotiated()
    chosen: str = g.language
    return chosen


def use(chosen: str) -> None:
    """Make the rest of this page in `chosen`; an unknown language changes nothing."""
    if chosen in LANGUAGES:
        g.language = chosen


def remember(response: Response, chosen: str) -> None:
    """Let the browser ask for `chosen` from now on."""
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    response.set_cookie(COOKIE, chosen, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")


def translate() -> Translator:
    """Return the Translator of the web's own texts for this page."""
    return translator(language(), "web")


def _text(template: str, **values: object) -> str:
    return translate()(template, **_plain(values))


def _plural(one: str, many: str, count: int, **values: object) -> str:
    return translate().plural(one, many, count, **_plain(values))


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    """Return `values` as they are read: the page escapes the sentence that they are put into."""
    return {
        name: each.unescape() if isinstance(each, Markup) else each for name, each in values.items()
    }


def say(message: Message, domain: str = "web") -> str:
    """Return `message` in the language of the page."""
    return translator(language(), domain).say(message)


def local_text(texts: dict[str, str]) -> str:
    """Return the organisers' text for this page; no line begins with a dash or a sign."""
    return BOUND.sub("\u00a0", text_in(texts, language()))


def this_page() -> str:
    """Return the address of the page with what it was asked, to be shown in another language."""
    asked = request.query_string.decode("ascii", "replace")
    return f"{request.path}?{asked}" if asked else request.path


def language_name(code: str) -> str:
    """Return what the language `code` is called in the language of the page."""
    try:
        name = Locale.parse(code, sep="-").get_language_name(language())
    except ValueError:
        name = None
    return name or code


def number(value: float, places: int = 1) -> str:
    """Return `value` with at most `places` decimals."""
    return format_decimal(value, f"#,##0.{'#' * places}", _locale())


def percent(share: float, places: int = 0) -> str:
    """Return a share of one as a percentage with at most `places` decimals."""
    return format_percent(share, f"#,##0.{'#' * places}{mark('%')}", _locale())


def long_date(day: date) -> str:
    """Return the day with its weekday, written out."""
    return as_written(format_date(day, "full", _locale()), language())


def mark(sign: str) -> str:
    """Return a sign after the space that the language of the page sets before it."""
    return SPACES.get(language(), {}).get(sign, "") + sign


def clock(moment: datetime) -> str:
    """Return the hour and minute."""
    return f"{moment:%H:%M}"


def moment_in(zone: ZoneInfo, moment: datetime) -> str:
    """Return day and time of an aware `moment` as clocks of `zone` show it."""
    text = format_datetime(moment, "d MMM HH:mm", tzinfo=zone, locale=_locale())
    return as_written(text, language())


def _locale() -> str:
    return LOCALES[language()]


def install(app: Flask) -> None:
    """Give the templates of `app` these functions."""
    app.jinja_env.globals.update(
        _=_text,
        ngettext=_plural,
        say=say,
        language=language,
        this_page=this_page,
        languages=NAMES,
        language_name=language_name,
        local_text=local_text,
        number=number,
        percent=percent,
        long_date=long_date,
        clock=clock,
        mark=mark,
        moment_in=moment_in,
        say_domain=lambda template: say(Message(template), "domain"),
    )
    app.jinja_env.filters["language_name"] = language_name
    app.jinja_env.undefined = StrictUndefined
