"""The headers and sheet names that are understood, in French, Dutch and English."""

import re
from functools import cache

from matchmaker.registrations.contract import TABLES, Shape, field_of
from matchmaker.registrations.folding import bare
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.parsers import language_key
from matchmaker.registrations.wish_columns import wish_column

SHEETS = {
    "event": "event|événement|evenement|manifestation|journée|dag|algemeen|général|general",
    "slots": "slots|slot|créneaux|créneau|horaires|tijdvakken|tijdvak|tijdslots|tijdsloten|uren",
    "rooms": "rooms|room|salles|salle|zalen|zaal|lokalen|ruimtes",
    "tables": "tables|table|tafels|tafel",
    "workshops": "workshops|workshop|ateliers|atelier|werkateliers|themes|thèmes|thema's",
    "sessions": "sessions|session|séances|séance|sessies|sessie",
    "interpreters": "interpreters|interpreter|interprètes|interprète|tolken|tolk",
    "organisations": "organisations|organizations|organisaties|entreprises|bedrijven|sociétés",
    "participants": "participants|participant|deelnemers|deelnemer|inscriptions|inscrits"
    "|inschrijvingen|registrations|liste des participants|deelnemerslijst",
    "wishes": "wishes|wish|souhaits|souhait|voeux|wensen|wens|choix|keuzes",
    "already_met": "already_met|already met|déjà rencontrés|déjà vus|reeds ontmoet|al ontmoet",
    "locked_meetings": "locked_meetings|locked meetings|rencontres verrouillées|rencontres fixées"
    "|vastgelegde gesprekken|vaste gesprekken",
    "locked_attendances": "locked_attendances|locked attendances|séances verrouillées"
    "|places verrouillées|vastgelegde sessies|vaste sessies|vastgelegde plaatsen",
    "rules": "rules|règles|regels",
    "objective": "objective|objectif|doel|doelstelling",
}
IDS = "id|identifiant|code|numéro|n°|no|nr|nummer|ref|référence|referentie|reference"
NAMES = "name|nom|naam|intitulé|benaming"
LANGUAGES = (
    "languages|language|langues|langue|langue(s)|langues parlées|talen|taal|gesproken talen"
    "|spoken languages|taal/talen"
)
UNAVAILABLE = (
    "unavailable|indisponible|indisponibilité|indisponibilités|créneaux indisponibles|absent"
    "|absences|niet beschikbaar|onbeschikbaar|onbeschikbaarheid|afwezig|not available"
)
FULL_NAMES = (
    "full name|nom complet|nom et prénom|prénom et nom|prénom nom|nom prénom|volledige naam"
    "|naam en voornaam|voornaam en naam|voornaam naam|naam voornaam"
)
ADDRESSES = (
    "email|e-mail|mail|courriel|adresse e-mail|adresse mail|adresse électronique"
    "|adresse courriel|e-mailadres|mailadres|email address|e-mail address"
)
WORDS: dict[str, dict[str, str]] = {
    "event": {
        "name": NAMES,
        "venue": "venue|lieu|plaats|locatie|place",
        "contact": "contact|contactez|contactpersoon|contactgegevens",
        "timezone": "timezone|time zone|fuseau horaire|tijdzone",
        "languages": LANGUAGES,
        "tables": "tables|nombre de tables|tafels|aantal tafels|number of tables",
    },
    "slots": {
        "id": f"{IDS}|slot|créneau|tijdvak|tijdslot",
        "date": "date|jour|datum|dag|day",
        "start": "start|début|heure de début|de|begin|van|aanvang|from",
        "end": "end|fin|heure de fin|à|einde|tot|to|until",
    },
    "rooms": {"id": f"{IDS}|room|salle|zaal|lokaal", "name": NAMES},
    "tables": {
        "id": f"{IDS}|table|tafel",
        "room": "room|salle|zaal|lokaal",
        "x": "x|position x|positie x",
        "y": "y|position y|positie y",
    },
    "workshops": {
        "id": f"{IDS}|workshop|atelier",
        "title": "title|titre|titel|thème|thema|theme|name|nom|naam",
        "questions": "questions|question|vragen|vraag",
    },
    "sessions": {
        "id": f"{IDS}|session|séance|sessie",
        "workshop": "workshop|atelier|thème|thema",
        "slots": "slots|slot|créneaux|créneau|tijdvakken|tijdvak|tijdslots",
        "room": "room|salle|zaal|lokaal",
        "capacity": "capacity|capacité|places|capaciteit|plaatsen|aantal plaatsen",
        "minimum": "minimum|min|minimum de participants|participants minimum|nombre minimum"
        "|minimum aantal deelnemers|minimum deelnemers|min deelnemers|minimum attendees",
        "languages": LANGUAGES,
        "facilitators": "facilitators|facilitator|animateurs|animateur|animatrice|begeleiders"
        "|begeleider|moderators|modérateurs|facilitateurs",
        "interpreters": "interpreters|interpreter|interprètes|interprète|tolken|tolk",
    },
    "interpreters": {
        "id": IDS,
        "name": f"{NAMES}|interpreter|interprète|tolk",
        "languages": LANGUAGES,
        "unavailable": UNAVAILABLE,
    },
    "organisations": {"id": IDS, "name": f"{NAMES}|organisation|organisatie|entreprise|bedrijf"},
    "participants": {
        "id": f"{IDS}|participant id|id participant|badge",
        "first_name": "first name|firstname|prénom|voornaam|given name|forename",
        "last_name": "last name|lastname|surname|family name|nom|nom de famille|naam|achternaam"
        "|familienaam",
        "name": f"name|{FULL_NAMES}|participant|deelnemer|contact|personne de contact"
        "|contactpersoon|contact person",
        "email": ADDRESSES,
        "organisation": "organisation|organization|organisatie|société|entreprise|bedrijf"
        "|onderneming|firma|firme|firm|company|structure|raison sociale|bedrijfsnaam"
        "|nom de l'entreprise|nom de la société|naam bedrijf|naam organisatie|organisme",
        "region": "region|région|regio|gewest|pays|land|country|territoire|provenance|herkomst",
        "languages": LANGUAGES,
        "understands": "understands|understand|a little|languages a little|basic languages"
        "|comprend|un peu|langues un peu|notions|notions de|begrijpt|een beetje|talen een beetje"
        "|basiskennis|basiskennis talen",
        "side": "side|côté|kant|zijde|rôle|rol|role|type|acheteur/fournisseur|koper/verkoper",
        "cluster": "cluster|pôle|grappe|pôle de compétitivité|secteur|sector|filière",
        "offers": "offers|offer|offre|offres|aanbod|biedt|biedt aan|propose|je propose|ik bied"
        "|compétences|nous offrons|nous proposons|proposons|ce que je propose|ce que nous proposons"
        "|wij bieden|we bieden|wat wij bieden|wat ik bied|what we offer|we offer",
        "seeks": "seeks|seek|recherche|recherches|cherche|je cherche|je recherche|zoekt|ik zoek"
        "|besoins|needs|noden|behoeften|looking for|op zoek naar|demande|vraag|nous recherchons"
        "|nous cherchons|cherchons|recherchons|ce que je cherche|ce que je recherche"
        "|ce que nous cherchons|ce que nous recherchons|wij zoeken|we zoeken|wat wij zoeken"
        "|wat ik zoek|what we seek|we seek|we are looking for",
        "unavailable": UNAVAILABLE,
        "min_meetings": "min_meetings|min meetings|minimum meetings|min rendez-vous|min rdv"
        "|minimum de rendez-vous|rendez-vous minimum|rdv min|min afspraken|minimum afspraken"
        "|minimum aantal afspraken|min gesprekken|minimum aantal gesprekken|min|minimum",
        "max_meetings": "max_meetings|max meetings|maximum meetings|max rendez-vous|max rdv"
        "|maximum de rendez-vous|rendez-vous maximum|rdv max|max afspraken|maximum afspraken"
        "|maximum aantal afspraken|max gesprekken|maximum aantal gesprekken|max|maximum",
        "table": "table|tafel|table fixe|vaste tafel|fixed table|numéro de table|tafelnummer",
        "workshops": "workshops|workshop|ateliers|atelier|atelier(s)|werkatelier|werkateliers"
        "|workshop(s)|choix d'atelier|atelier souhaité|ateliers souhaités|keuze workshop"
        "|gewenste workshop|gewenste workshops",
        "suggestions": "suggestions|suggestion|accepte les suggestions|propositions"
        "|ouvert aux suggestions|rencontres suggérées|suggesties|suggestie|voorstellen"
        "|aanvaardt suggesties|open voor suggesties|voorgestelde gesprekken|accepts suggestions"
        "|open to suggestions|suggested meetings",
        "stays": "stays|stay|reste à sa table|reste à table|ne change pas de table|mobilité réduite"
        "|pmr|fauteuil roulant|blijft zitten|blijft aan tafel|beperkte mobiliteit"
        "|verminderde mobiliteit|rolstoel|stays at one table|reduced mobility|wheelchair",
        "wishes": "wishes|wish|souhaits|souhait|voeux|rencontres souhaitées|souhaits de rencontre"
        "|souhaite rencontrer|je souhaite rencontrer|nous souhaitons rencontrer"
        "|qui souhaitez-vous rencontrer|wensen|wens|gewenste gesprekken|gewenste ontmoetingen"
        "|wil ontmoeten|ik wil ontmoeten|wij willen ontmoeten|wie wilt u ontmoeten"
        "|wants to meet|would like to meet|who would you like to meet",
    },
    "wishes": {
        "from": f"from|de|van|wisher|demandeur|aanvrager|qui|wie|participant|deelnemer|who"
        f"|{FULL_NAMES}|{ADDRESSES}",
        "to": "to|à|vers|naar|aan|wished|avec|met|with|souhait|wens|wish|souhaite rencontrer"
        "|wil ontmoeten|wants to meet|rencontrer|ontmoeten",
        "rank": "rank|rang|priorité|prioriteit|priority|ordre|volgorde|préférence|voorkeur"
        "|rangorde|classement",
    },
    "already_met": {
        "participant_a": "participant_a|participant a|participant 1|deelnemer a|deelnemer 1|a",
        "participant_b": "participant_b|participant b|participant 2|deelnemer b|deelnemer 2|b",
    },
    "locked_meetings": {
        "participant_a": "participant_a|participant a|participant 1|deelnemer a|deelnemer 1|a",
        "participant_b": "participant_b|participant b|participant 2|deelnemer b|deelnemer 2|b",
        "slot": "slot|créneau|tijdvak|tijdslot|heure|uur|time",
        "table": "table|tafel",
    },
    "locked_attendances": {
        "participant": "participant|deelnemer|qui|wie|who",
        "session": "session|séance|sessie|atelier|workshop",
    },
}
PARENTHESES = re.compile(r"\([^)]*\)")
SEPARATORS = re.compile(r"[/|\n]| [-–] ")


