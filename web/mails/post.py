"""Sending what waits in the outbox, in batches over one connection."""

import logging
import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from web.mails.envelope import enveloped
from web.patience import is_over_within
from web.settings import MailSettings
from web.store import mails
from web.store.database import Database
from web.store.mails import Mail

LOG = logging.getLogger(__name__)
BATCH = 20
TIMEOUT_SECONDS = 10.0
POLL_SECONDS = 3.0
RETRY_SECONDS = 30.0


def deliver_beside(
    database: Database, settings: MailSettings, is_over: Callable[[], bool]
) -> Thread | None:
    """Send mails in a thread until `is_over()`; None when the settings name no server."""
    if not settings.is_set:
        return None
    thread = Thread(target=_deliver, args=(database, settings, is_over))
    thread.start()
    return thread


def send_batch(database: Database, settings: MailSettings) -> int:
    """Send the oldest waiting mails and return how many were settled.

    Raises OSError when the server cannot be reached; then all of them wait again.
    """
    with database.writing() as connection:
        batch = mails.claim(connection, BATCH)
    if not batch:
        return 0
    try:
        server = _connected(settings)
    except OSError:
        _hand_back(database, batch)
        raise
    try:
        return _send(database, settings, server, batch)
    finally:
        with suppress(OSError):
            server.quit()


def _send(
    database: Database, settings: MailSettings, server: smtplib.SMTP, batch: list[Mail]
) -> int:
    for done, mail in enumerate(batch):
        try:
            server.send_message(enveloped(mail, str(settings.sender)))
            failure, is_final = "", True
        except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, ValueError) as error:
            failure, is_final = str(error), _is_final(error)
            with suppress(OSError):
                server.rset()
        except OSError:
            # Whether this one went nobody knows; it is not tried again. The others surely did not.
            _hand_back(database, batch[done + 1 :])
            raise
        with database.writing() as connection:
            if is_final:
                mails.settle(connection, mail.id, failure)
            else:
                mails.put_off(connection, mail, failure)
    return len(batch)


def _is_final(error: Exception) -> bool:
    """Tell whether the server will not take the mail later either: answers from 400 to 499 pass."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
    else:
        codes = [error.smtp_code] if isinstance(error, smtplib.SMTPResponseException) else []
    return not codes or any(not 400 <= each < 500 for each in codes)


def _connected(settings: MailSettings) -> smtplib.SMTP:
    context = ssl.create_default_context()
    place = settings.host, settings.port
    if settings.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(*place, timeout=TIMEOUT_SECONDS, context=context)
    else:
        server = smtplib.SMTP(*place, timeout=TIMEOUT_SECONDS)
    if settings.security == "starttls":
        server.starttls(context=context)
    if settings.user:
        server.login(settings.user, settings.password.get_secret_value())
    return server


def _hand_back(database: Database, batch: list[Mail]) -> None:
    with database.writing() as connection:
        mails.hand_back(connection, [each.id for each in batch])


def _deliver(database: Database, settings: MailSettings, is_over: Callable[[], bool]) -> None:
    while not is_over():
        try:
            seconds = 0.0 if send_batch(database, settings) else POLL_SECONDS
        except OSError as error:
            LOG.warning("mails cannot be sent now: %s", error)
            seconds = RETRY_SECONDS
        is_over_within(seconds, is_over)
