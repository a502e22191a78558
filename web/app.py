"""The web application, put together from its parts."""

import secrets
from datetime import timedelta

from argon2 import PasswordHasher
from flask import Flask
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from web import (
    access,
    addresses,
    assets,
    compression,
    faults,
    headers,
    here,
    languages,
    metrics,
    regions,
    services,
    sizes,
)
from web.account.views import account
from web.agenda.views import agenda
from web.api import callers, door
from web.desk.views import desk
from web.documents.views import documents
from web.grid.changes import changes
from web.grid.mending import mending
from web.grid.repairing import repairing
from web.grid.solving import solving
from web.grid.views import grid
from web.health import health
from web.imports.founding import founding
from web.imports.views import imports
from web.insight.seeking import seeking
from web.insight.statistics import statistics
from web.insight.whatif import whatif
from web.insight.wishes import unmet
from web.limits import limiter
from web.organiser import founder, menu
from web.organiser.deleting import deleting
from web.organiser.events import events
from web.organiser.login import login
from web.organiser.outbox import outbox
from web.organiser.overview import overview
from web.organiser.people import people
from web.organiser.person_links import person_links
from web.records.reminding import reminding
from web.records.routes import records
from web.records.unconfirmed import unconfirmed
from web.registrations.confirming import confirming
from web.registrations.editing import editing
from web.registrations.leaving import leaving
from web.registrations.presence import presence
from web.registrations.renewal import renewal
from web.registrations.resending import resending
from web.registrations.views import registrations
from web.registrations.wishes import wishes
from web.runs import live as streams
from web.runs.comparing import comparing
from web.runs.live import live
from web.runs.views import runs
from web.services import Services
from web.settings import Settings
from web.setup.new_event import new_event
from web.setup.routes import setup
from web.start import start
from web.store.database import Database
from web.store.migrate import migrate
from web.team.joining import joining
from web.team.log import log
from web.team.tokens import tokens
from web.team.views import team
from web.versions.reprints import reprints
from web.versions.views import versions

BLUEPRINTS = (
    start,
    registrations,
    editing,
    leaving,
    confirming,
    presence,
    renewal,
    resending,
    wishes,
    agenda,
    login,
    account,
    joining,
    events,
    deleting,
    new_event,
    setup,
    desk,
    team,
    tokens,
    log,
    outbox,
    overview,
    founding,
    imports,
    reminding,
    people,
    records,
    unconfirmed,
    person_links,
    runs,
    live,
    comparing,
    documents,
    versions,
    reprints,
    statistics,
    unmet,
    seeking,
    whatif,
    grid,
    changes,
    solving,
    mending,
    repairing,
    health,
)


def create_app(settings: Settings) -> Flask:
    """Return the application on the database of `settings`, brought up to date."""
    app = Flask(__name__)
    app.config.update(_configuration(settings))
    database = Database(settings.database_url)
    migrate(database)
    services.install(app, Services(settings, database))
    founder.ensure(database, settings)
    secret = settings.secret_key.get_secret_value()
    addresses.install(app)
    metrics.install(app, database)
    headers.install(app)
    sizes.install(app)
    compression.install(app)
    languages.install(app)
    regions.install(app)
    assets.install(app)
    here.install(app)
    menu.install(app)
    streams.install(app, settings.streams)
    limiter.init_app(app)
    callers.install(app)
    access.install(app, access.Logins(secret, settings.login_hours))
    door.install(app, CSRFProtect(app))
    faults.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, count, count, count)  # type: ignore[method-assign]
    return app


def _configuration(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key.get_secret_value(),
        "SESSION_COOKIE_NAME": "__Host-matchmaker" if settings.cookie_secure else "matchmaker",
        "SESSION_COOKIE_SECURE": settings.cookie_secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=settings.login_hours),
        "MAX_CONTENT_LENGTH": settings.upload_bytes,
        "MAX_FORM_PARTS": settings.form_parts,
        "TRUSTED_HOSTS": list(settings.trusted_hosts),
        # A form may stay open over lunch; the token lives as long as its session.
        "WTF_CSRF_TIME_LIMIT": None,
        # Compared with where there is no such account, so that this takes as long.
        "NOBODYS_HASH": PasswordHasher().hash(secrets.token_urlsafe()),
        "LOGIN_LIMIT": settings.login_limit,
        "ACCOUNT_LIMIT": settings.account_limit,
        "REGISTRATION_LIMIT": settings.registration_limit,
        "WISH_LIMIT": settings.wish_limit,
        "API_LIMIT": settings.api_limit,
        "RATELIMIT_HEADERS_ENABLED": True,
    }
