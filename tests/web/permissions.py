"""Who may open which view: the whole table, one line a view."""

from web.access import Access, Audience
from web.rights import Right

EVERYBODY, MEMBER, ADMINISTRATOR = Audience
SEE, PRINT, GREET, PREPARE, PLAN, MANAGE = Right

PERMISSIONS: dict[str, Access] = {
    "start.home": EVERYBODY,
    "start.event": EVERYBODY,
    "start.switch": EVERYBODY,
    "registrations.blank": EVERYBODY,
    "registrations.send": EVERYBODY,
    "registrations.own": EVERYBODY,
    "registrations.edit": EVERYBODY,
    "registrations.change": EVERYBODY,
    "confirming.ask": EVERYBODY,
    "confirming.confirm": EVERYBODY,
    "presence.tell": EVERYBODY,
    "wishes.show": EVERYBODY,
    "wishes.change": EVERYBODY,
    "login.ask": EVERYBODY,
    "login.enter": EVERYBODY,
    "login.leave": EVERYBODY,
    "events.mine": MEMBER,
    "events.choose": ADMINISTRATOR,
    "events.upload": ADMINISTRATOR,
    "events.report": ADMINISTRATOR,
    "overview.show": SEE,
    "imports.upload": PREPARE,
    "imports.choose": PREPARE,
    "imports.report": PREPARE,
    "people.everyone": GREET,
    "people.renew_link": GREET,
    "outbox.show": PREPARE,
    "outbox.download": PREPARE,
    "outbox.draft": PREPARE,
    "outbox.settle": PREPARE,
    "outbox.again": PREPARE,
    "outbox.count": PREPARE,
    "runs.begin": PLAN,
    "runs.show": SEE,
    "runs.progress": SEE,
    "runs.cancel": PLAN,
    "runs.restart": PLAN,
    "runs.reprint": PLAN,
    "documents.one": PRINT,
    "documents.every": PRINT,
}
