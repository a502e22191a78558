"""What the regions are called on pages."""

from collections.abc import Mapping

from flask import Flask

from matchmaker.messages import Message, message
from web.languages import say

REGIONS: Mapping[str, Message] = {
    "FR": message("France"),
    "WAL": message("Wallonia"),
    "VLG": message("Flanders"),
    "OTHER": message("Elsewhere"),
}


def region_name(region: str) -> str:
    """Return what `region` is called in the language of the page; others stay as they are."""
    return say(REGIONS[region]) if region in REGIONS else region


def install(app: Flask) -> None:
    """Give the templates of `app` the names of regions."""
    app.jinja_env.filters["region_name"] = region_name
