"""How often one address may try."""

from flask import current_app
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window")


def login_limit() -> str:
    """Return how often one address may try a password."""
    return str(current_app.config["LOGIN_LIMIT"])


def registration_limit() -> str:
    """Return how often one address may send a form; a whole venue may share one address."""
    return str(current_app.config["REGISTRATION_LIMIT"])


def wish_limit() -> str:
    """Return how often one address may change wishes, which takes many small steps."""
    return str(current_app.config["WISH_LIMIT"])
