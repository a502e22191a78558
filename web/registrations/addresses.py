"""One e-mail address is one person, on the form and in the organisers' files."""

from matchmaker.messages import message
from web.current import Current
from web.registration import Registration
from web.store.registrations import AddressTaken, email_key

TAKEN = message(
    "Somebody is registered with this address already; nothing was changed. If it is you, use your "
    "private link: we can send it to this address again."
)


def address_of(registration: Registration) -> str:
    """Return that by which two ways of writing the address of `registration` are equal."""
    return email_key(registration.participant.email or "")


def refuse_address_of_files(now: Current, registration: Registration) -> None:
    """Raise AddressTaken if somebody else of the organisers' files has the address."""
    key, own_id = address_of(registration), registration.participant.id
    for each in now.stored.event.participants:
        if each.email and email_key(each.email) == key and each.id != own_id:
            raise AddressTaken
