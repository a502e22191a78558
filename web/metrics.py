"""What a monitor asks: requests, runs and mails as Prometheus reads them."""

import hmac
import time
from collections.abc import Iterator

from flask import Blueprint, Flask, Response, abort, current_app, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from web.access import everybody
from web.services import services
from web.settings import LOOPBACK
from web.store import figures
from web.store.database import Database

TEXT = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
LOCAL = ("127.0.0.1", "::1")

metrics = Blueprint("metrics", __name__)


class Gauges:
    """What is counted since the application started, and what stands in its database."""

    def __init__(self, database: Database) -> None:
        self.registry = CollectorRegistry()
        labels = ("endpoint", "method", "status")
        self.requests = Counter(
            "matchmaker_requests", "Requests answered", labels, registry=self.registry
        )
        self.seconds = Histogram(
            "matchmaker_request_seconds",
            "Seconds until the answer",
            ("endpoint",),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.registry.register(_Stored(database))


class _Stored(Collector):
    """Reads the database each time that it is asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self) -> list[Metric]:
        """Say nothing before the database is there."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Count runs and mails by state, and tell for how long the oldest run has waited."""
        with self._database.reading() as connection:
            runs = figures.runs_by_state(connection)
            mails = figures.mails_by_state(connection)
            waiting = figures.longest_wait(connection)
        yield _by_state("matchmaker_runs", "Runs of the engine", runs)
        yield _by_state("matchmaker_mails", "Mails in the outbox", mails)
        about = "Seconds that the oldest queued run has waited"
        yield GaugeMetricFamily("matchmaker_queue_seconds", about, waiting)


@metrics.get("/metrics")
@everybody
def show() -> Response:
    """Give all figures to this machine, and to others with the token of the settings."""
    if not (_is_local() or _has_token()):
        abort(404)
    return Response(generate_latest(_gauges().registry), mimetype=TEXT)


def _is_local() -> bool:
    # A proxy on this machine passes on the host name that its readers asked for.
    return request.remote_addr in LOCAL and request.host.rsplit(":", 1)[0] in LOOPBACK


def _has_token() -> bool:
    token = services().settings.metrics_token.get_secret_value()
    sent = request.headers.get("Authorization", "")
    return bool(token) and hmac.compare_digest(sent.encode(), f"Bearer {token}".encode())


def _by_state(name: str, about: str, counts: dict[str, int]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, about, labels=("state",))
    for state, count in counts.items():
        family.add_metric((state,), count)
    return family


def _gauges() -> Gauges:
    found: Gauges = current_app.extensions["metrics"]
    return found


def _begin() -> None:
    g.begun = time.perf_counter()


def _count(response: Response) -> Response:
    endpoint = request.endpoint or "unknown"
    gauges = _gauges()
    gauges.requests.labels(endpoint, request.method, response.status_code).inc()
    gauges.seconds.labels(endpoint).observe(time.perf_counter() - g.get("begun", 0.0))
    return response


def install(app: Flask, database: Database) -> None:
    """Count what `app` answers; must come before what may answer in place of a view."""
    app.extensions["metrics"] = Gauges(database)
    app.before_request(_begin)
    app.after_request(_count)
    app.register_blueprint(metrics)
