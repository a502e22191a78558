"""How fixtures/messy was made: registrations as organisers really send them.

`python -m tests.matchmaker.registrations.messy` writes the folder anew.
"""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

FOLDER = Path(__file__).parents[3] / "fixtures" / "messy"

EVENT = """\
# An event as it arrives: every file of this folder holds mistakes.
name = { fr = "Rencontres d’affaires de Tournai", nl = "Zakendag Doornik" }
languages = ["fr", "nl"]
tables = 6

[[slots]]
id = "1"
start = 2027-03-18T13:30:00
end = 2027-03-18T13:42:00

[[slots]]
id = "2"
start = 2027-03-18T13:45:00
end = 2027-03-18T13:57:00

[[slots]]
id = "3"
start = 2027-03-18T13:55:00
end = 2027-03-18T14:10:00

[[workshops]]
id = "eau"
title = { fr = "L’eau partagée", nl = "Gedeeld water" }

[[workshops]]
id = "energie"
title = { fr = "L’énergie", nl = "Energie" }

[[sessions]]
id = "eau-1"
workshop = "eau"
slots = ["3"]
room = "Salle A"
capacity = 20
facilitators = ["p1", "p90"]

[[interpreters]]
id = "iris"
name = "Iris Claes"
languages = ["nl"]

[columns.participants]
"Votre société" = "organisation"
"Remarques" = ""
"""

PARTICIPANTS = """\
N°;Prénom;Nom;Courriel;Votre société;Région;Langues;Offre;Recherche;Indisponible;Min. RDV;Max. RDV;\
Atelier(s);Remarques;GSM
p1;Élodie;Lefèvre;elodie@filature.example.fr;Filature du Nœud;Hauts-de-France;français;fil|lin;\
teinture;;2;6;eau;;+33 6
p2;Jan;De Smet;jan@weverij.example.be;Weverij De Smet;Vlaanderen;NL/FR;"tissage
sur mesure";lin;1;;5;eau energie;végétarien;
p3;Jan;De Smedt;jan@weverij.example.be;WEVERIJ DE SMET;Flandre;nl;;;;;;;;
p4;Aïcha;Benali;aicha.benali@;Teinturerie Benali;Wallonie;fr, nl;;;;;;;;
p5;Luc;Maes;;Teinturerie Bénalli;Wallonie;flamant;;;;;;;;
p5;Eva;Wouters;;Kempen Textiel;Vlaanderen;;;;;;;;;
p6;;;;Lys Conseil;Bruxelles;fr;;;;;;;;
p7;Rémi;Caron;;Caron & Fils;;fr en;;;;4;3;enrgie;;
p8;Sofie;Baert;;Baert NV;Vlaanderen;nl;;;12;trois;;;;
p9;Tom;Leroy;;Leroy SA;France;fr;=HYPERLINK("http://x");;;;;;;
p10;Ann;Peeters;;Peeters BV;Vlaanderen;Nederlands en Frans;bobines; fuseaux;;;;;;;+32 56
"""

HEADER = ["Participant", "Souhaite rencontrer", "Priorité", "Encodé le"]
WISHES = [
    ["p1", "p2", 1],
    ["p1", "Weverij De Smet", 2],
    ["p2", "p3", 1],
    ["p2", "elodie@filature.example.fr", 2],
    ["p2", "Filature du Noeud", "jamais"],
    ["p4", "p4", 1],
    ["p4", "Leroi", 2],
    ["p7", "p11", 1],
    ["p8", "p1", "oui"],
    ["p9", "p10", None],
    ["Tom Leroi", "p10", 1],
]


def wishes() -> bytes:
    """Return a workbook with a title, a merged heading, dates, blank rows and a hidden sheet."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2027, 1, 4)})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Souhaits 2027")
        sheet.write(0, 0, "Rencontres d’affaires – souhaits des participants")
        sheet.merge_range(2, 0, 2, 2, "Souhaits", book.add_format({"align": "center"}))
        sheet.write_row(3, 0, HEADER)
        for number, row in enumerate(WISHES, 4):
            sheet.write_row(number, 0, row)
            sheet.write_datetime(number, 3, date(2027, 1, number), day)
        for number in range(15, 40):
            sheet.write_blank(number, 2, None, day)
        old = book.add_worksheet("Anciens")
        old.write_row(0, 0, HEADER)
        old.hide()
    return file.getvalue()


def write(folder: Path) -> None:
    """Write the messy event into `folder`."""
    (folder / "event.toml").write_text(EVENT, encoding="utf-8")
    rows = "\r\n".join(PARTICIPANTS.split("\n"))
    (folder / "participants.csv").write_bytes(rows.encode("cp1252"))
    (folder / "wishes.xlsx").write_bytes(wishes())


if __name__ == "__main__":
    write(FOLDER)
