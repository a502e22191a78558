"""The API in the application: every operation, tokens instead of logins, no forms."""

from flask import Flask
from flask_wtf.csrf import CSRFProtect

from web.api import checking, documents, events, imports, pages, runs, versions
from web.api.operations import api

PARTS = (checking, documents, events, imports, pages, runs, versions)
"""The modules of operations; loading them makes the operations."""


def install(app: Flask, forms: CSRFProtect) -> None:
    """Open the API in `app`; what comes with a token needs no mark of our forms."""
    forms.exempt(api)
    app.register_blueprint(api)
