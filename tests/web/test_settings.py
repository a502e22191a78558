"""Nothing starts on unsafe settings."""

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
