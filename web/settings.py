"""Settings of the web side, read from environment variables that start with MATCHMAKER_."""

import re
from typing import Annotated, Literal, Self

from pydantic import (
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

SECRET_LENGTH = 32
SECRET_VARIETY = 10
PASSWORD_LENGTH = 12
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class SettingsError(MatchmakerError):
    """The settings do not allow a safe start; says which and how to mend them."""


def _words(value: object) -> object:
    return tuple(re.split(r"[\s,]+", value.strip())) if isinstance(value, str) else value


class MailSettings(BaseSettings):
    """The server that takes mails, by MATCHMAKER_SMTP_HOST and so on; without one none is sent."""

    model_config = SettingsConfigDict(env_prefix="MATCHMAKER_SMTP_", frozen=True, extra="forbid")

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

    model_config = SettingsConfigDict(env_prefix="MATCHMAKER_", frozen=True, extra="forbid")

    demo: bool = False
    secret_key: SecretStr = SecretStr("")
    organiser_name: str = "organiser"
    organiser_password: SecretStr | None = None
    organiser_password_hash: str = ""
    database_url: str = "sqlite:///matchmaker.sqlite3"
    trusted_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_words)] = LOOPBACK
    proxies: NonNegativeInt = 0
    cookie_secure: bool = True
    login_hours: PositiveInt = 12
    upload_bytes: PositiveInt = 10_000_000
    form_parts: PositiveInt = 500
    login_limit: str = "10 per minute; 50 per hour"
    registration_limit: str = "120 per minute"
    wish_limit: str = "1200 per minute"
    threads: PositiveInt = 16
    stale_seconds: Annotated[float, Field(gt=0)] = 20.0
    smtp: MailSettings = Field(default_factory=MailSettings)
    look_folder: str = ""

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        if not self.demo and (faults := [*_faults(self)]):
            raise ValueError(" ".join(faults))
        return self


def _faults(settings: Settings) -> list[str]:
    faults = []
    secret = settings.secret_key.get_secret_value()
    if len(secret) < SECRET_LENGTH or len(set(secret)) < SECRET_VARIETY:
        faults.append(
            "Set MATCHMAKER_SECRET_KEY to at least 32 random characters, for instance from "
            "python -c 'import secrets; print(secrets.token_hex())'."
        )
    if settings.organiser_password_hash:
        if not settings.organiser_password_hash.startswith("$argon2"):
            faults.append("MATCHMAKER_ORGANISER_PASSWORD_HASH must be an argon2 hash.")
    elif len(_password(settings)) < PASSWORD_LENGTH:
        faults.append(
            "Set MATCHMAKER_ORGANISER_PASSWORD to at least 12 characters, "
            "or MATCHMAKER_ORGANISER_PASSWORD_HASH to its argon2 hash."
        )
    return faults


def _password(settings: Settings) -> str:
    secret = settings.organiser_password
    return "" if secret is None else secret.get_secret_value()


def read_settings(**overrides: object) -> Settings:
    """Return the Settings of the environment; raises SettingsError naming each unsafe one."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        prefix = "MATCHMAKER_SMTP_" if error.title == MailSettings.__name__ else "MATCHMAKER_"
        lines = (_said(prefix, each["loc"], each["msg"]) for each in found)
        raise SettingsError("\n".join(lines)) from None


def _said(prefix: str, place: tuple[int | str, ...], text: str) -> str:
    name = f"{prefix}{str(place[0]).upper()}: " if place else ""
    return name + text.removeprefix("Value error, ")
