"""Nothing starts on unsafe settings."""

from pathlib import Path

import pytest

from web.settings import SettingsError, read_settings

SAFE = {
    "MATCHMAKER_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
    "MATCHMAKER_ORGANISER_PASSWORD": "long enough for now",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SAFE.items():
        monkeypatch.setenv(name, value)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_TRUSTED_HOSTS", "day.example.org, www.example.org")
    monkeypatch.setenv("MATCHMAKER_PROXIES", "1")
    settings = read_settings()
    assert settings.trusted_hosts == ("day.example.org", "www.example.org")
    assert settings.proxies == 1
    assert settings.cookie_secure


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("MATCHMAKER_SECRET_KEY", "", "Set MATCHMAKER_SECRET_KEY"),
        ("MATCHMAKER_SECRET_KEY", "short", "Set MATCHMAKER_SECRET_KEY"),
        ("MATCHMAKER_SECRET_KEY", "a" * 64, "Set MATCHMAKER_SECRET_KEY"),
        ("MATCHMAKER_ORGANISER_PASSWORD", "", "Set MATCHMAKER_ORGANISER_PASSWORD"),
        ("MATCHMAKER_ORGANISER_PASSWORD", "short", "Set MATCHMAKER_ORGANISER_PASSWORD"),
        ("MATCHMAKER_ORGANISER_PASSWORD_HASH", "md5", "must be an argon2 hash"),
        ("MATCHMAKER_PROXIES", "many", "MATCHMAKER_PROXIES"),
        ("MATCHMAKER_TRUSTED_HOSTS", "*.example.org", "MATCHMAKER_TRUSTED_HOSTS"),
        ("MATCHMAKER_PUBLIC_URL", "day.example.org", "MATCHMAKER_PUBLIC_URL: must be like"),
        ("MATCHMAKER_PUBLIC_URL", "https://day.example.org", "Add day.example.org"),
        ("MATCHMAKER_PUBLIC_URL", "http://day.example.org", "must begin with https://"),
        ("MATCHMAKER_DATABASE_URL", "sqlite://", "must name a file"),
        ("MATCHMAKER_METRICS_TOKEN", "short", "Set MATCHMAKER_METRICS_TOKEN"),
        ("MATCHMAKER_SMTP_HOST", "mail.example.org", "MATCHMAKER_SMTP_SENDER together"),
        ("MATCHMAKER_SMTP_PORT", "25 or so", "MATCHMAKER_SMTP_PORT"),
    ],
)
def test_unsafe_settings_are_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=said) as caught:
        read_settings()
    assert SAFE["MATCHMAKER_SECRET_KEY"] not in str(caught.value)


def test_secrets_are_not_shown() -> None:
    assert SAFE["MATCHMAKER_SECRET_KEY"] not in repr(read_settings())


def test_a_demo_needs_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_SECRET_KEY", "")
    assert read_settings(demo=True).demo


def test_everything_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_SECRET_KEY", "short")
    monkeypatch.setenv("MATCHMAKER_ORGANISER_PASSWORD", "short")
    monkeypatch.setenv("MATCHMAKER_THREADS", "many")
    monkeypatch.setenv("MATCHMAKER_PROXIES", "-1")
    monkeypatch.setenv("MATCHMAKER_SMTP_PORT", "none")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    told = str(caught.value).splitlines()
    assert sorted(each.split()[1 if each.startswith("Set") else 0].strip(":") for each in told) == [
        "MATCHMAKER_ORGANISER_PASSWORD",
        "MATCHMAKER_PROXIES",
        "MATCHMAKER_SECRET_KEY",
        "MATCHMAKER_SMTP_PORT",
        "MATCHMAKER_THREADS",
    ]


def test_a_mail_password_is_not_sent_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "HOST": "mail.example.org",
        "SENDER": "day@example.org",
        "USER": "day",
        "SECURITY": "none",
    }.items():
        monkeypatch.setenv(f"MATCHMAKER_SMTP_{name}", value)
    with pytest.raises(SettingsError, match="in the clear"):
        read_settings()


def test_a_public_address_by_https_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_TRUSTED_HOSTS", "day.example.org")
    monkeypatch.setenv("MATCHMAKER_PUBLIC_URL", "https://day.example.org/")
    assert read_settings().public_url == "https://day.example.org"
    monkeypatch.setenv("MATCHMAKER_COOKIE_SECURE", "false")
    with pytest.raises(SettingsError, match="MATCHMAKER_COOKIE_SECURE=false"):
        read_settings()


FILE = """
trusted_hosts = ["day.example.org"]
proxies = 1
threads = 8

[smtp]
host = "mail.example.org"
sender = "day@example.org"
"""


def test_a_file_is_read_and_the_environment_prevails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(FILE)
    monkeypatch.setenv("MATCHMAKER_THREADS", "4")
    monkeypatch.setenv("MATCHMAKER_SMTP_HOST", "other.example.org")
    settings = read_settings(file)
    assert (settings.trusted_hosts, settings.proxies) == (("day.example.org",), 1)
    assert settings.threads == 4
    assert (settings.smtp.host, settings.smtp.sender) == ("other.example.org", "day@example.org")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("proxies = ", "cannot be read as TOML"),
        ("poxies = 1", "MATCHMAKER_POXIES: Extra inputs"),
        ("smtp = 1", "must be a table"),
        ("[smtp]\nhots = 'x'", "MATCHMAKER_SMTP_HOTS: Extra inputs"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=said):
        read_settings(file)


def test_a_file_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "none.toml")
