"""What would be unsafe outside of a demo."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from web.settings import Settings

SECRET_LENGTH = 32
SECRET_VARIETY = 10
PASSWORD_LENGTH = 12
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


def unsafe(settings: "Settings") -> Iterator[str]:
    """Yield what is unsafe in `settings` and how to mend it, each as a sentence."""
    yield from _secret(settings)
    yield from _password(settings)
    yield from _hosts(settings)
    yield from _public_address(settings)
    yield from _store(settings)
    yield from _mails(settings)


def _secret(settings: "Settings") -> Iterator[str]:
    secret = settings.secret_key.get_secret_value()
    if len(secret) < SECRET_LENGTH or len(set(secret)) < SECRET_VARIETY:
        yield (
            "Set MATCHMAKER_SECRET_KEY to at least 32 random characters, for instance from "
            "python -c 'import secrets; print(secrets.token_hex())'."
        )
    token = settings.metrics_token.get_secret_value()
    if token and len(token) < SECRET_LENGTH:
        yield "Set MATCHMAKER_METRICS_TOKEN to at least 32 random characters, or leave it out."


def _password(settings: "Settings") -> Iterator[str]:
    password = settings.organiser_password
    if settings.organiser_password_hash:
        if not settings.organiser_password_hash.startswith("$argon2"):
            yield "MATCHMAKER_ORGANISER_PASSWORD_HASH must be an argon2 hash."
    elif password is None or len(password.get_secret_value()) < PASSWORD_LENGTH:
        yield (
            "Set MATCHMAKER_ORGANISER_PASSWORD to at least 12 characters, "
            "or MATCHMAKER_ORGANISER_PASSWORD_HASH to its argon2 hash."
        )


def _hosts(settings: "Settings") -> Iterator[str]:
    if not settings.trusted_hosts or any("*" in each for each in settings.trusted_hosts):
        yield "Set MATCHMAKER_TRUSTED_HOSTS to the host names of the pages, without “*”."


def _public_address(settings: "Settings") -> Iterator[str]:
    if not settings.public_url:
        return
    parts = urlsplit(settings.public_url)
    host = parts.hostname or ""
    if host.strip("[]") not in {each.strip("[]") for each in settings.trusted_hosts}:
        yield f"Add {host}, of MATCHMAKER_PUBLIC_URL, to MATCHMAKER_TRUSTED_HOSTS."
    is_secure = parts.scheme == "https"
    if settings.cookie_secure and not is_secure and host not in LOCAL:
        yield "MATCHMAKER_PUBLIC_URL must begin with https:// (see MATCHMAKER_COOKIE_SECURE)."
    if is_secure and not settings.cookie_secure:
        yield "Leave out MATCHMAKER_COOKIE_SECURE=false: the pages are reached by HTTPS."


def _store(settings: "Settings") -> Iterator[str]:
    if settings.database_url in ("sqlite://", "sqlite:///:memory:"):
        yield "MATCHMAKER_DATABASE_URL must name a file: the worker is another process."


def _mails(settings: "Settings") -> Iterator[str]:
    smtp = settings.smtp
    if smtp.security == "none" and smtp.user and smtp.host not in LOCAL:
        yield (
            "MATCHMAKER_SMTP_SECURITY=none would send the password of the mail server in the "
            "clear: use starttls or tls."
        )
    if bool(smtp.host) != bool(smtp.sender):
        yield "Set MATCHMAKER_SMTP_HOST and MATCHMAKER_SMTP_SENDER together, or neither."
