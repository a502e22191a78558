"""How often one address may try, and how often one account may be tried."""

from flask import Response, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from web.store.keys import hash_of

limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window")


def login_limit() -> str:
    """Return how often one address may try a password."""
    return str(current_app.config["LOGIN_LIMIT"])


def account_limit() -> str:
    """Return how often one account may be tried in vain, from wherever."""
    return str(current_app.config["ACCOUNT_LIMIT"])


def is_refused(answer: Response) -> bool:
    """Tell whether a password or code was wrong."""
    return answer.status_code == 403


def registration_limit() -> str:
    """Return how often one address may send a form; a whole venue may share one address."""
    return str(current_app.config["REGISTRATION_LIMIT"])


def api_limit() -> str:
    """Return how often one token may call the API."""
    return str(current_app.config["API_LIMIT"])


def api_reader() -> str:
    """Return what tells callers of the API apart: the token, else the address."""
    sent = request.headers.get("Authorization")
    return hash_of(sent) if sent else get_remote_address()


def wish_limit() -> str:
    """Return how often one address may change wishes, which takes many small steps."""
    return str(current_app.config["WISH_LIMIT"])
