"""The account of the settings, which owns the installation."""

from web.account.passwords import hash_of_password, is_password
from web.settings import Settings
from web.store import accounts
from web.store.database import Database


def ensure(database: Database, settings: Settings) -> None:
    """Let the account of the settings exist with their password, also after that was changed.

    A changed password ends the code of a telephone, too: so one that was lost locks nobody out.
    """
    with database.writing() as connection:
        known = accounts.by_name(connection, settings.organiser_name)
        if known is None:
            hashed = _hash(settings)
            accounts.add(connection, settings.organiser_name, hashed, is_administrator=True)
        elif not _is_of(settings, known.password_hash):
            fresh = {"password_hash": _hash(settings), "totp_secret": None}
            accounts.change(connection, known.id, **fresh)


def _hash(settings: Settings) -> str:
    return settings.organiser_password_hash or hash_of_password(_password(settings))


def _is_of(settings: Settings, hashed: str) -> bool:
    if settings.organiser_password_hash:
        return hashed == settings.organiser_password_hash
    return is_password(_password(settings), hashed)


def _password(settings: Settings) -> str:
    password = settings.organiser_password
    return "" if password is None else password.get_secret_value()
