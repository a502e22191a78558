"""What files of drafts are called: by whom they go to and what they are about."""

import re
from collections.abc import Iterable, Iterator, Mapping

from web.store.mails import Mail

LONGEST = 100
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')
"""What no name of a file may hold on some system, and whatever breaks a line."""


def named(mails: Iterable[Mail], names: Mapping[str, str]) -> Iterator[tuple[str, Mail]]:
    """Yield each mail with the name of its file, which no other has; `names` are people's."""
    given: set[str] = set()
    for mail in mails:
        name = draft_name(mail, names)
        if name.casefold() in given:
            name = f"{name} ({mail.id})"
        given.add(name.casefold())
        yield f"{name}.eml", mail


def draft_name(mail: Mail, names: Mapping[str, str]) -> str:
    """Return the name of the file without its ending: Anna Peeters – Your programme."""
    who = names.get(mail.participant) or mail.letter.recipient
    text = FORBIDDEN.sub(" ", f"{who} – {mail.letter.subject}")
    return text[:LONGEST].strip(" .")
