"""Reading the form: what was typed becomes a Registration, or errors beside the fields."""

from dataclasses import dataclass, field
from hashlib import sha256

from pydantic.networks import validate_email
from pydantic_core import PydanticCustomError

from matchmaker.messages import Message, message
from matchmaker.people import Organisation, Participant
from matchmaker.sameness import folded
from matchmaker.values import NAME_LENGTH, ORGANISATION_LENGTH, TEXT_LENGTH
from web.registration import Registration
from web.registrations.answers import Answers
from web.registrations.cleaning import line, lines, paragraphs
from web.registrations.first_wishes import FirstWishes
from web.registrations.options import Options

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
        needs, described = self._needs(), self._described()
        wishes = FirstWishes(self.answers, self.options)
        self.errors |= wishes.errors
        if self.errors:
            return None
        fields = {"id": participant_id, "organisation": organisation.id, **profile, **wants}
        return Registration(
            participant=Participant.model_validate(fields),
            organisation=organisation,
            choices=wishes.choices,
            needs=needs,
            listed=self._is_ticked("listed"),
            described=described,
        )

    def _profile(self) -> dict[str, object]:
        return {
            "first_name": self._text("first_name", NAME_LENGTH, message("Give your first name.")),
            "last_name": self._text("last_name", NAME_LENGTH, message("Give your last name.")),
            "email": self._email(),
            **self._languages(),
        }

    def _organisation(self) -> Organisation:
        missing = message("Give the organisation that you come for.")
        name = self._text("organisation", ORGANISATION_LENGTH, missing)
        return organisation_called(name or "?")

    def _wants(self) -> dict[str, object]:
        return {
            "region": self._region(),
            "cluster": self._text("cluster", CLUSTER_LENGTH),
            "offers": self._terms("offers"),
            "seeks": self._terms("seeks"),
            "unavailable": self._unavailable(),
            "workshops": self._workshops(),
            "suggestions": self._is_ticked("suggestions"),
            "stays": self._is_ticked("stays"),
        }

    def _text(self, name: str, most: int, missing: Message | None = None) -> str:
        text = line(self.answers.get(name, ""))
        if not text and missing is not None:
            self.errors[name] = missing
        return self._shortened(name, text, most)

    def _needs(self) -> str:
        return self._shortened("needs", paragraphs(self.answers.get("needs", "")), TEXT_LENGTH)

    def _shortened(self, name: str, text: str, most: int) -> str:
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

    def _languages(self) -> dict[str, list[str]]:
        ticked, little = self._ticked("languages"), self._ticked("understands")
        spoken = [each for each in self.options.languages if each in ticked]
        if not spoken:
            self.errors["languages"] = message("Tick at least one language that you speak.")
        # The language of the form comes first: it is the one in which their papers are printed.
        spoken.sort(key=lambda each: each != self.language)
        known = [each for each in self.options.languages if each in little - ticked]
        return {"languages": spoken, "understands": known}

    def _region(self) -> str:
        region = self.answers.get("region", "")
        if region not in self.options.regions:
            self.errors["region"] = message("Choose where your organisation is.")
        return region

    def _terms(self, name: str) -> list[str]:
        texts = [*self.answers.getlist(f"{name}_tag"), self.answers.get(name, "")]
        found = (each for text in texts for each in lines(text))
        terms = list({folded(each): each for each in found}.values())
        if len(terms) > MOST_TERMS:
            self.errors[name] = message("Name at most {most} things here.", most=MOST_TERMS)
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

    def _ticked(self, name: str) -> set[str]:
        return set(self.answers.getlist(name))

    def _described(self) -> bool:
        described = self._is_ticked("described")
        if described and not self._is_ticked("listed"):
            self.errors["described"] = message(
                "Your profile can only be shown together with your name: tick the line above, too, "
                "or neither."
            )
        return described

    def _is_ticked(self, name: str) -> bool:
        return bool(self.answers.get(name))


def organisation_called(name: str) -> Organisation:
    """Return the organisation of that name, as answers bring it."""
    return Organisation(id=f"web:{_mark(name)}", name=name)


def _mark(name: str) -> str:
    """Return what two ways of writing one name have in common, short enough for an id."""
    return sha256(folded(name).encode()).hexdigest()[:16]
