"""Reading the form: what was typed becomes a Registration, or errors beside the fields."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from pydantic.networks import validate_email
from pydantic_core import PydanticCustomError
from werkzeug.datastructures import MultiDict

from matchmaker.messages import Message, message
from matchmaker.people import Organisation, Participant
from matchmaker.values import NAME_LENGTH, ORGANISATION_LENGTH
from web.merging import folded
from web.registration import Choice, Registration, vetoed, wished
from web.registrations.cleaning import line, lines
from web.registrations.directory import Entry
from web.registrations.options import Options

Answers = MultiDict[str, str]
Errors = dict[str, Message]

CLUSTER_LENGTH = 120
EMAIL_LENGTH = 254
TERM_LENGTH = 200
MOST_TERMS = 12


@dataclass
class Form:
    """One reading of what was typed; `errors` fills up in the order of the fields."""

    answers: Answers
    options: Options
    language: str
    errors: Errors = field(default_factory=dict)

    def registration(self, participant_id: str) -> Registration | None:
        """Return what was understood, None when there are errors."""
        profile = self._profile()
        organisation = self._organisation()
        wants = self._wants()
        choices = self._choices()
        if self.errors:
            return None
        fields = {"id": participant_id, "organisation": organisation.id, **profile, **wants}
        return Registration(
            participant=Participant.model_validate(fields),
            organisation=organisation,
            choices=choices,
            listed=bool(self.answers.get("listed")),
            described=bool(self.answers.get("listed") and self.answers.get("described")),
        )

    def _profile(self) -> dict[str, object]:
        return {
            "first_name": self._text("first_name", NAME_LENGTH, message("Give your first name.")),
            "last_name": self._text("last_name", NAME_LENGTH, message("Give your last name.")),
            "email": self._email(),
        }

    def _organisation(self) -> Organisation:
        missing = message("Give the organisation that you come for.")
        name = self._text("organisation", ORGANISATION_LENGTH, missing)
        return Organisation(id=f"web:{_mark(name)}", name=name or "?")

    def _wants(self) -> dict[str, object]:
        return {
            "region": self._region(),
            "languages": self._languages(),
            "cluster": self._text("cluster", CLUSTER_LENGTH),
            "offers": self._terms("offers"),
            "seeks": self._terms("seeks"),
            "unavailable": self._unavailable(),
            "workshops": self._workshops(),
            "suggestions": bool(self.answers.get("suggestions")),
            "stays": bool(self.answers.get("stays")),
        }

    def _text(self, name: str, most: int, missing: Message | None = None) -> str:
        text = line(self.answers.get(name, ""))
        if not text and missing is not None:
            self.errors[name] = missing
        if len(text) > most:
            self.errors[name] = message("Write at most {most} characters here.", most=most)
        return text[:most]

    def _email(self) -> str:
        text = self._text("email", EMAIL_LENGTH, message("Give your e-mail address."))
        try:
            return validate_email(text)[1] if text else ""
        except PydanticCustomError:
            self.errors["email"] = message("Write the address in full, like name@example.org.")
            return ""

    def _region(self) -> str:
        region = self.answers.get("region", "")
        if region not in self.options.regions:
            self.errors["region"] = message("Choose where your organisation is.")
        return region

    def _languages(self) -> list[str]:
        ticked = [each for each in self.options.languages if each in self._ticked("languages")]
        if not ticked:
            self.errors["languages"] = message("Tick at least one language that you speak.")
        # The language of the form comes first: it is the one in which their papers are printed.
        return sorted(ticked, key=lambda each: each != self.language)

    def _terms(self, name: str) -> list[str]:
        terms = lines(self.answers.get(name, ""))
        if len(terms) > MOST_TERMS:
            self.errors[name] = message("Write at most {most} lines here.", most=MOST_TERMS)
        if any(len(each) > TERM_LENGTH for each in terms):
            self.errors[name] = message(
                "Write at most {most} characters on a line.", most=TERM_LENGTH
            )
        return terms

    def _unavailable(self) -> set[str]:
        slots = self.options.event.slot_by_id
        away = self._ticked("unavailable") & slots.keys()
        if len(away) == len(slots):
            self.errors["unavailable"] = message("Leave at least one time in which you are there.")
        return away

    def _workshops(self) -> list[str]:
        chosen: list[str] = []
        for name in self.options.workshop_names:
            each = self.answers.get(name, "")
            if each in chosen:
                self.errors[name] = message("You chose this workshop above already.")
            elif each in self.options.event.workshop_by_id:
                chosen.append(each)
        return chosen

    def _choices(self) -> tuple[Choice, ...]:
        chosen: dict[str, Choice] = {}
        for name in self.options.wish_names:
            self._choose(name, len(chosen) + 1, chosen)
        for name in self.options.veto_names:
            self._choose(name, "never", chosen)
        return tuple(chosen.values())

    def _choose(self, name: str, rank: int | Literal["never"], chosen: dict[str, Choice]) -> None:
        text = line(self.answers.get(name, ""))
        if not text:
            return
        entry = self.options.directory.find(text)
        if entry is None:
            self.errors[name] = message("Nobody of that name is in the list. Choose from the list.")
        elif entry.key in chosen:
            self.errors[name] = _repeated(chosen[entry.key], rank)
        else:
            chosen[entry.key] = _choice(entry, rank)

    def _ticked(self, name: str) -> set[str]:
        return set(self.answers.getlist(name))


def _mark(name: str) -> str:
    """Return what two ways of writing one name have in common, short enough for an id."""
    return sha256(folded(name).encode()).hexdigest()[:16]


def _choice(entry: Entry, rank: int | Literal["never"]) -> Choice:
    return Choice(kind=entry.kind, id=entry.id, rank=rank)


def _repeated(before: Choice, rank: int | Literal["never"]) -> Message:
    if before.rank != "never" and rank == "never":
        return message("You wish to meet them above. Choose one of the two.")
    return message("You chose them above already.")


def answers_of(registration: Registration) -> Answers:
    """Return what one would type on the form to say `registration`."""
    own = registration.participant
    answers: Answers = MultiDict(
        {
            "first_name": own.first_name,
            "last_name": own.last_name,
            "email": own.email or "",
            "organisation": registration.organisation.name,
            "region": own.region,
            "cluster": own.cluster,
            "offers": "\n".join(own.offers),
            "seeks": "\n".join(own.seeks),
            "listed": _tick(registration.listed),
            "described": _tick(registration.described),
            "suggestions": _tick(own.suggestions),
            "stays": _tick(own.stays),
        }
    )
    answers.setlist("languages", list(own.languages))
    answers.setlist("unavailable", sorted(own.unavailable))
    answers.update({f"workshop_{rank}": each for rank, each in enumerate(own.workshops, start=1)})
    answers.update(_numbered("wish", wished(registration)))
    answers.update(_numbered("never", vetoed(registration)))
    return answers


def _tick(answer: bool) -> str:
    return "yes" if answer else ""


def _numbered(name: str, choices: list[Choice]) -> dict[str, str]:
    keys = (f"{each.kind}:{each.id}" for each in choices)
    return {f"{name}_{number}": key for number, key in enumerate(keys, start=1)}
