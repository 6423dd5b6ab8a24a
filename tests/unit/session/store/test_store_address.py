"""The database's address: a password in it is refused, and nobody is told more than host and name."""

import logging

import pytest
import sqlalchemy as sql

from cx.errors import StoreRefused
from cx.session import place as lies
from cx.session.sessions import stored
from cx.session.store import address, database, faults, schema
from tests.made import sessions as samples

SECRET = "hunter2"


def refused(url):
    with pytest.raises(StoreRefused) as caught:
        database.open_store(url)
    return caught.value


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://anna:{SECRET}@db.example:5433/cx",
        f"postgresql+pg8000://anna:{SECRET}@db.example:5433/cx",
        f"postgresql://db.example:5433/cx?user=anna&password={SECRET}",
        f"postgresql://anna@db.example:5433/cx?sslpassword={SECRET}",
        f"postgresql://anna:{SECRET}@db.example:5433/cx?sslmode=require",
        f"postgresql://anna:x@{SECRET}@db.example:5433/cx",
        f"postgresql://anna:x@{SECRET}/@db.example:5433/cx",
        f"postgresql://anna%3A{SECRET}@db.example:5433/cx",
        f"postgresql://db.example:5433/cx?user=anna:{SECRET}",
        f"postgresql://anna@db.example:5433/cx?pwd={SECRET}",
        f"postgresql://anna@db.example:5433/cx?PassWd={SECRET}",
        f"postgresql://anna@db.example:5433/cx?pass={SECRET}",
        f"postgresql://anna@db.example:5433/cx?options=a%20password%3D{SECRET}",
        f"postgresql://anna@db.example:5433/cx?dsn=postgresql:%2F%2Fanna:{SECRET}%40db.example",
        f"postgresql://anna@db.example:5433/cx?sslmode=require;password={SECRET}",
    ],
)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_password_in_the_address_is_refused_with_words(url, lang):
    found = refused(url)
    assert (found.key, found.values) == ("store_password", {"place": "db.example:5433/cx"})
    said = found.message(lang) + repr(found) + repr(found.__cause__)
    assert "PGPASSWORD" in said and "db.example:5433/cx" in said
    assert [word for word in (SECRET, "anna", "sslmode") if word in said] == []


def test_an_empty_password_is_one_too():
    assert refused("postgresql://anna:@db.example/cx").key == "store_password"


@pytest.mark.parametrize("url", [f"anna:{SECRET}", f"{SECRET}", f"postgresql//anna:{SECRET}@x", "a://b:c:d"])
def test_what_is_no_address_is_refused_without_repeating_it(url):
    found = refused(url)
    assert found.key == "store_address"
    assert SECRET not in f"{found}{found.message('nl')}{found.__cause__!r}{found.__cause__}"


@pytest.mark.parametrize("url", ["postgresql://cx@h/cx?passfile=/etc/a", "postgresql://anna%40corp@h/cx"])
def test_what_only_looks_like_a_password_is_none(url):
    assert address.place(address.read(url)) == "h/cx"


@pytest.mark.parametrize(
    "url", [f"postgresql://anna@h:{SECRET}/cx", f"postgresql://anna:{SECRET}@[::1", SECRET]
)
def test_where_an_address_that_is_none_would_lie_is_asked_without_a_word(url):
    assert lies.file({"CX_STORE": url}) is None


def test_another_kind_of_database_is_refused_without_repeating_it():
    found = refused("oracle+nothing://anna@db.example/cx")
    assert found.key == "store_address"
    assert "anna" not in f"{found}{found.message('en')}"


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("sqlite:////srv/cx/sessions.sqlite", "/srv/cx/sessions.sqlite"),
        ("postgresql://anna@db.example/cx", "db.example/cx"),
        ("postgresql://anna@[::1]:5432/cx?service=cx", "[::1]:5432/cx"),
        ("postgresql:///cx", "/cx"),
    ],
)
def test_people_are_told_host_and_name(url, place):
    assert address.place(address.read(url)) == place


def test_why_a_server_refuses_is_said_without_its_words():
    class OperationalError(Exception):
        sqlstate = "28P01"

    orig = OperationalError(f'password authentication failed for user "anna" {SECRET}')
    url = sql.make_url("postgresql://anna@h/d")
    assert address.reason(orig, url) == "OperationalError 28P01"
    assert address.reason(OperationalError({"C": "28P01", "M": "for anna"}), url) == "OperationalError 28P01"
    told = faults.of(sql.exc.OperationalError("SELECT 1", {}, orig), url)
    assert (told.values["place"], told.values["reason"]) == ("h/d", "OperationalError 28P01")


def test_errors_of_the_database_carry_no_parameters(tmp_path, caplog):
    kept = samples.opened(tmp_path)
    session = stored.add(kept, samples.session(notes=SECRET))
    caplog.set_level(logging.DEBUG)
    with pytest.raises(sql.exc.IntegrityError) as caught, kept.begin() as connection:
        connection.execute(sql.insert(schema.sessions).values(**stored.row(session)))
    assert SECRET not in f"{caught.value}{caught.value!r}{caplog.text}"
    assert "hidden" in str(caught.value)
    assert repr(kept) == "Store()"
    kept.close()