def table_of_sheet(name: str) -> str | None:
    """Return the table that a sheet of this name holds, or None when it is not understood."""
    return _sheets().get(bare(name))


def key_of(table: str, header: str, mapping: ColumnMapping) -> str | None:
    """Return the field (with its language, as in `title_fr`) that `header` names.

    "" when the mapping leaves the column out, None when the header is not understood. "Nom / Naam"
    is understood when its parts mean the same.
    """
    said = mapping.field(table, header)
    if said is not None:
        return said
    ways = (header, PARENTHESES.sub("", header))
    whole = next((key for each in ways if (key := _key(table, each))), None)
    parts = {_key(table, part) for part in SEPARATORS.split(header)} - {None}
    return whole or (parts.pop() if len(parts) == 1 else None)


def known_headers(table: str) -> list[str]:
    """Return all headers of `table` that are understood, canonical names first."""
    return [field.name for field in TABLES[table]] + [
        word for words in WORDS.get(table, {}).values() for word in words.split("|")
    ]


def _key(table: str, header: str) -> str | None:
    if key := _words(table).get(bare(header)):
        return key
    stem, _, language = header.strip().replace(" ", "_").rpartition("_")
    key = _words(table).get(bare(stem))
    field = field_of(table, key) if key else None
    if field is None or field.shape is not Shape.TEXTS or not language:
        return wish_column(table, header)
    return f"{field.name}_{language_key(language.strip('()'))}"


@cache
def _words(table: str) -> dict[str, str]:
    known = {
        bare(word): key for key, words in WORDS.get(table, {}).items() for word in words.split("|")
    }
    return known | {bare(field.name): field.name for field in TABLES[table]}


@cache
def _sheets() -> dict[str, str]:
    return {bare(word): table for table, words in SHEETS.items() for word in words.split("|")}
