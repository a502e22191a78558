"""Reading what organisers typed of a person: the participants' form, and what only they decide."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.people import Organisation, Side
from matchmaker.sameness import folded
from matchmaker.values import NAME_LENGTH
from matchmaker.variations import changed
from web.records.labels import PROFILE
from web.registration import Registration
from web.registrations.answers import ELSEWHERE, Answers, answers_of
from web.registrations.form import Errors, Form
from web.registrations.tags import Tags
from web.setup.fields import Fields

MOST_MEETINGS = 999
ID_LENGTH = 120


def typed_answers(event: Event, said: Registration) -> Answers:
    """Return what one would type to say `said`."""
    own, answers = said.participant, answers_of(said, Tags())
    del answers["made_from"]
    answers.update(
        {
            "id": own.id,
            "papers": event.language_of(own),
            "side": own.side or "",
            "table": own.table or "",
            "min_meetings": str(own.min_meetings),
            "max_meetings": "" if own.max_meetings is None else str(own.max_meetings),
        }
    )
    return answers


def blank_answers(event: Event) -> Answers:
    """Return what stands in the form for somebody new."""
    # Only the person can agree to be shown to others.
    return MultiDict({"min_meetings": "0", "papers": event.languages[0]})


@dataclass
class PersonForm(Form):
    """One reading of the form; `before` is what stood in it.

    Only a name and an organisation must be given, as in files. The address must, too, of whoever
    registered themselves.
    """

    before: Registration | None = None
    needs_address: bool = False

    def person(self) -> Registration | None:
        """Return what was understood, None when there are errors."""
        key, decided = self._key(), self._decided()
        said = self.registration(key or "?")
        if said is None:
            return None
        person = changed(said.participant, **decided)
        kept = {name: getattr(self.before, name) for name in ELSEWHERE} if self.before else {}
        return said.model_copy(update={"participant": person, **kept})

    @property
    def ordered_errors(self) -> Errors:
        """The errors in the order of the fields."""
        places = {name: place for place, name in enumerate(PROFILE)}
        return dict(sorted(self.errors.items(), key=lambda each: places.get(each[0], len(places))))

    def _key(self) -> str:
        text = self._text("id", ID_LENGTH, message("Give a number or code."))
        if "/" in text or text in (".", ".."):
            self.errors["id"] = message("Leave out “/”: the code stands in addresses of pages.")
        return text

    def _profile(self) -> dict[str, object]:
        first, last = self._text("first_name", NAME_LENGTH), self._text("last_name", NAME_LENGTH)
        if not first and not last:
            self.errors["last_name"] = message("Give a first or a last name.")
        email = self._email() if self.answers.get("email", "").strip() else None
        if email is None and self.needs_address:
            self.errors["email"] = message(
                "Give an e-mail address: this person answers by private link."
            )
        names = {"first_name": first, "last_name": last, "email": email}
        return {**names, **self._languages()}

    def _organisation(self) -> Organisation:
        found = super()._organisation()
        if "organisation" in self.errors and not self.answers.get("organisation", "").strip():
            self.errors["organisation"] = message("Give an organisation.")
        known = self.before.organisation if self.before else None
        return known if known and folded(known.name) == folded(found.name) else found

    def _languages(self) -> dict[str, list[str]]:
        ticked, little = self._ticked("languages"), self._ticked("understands")
        before = self.before.participant.languages if self.before else ()
        spoken = [
            each for each in dict.fromkeys((*before, *self.options.languages)) if each in ticked
        ]
        known = [each for each in self.options.languages if each in little - ticked]
        return {"languages": self._papers_first(spoken), "understands": known}

    def _papers_first(self, spoken: list[str]) -> list[str]:
        """Put the language of papers before the others, unless that is so already."""
        event, wanted = self.options.event, self.answers.get("papers", "")
        first = next((each for each in spoken if each in event.languages), event.languages[0])
        if not wanted or wanted == first:
            return spoken
        if wanted not in spoken:
            self.errors["papers"] = message(
                "Tick this language among those spoken, or choose another."
            )
        return sorted(spoken, key=lambda each: each != wanted)

    def _region(self) -> str:
        region = self.answers.get("region", "")
        return region if region in self.options.regions else ""

    def _terms(self, name: str) -> list[str]:
        terms = super()._terms(name)
        if self.before and tuple(terms) == getattr(self.before.participant, name):
            self.errors.pop(name, None)
        return terms

    def _unavailable(self) -> set[str]:
        return self._ticked("unavailable") & self.options.event.slot_by_id.keys()

    def _decided(self) -> dict[str, object]:
        fields, event = Fields(self.answers, self.errors), self.options.event
        least = fields.number("min_meetings", 0, MOST_MEETINGS, usual=0)
        is_open = not self.answers.get("max_meetings", "").strip()
        most = None if is_open else fields.number("max_meetings", 0, MOST_MEETINGS)
        if most is not None and least > most and "max_meetings" not in self.errors:
            self.errors["min_meetings"] = message(
                "The minimum of meetings ({least}) is above the maximum ({most}).",
                least=least,
                most=most,
            )
        return {
            "side": fields.chosen("side", Side),
            "table": fields.chosen("table", event.table_by_id),
            "min_meetings": least,
            "max_meetings": most,
        }
