"""Settings of the web side: environment variables that start with MATCHMAKER_, or a TOML file."""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    EmailStr,
    Field,
    NonNegativeInt,
    PositiveInt,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from matchmaker.errors import MatchmakerError
from web.safety import unsafe

PREFIX = "MATCHMAKER_"
SMTP_PREFIX = "MATCHMAKER_SMTP_"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

AnySettings = TypeVar("AnySettings", bound=BaseSettings)


class SettingsError(MatchmakerError):
    """The settings do not allow a safe start; says which and how to mend them."""


def _words(value: object) -> object:
    return tuple(re.split(r"[\s,]+", value.strip())) if isinstance(value, str) else value


def _base(value: str) -> str:
    if value and not re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+/?", value):
        raise ValueError("must be like https://day.example.org, without a path")
    return value.rstrip("/")


class MailSettings(BaseSettings):
    """The server that takes mails, by MATCHMAKER_SMTP_HOST and so on; without one none is sent."""

    model_config = SettingsConfigDict(env_prefix=SMTP_PREFIX, frozen=True, extra="forbid")

    host: str = ""
    port: PositiveInt = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: SecretStr = SecretStr("")
    sender: EmailStr | None = None

    @property
    def is_set(self) -> bool:
        """Whether mails can be sent."""
        return bool(self.host and self.sender)


class Settings(BaseSettings):
    """How the web side runs. Outside of demo mode it is only made with safe secrets."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    demo: bool = False
    secret_key: SecretStr = SecretStr("")
    organiser_name: str = "organiser"
    organiser_password: SecretStr | None = None
    organiser_password_hash: str = ""
    database_url: str = "sqlite:///matchmaker.sqlite3"
    public_url: Annotated[str, AfterValidator(_base)] = ""
    trusted_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_words)] = LOOPBACK
    proxies: NonNegativeInt = 0
    cookie_secure: bool = True
    login_hours: PositiveInt = 12
    upload_bytes: PositiveInt = 10_000_000
    form_parts: PositiveInt = 500
    login_limit: str = "10 per minute; 50 per hour"
    account_limit: str = "100 per hour"
    registration_limit: str = "1200 per minute"
    wish_limit: str = "6000 per minute"
    api_limit: str = "600 per minute"
    metrics_token: SecretStr = SecretStr("")
    threads: PositiveInt = 16
    streams: NonNegativeInt = 4
    stale_seconds: Annotated[float, Field(gt=0)] = 20.0
    smtp: MailSettings = Field(default_factory=MailSettings)
    look_folder: str = ""

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        if not self.demo and (faults := [*unsafe(self)]):
            raise ValueError("\n".join(faults))
        return self


def read_settings(file: Path | None = None, **overrides: object) -> Settings:
    """Return the Settings of `file` and the environment, which prevails over the file.

    Raises SettingsError naming everything that is wrong or unsafe at once.
    """
    given = {} if file is None else _of_file(file)
    mail = given.pop("smtp", {})
    faults: list[str] = []
    smtp = _made(MailSettings, SMTP_PREFIX, _left_by_environment(mail, SMTP_PREFIX), faults)
    given = _left_by_environment(given, PREFIX) | overrides
    given["smtp"] = smtp or MailSettings.model_construct()
    settings = _made(Settings, PREFIX, given, faults)
    if faults or settings is None:
        raise SettingsError("\n".join(faults))
    return settings


def _of_file(file: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file} cannot be read as TOML: {error}") from None
    if not isinstance(content.get("smtp", {}), dict):
        raise SettingsError(f"{file}: [smtp] must be a table.")
    return content


def _left_by_environment(given: dict[str, Any], prefix: str) -> dict[str, Any]:
    return {name: each for name, each in given.items() if f"{prefix}{name}".upper() not in _names()}


def _names() -> set[str]:
    return {each.upper() for each in os.environ}


def _made(
    kind: type[AnySettings], prefix: str, given: dict[str, Any], faults: list[str]
) -> AnySettings | None:
    """Return the settings, or None where `faults` grew by all that is wrong with them."""
    try:
        return kind(**given)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
    faults += [_said(prefix, each["loc"], each["msg"]) for each in found]
    wrong = {str(each["loc"][0]) for each in found if each["loc"]}
    if wrong:
        # With the usual values in their place, what else is wrong shows.
        right = {name: each for name, each in given.items() if name not in wrong}
        _made(kind, prefix, _usual(kind, wrong) | right, faults)
    return None


def _usual(kind: type[BaseSettings], names: set[str]) -> dict[str, Any]:
    fields = {name: kind.model_fields[name] for name in names & set(kind.model_fields)}
    return {name: each.get_default(call_default_factory=True) for name, each in fields.items()}


def _said(prefix: str, place: tuple[int | str, ...], text: str) -> str:
    name = f"{prefix}{str(place[0]).upper()}: " if place else ""
    return name + text.removeprefix("Value error, ")
