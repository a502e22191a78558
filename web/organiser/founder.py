"""The account of the settings, which owns the installation."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHash

from web.settings import Settings
from web.store import accounts
from web.store.database import Database


def ensure(database: Database, settings: Settings) -> None:
    """Let the account of the settings exist with their password, also after that was changed."""
    with database.writing() as connection:
        known = accounts.by_name(connection, settings.organiser_name)
        if known is None:
            hashed = _hash(settings)
            accounts.add(connection, settings.organiser_name, hashed, is_administrator=True)
        elif not _is_of(settings, known.password_hash):
            accounts.change(connection, known.id, password_hash=_hash(settings))


def _hash(settings: Settings) -> str:
    return settings.organiser_password_hash or PasswordHasher().hash(_password(settings))


def _is_of(settings: Settings, hashed: str) -> bool:
    if settings.organiser_password_hash:
        return hashed == settings.organiser_password_hash
    try:
        return PasswordHasher().verify(hashed, _password(settings))
    except (Argon2Error, InvalidHash):
        return False


def _password(settings: Settings) -> str:
    password = settings.organiser_password
    return "" if password is None else password.get_secret_value()
