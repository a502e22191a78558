"""What the others may see of whom, and who can still be met."""

from collections.abc import Iterable

from matchmaker.people import Participant
from web.registration import Registration
from web.store.registrations import StoredRegistration, email_key


class Consents:
    """What each person of the form agreed to.

    With `files_listed`, those of the organisers' files are shown as well: they agreed elsewhere.
    """

    def __init__(self, rows: Iterable[StoredRegistration], *, files_listed: bool = True) -> None:
        self._files_listed = files_listed
        answers = [each.registration for each in rows]
        self._by_id = {each.participant.id: each for each in answers}
        self._by_email = {email_key(each.participant.email or ""): each for each in answers}

    def is_listed(self, person: Participant) -> bool:
        """Tell whether others may see name and organisation of `person`."""
        answered = self._answered(person)
        return self._files_listed if answered is None else answered.listed

    def is_described(self, person: Participant) -> bool:
        """Tell whether others may see the whole profile of `person`."""
        answered = self._answered(person)
        return self._files_listed if answered is None else answered.described

    def comes(self, person: Participant) -> bool:
        """Tell whether `person` has not cancelled."""
        answered = self._answered(person)
        return answered is None or not answered.absent

    def _answered(self, person: Participant) -> Registration | None:
        same = self._by_email.get(email_key(person.email)) if person.email else None
        return self._by_id.get(person.id) or same
