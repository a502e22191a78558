"""Codes that an app on a telephone shows, which change every half minute (RFC 6238)."""

import hmac
import time

import pyotp
import segno
from sqlalchemy import Connection, update

from web.store.accounts import Account
from web.store.tables.organisers import accounts

STEP_SECONDS = 30
ISSUER = "Matchmaker"


def new_secret() -> str:
    """Return a random secret for a telephone."""
    return pyotp.random_base32()


def picture(secret: str, name: str) -> str:
    """Return the secret as an SVG drawing for the camera of a telephone."""
    address = pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)
    return segno.make(address, error="m").svg_inline(scale=5, border=4, dark="#000", light="#fff")


def step_of(secret: str, code: str) -> int | None:
    """Return the time step whose code it is, now or one step off; None when of none."""
    typed = "".join(code.split()).encode()
    clock = int(time.time()) // STEP_SECONDS
    made = {step: pyotp.TOTP(secret).generate_otp(step) for step in range(clock - 1, clock + 2)}
    found = (each for each in made if hmac.compare_digest(made[each].encode(), typed))
    return next(found, None)


def take(connection: Connection, account: Account, code: str) -> bool:
    """Tell whether `code` opens the account; a code opens it once only."""
    step = step_of(account.totp_secret or "", code)
    if step is None:
        return False
    mine = (accounts.c.id == account.id) & (accounts.c.totp_step < step)
    return connection.execute(update(accounts).where(mine).values(totp_step=step)).rowcount == 1
