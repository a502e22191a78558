"""What stands for people in forms that others see: their code may be their e-mail address."""

import hmac
from collections.abc import Callable
from typing import Literal

from web.services import services

Kind = Literal["participant", "organisation"]
Keys = Callable[[Kind, str], str]
"""From the code of a person or an organisation to what stands for them in a form."""
LENGTH = 20


def plain(kind: Kind, code: str) -> str:
    """Return the code as it is, for pages of organisers."""
    return f"{kind}:{code}"


def handles(event_id: int) -> Keys:
    """Return keys from which nobody learns the code of a person; the same each time."""
    return keys_of(services().settings.secret_key.get_secret_value(), event_id)


def keys_of(secret: str, event_id: int) -> Keys:
    """Return the keys for an event that only who knows the secret can tell."""

    def key(kind: Kind, code: str) -> str:
        if kind == "organisation":
            return plain(kind, code)
        text = f"handle\n{event_id}\n{code}".encode()
        return plain(kind, hmac.digest(secret.encode(), text, "sha256").hex()[:LENGTH])

    return key
