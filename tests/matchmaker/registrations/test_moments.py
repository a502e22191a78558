from datetime import date, datetime, time, timedelta, timezone

import pytest

from matchmaker.registrations.moments import Moment, moment_of

AT = datetime(2027, 3, 18, 13, 30)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2027-03-18T13:30:00", AT),
        ("2027-03-18 13:30", AT),
        ("2027-03-18T13:30+01:00", AT.replace(tzinfo=timezone(timedelta(hours=1)))),
        ("18/03/2027 13:30", AT),
        ("18-3-2027 13.30".replace(".", ":"), AT),
        ("18.03.2027 à 13h30", AT),
        ("18/3/2027 13u30", AT),
        ("18/03/2027", date(2027, 3, 18)),
        ("2027-03-18", date(2027, 3, 18)),
        ("13:30", time(13, 30)),
        ("13h30", time(13, 30)),
        ("13u", time(13, 0)),
        (AT, AT),
        ("31/02/2027", None),
        ("25:00", None),
        ("soon", None),
    ],
)
def test_moments(value: object, moment: Moment | None) -> None:
    assert moment_of(value) == moment
