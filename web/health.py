"""Whether everything that the service needs is there, for who watches over it."""

import logging

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from web.access import everybody
from web.services import services
from web.store import workers
from web.store.migrate import is_current

LOG = logging.getLogger(__name__)
MOST_SILENCE = 30.0
"""Seconds without a sign of life of any worker after which something is wrong."""

health = Blueprint("health", __name__)


@health.get("/health")
@everybody
def show() -> tuple[Response, int]:
    """Say what works and what does not, and nothing else."""
    found = _found()
    is_well = all(found.values())
    told = {name: "ok" if each else "failing" for name, each in found.items()}
    answer = jsonify(status="ok" if is_well else "failing", **told)
    return answer, 200 if is_well else 503


def _found() -> dict[str, bool]:
    try:
        with services().database.reading() as connection:
            silence = workers.silence(connection)
            is_working = silence is not None and silence < MOST_SILENCE
            return {"database": True, "tables": is_current(connection), "worker": is_working}
    except SQLAlchemyError:
        LOG.exception("the database does not answer")
        return {"database": False, "tables": False, "worker": False}
