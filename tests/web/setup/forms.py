"""The answers that stand in a form of a page, as a browser would send them."""

from html.parser import HTMLParser
from typing import Any

Attributes = dict[str, str | None]


class _Form(HTMLParser):
    """Collects fields of the form that is sent to `action` by POST."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self._action, self._inside = action, False
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "form":
            self._inside = known.get("action") == self._action and known.get("method") == "post"
        if not self._inside:
            return
        name = known.get("name") or ""
        if tag == "input" and name and _is_sent(known):
            self._add(name, known.get("value") or "")
        if tag == "select":
            self._select = name
        chosen = self._select not in self.fields or "selected" in known
        if tag == "option" and self._select and chosen:
            self.fields[self._select] = [known.get("value") or ""]
        if tag == "textarea":
            self._area = name
            self._add(name, "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea", "form"):
            self._select = self._area = ""
        if tag == "form":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area][-1] += data

    def _add(self, name: str, value: str) -> None:
        self.fields.setdefault(name, []).append(value)


def _is_sent(known: Attributes) -> bool:
    kind = known.get("type")
    return kind not in ("checkbox", "radio") or "checked" in known


def answers(page: str, action: str) -> dict[str, Any]:
    """Return by name what the form to `action` holds on `page`."""
    form = _Form(action)
    form.feed(page)
    return dict(form.fields)
