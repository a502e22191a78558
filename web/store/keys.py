"""Keys that nobody can guess, and what is kept of the secret ones."""

import hashlib
import secrets


def new_key() -> str:
    """Return a short random key for a page address that is not secret by itself."""
    return secrets.token_urlsafe(12)


def new_link() -> str:
    """Return a random secret for a private link."""
    return secrets.token_urlsafe(24)


def hash_of(link: str) -> str:
    """Return what is stored of `link`; the link cannot be found from it."""
    return hashlib.sha256(link.encode()).hexdigest()
