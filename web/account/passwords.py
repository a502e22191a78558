"""Passwords of accounts: never stored, only an argon2 hash of them."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHash

from matchmaker.messages import Message, message
from web.safety import PASSWORD_LENGTH

LONGEST_PASSWORD = 200
TOO_SHORT = message("Choose at least {count} characters; a short sentence is best.")


def hash_of_password(password: str) -> str:
    """Return what is stored of `password`."""
    return PasswordHasher().hash(password)


def is_password(password: str, hashed: str) -> bool:
    """Tell whether `hashed` was made of `password`; takes as long either way, as argon2 does."""
    try:
        return PasswordHasher().verify(hashed, password[:LONGEST_PASSWORD])
    except (Argon2Error, InvalidHash):
        return False


def fault_of(password: str) -> Message | None:
    """Return why `password` is no good password, None when it is one."""
    if PASSWORD_LENGTH <= len(password) <= LONGEST_PASSWORD:
        return None
    return Message(TOO_SHORT.template, {"count": PASSWORD_LENGTH})
