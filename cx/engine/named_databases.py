"""The databases that this machine's owner named: no other one is asked on behalf of a screen.

A password that lies in the environment would go to whichever server an address leads to. So the screen asks
those alone that were named where the program was started; whoever types a command names one by typing it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from cx.engine.addresses import Address, address_in
from cx.errors import ArgumentError

NAMES_DATABASES = "CX_DATABASES"
"""The environment variable that names them: addresses without a table, separated by spaces."""
_SERVICE = "service"


def databases_named(environment: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the host and database of each one that was named.

    Raises
    ------
    ArgumentError
        When an address cannot be read, or holds something by which somebody is let in.

    Examples
    --------
    >>> databases_named({"CX_DATABASES": "postgresql://ann@db.example/crm postgresql://db.example:5433/web"})
    ('db.example/crm', 'db.example:5433/web')
    """
    return tuple(one.place for one in _named(environment))


def check_named(address: Address, environment: Mapping[str, str] | None = None) -> None:
    """Refuse a database that nobody named; a file of this machine needs no name.

    Raises
    ------
    ArgumentError
        When it is another one, with how it is named.
    """
    if address.is_file or _about(address) in map(_about, _named(environment)):
        return
    service = _service(address)
    setting = f"{address.scheme}:///?service={service}" if service else f"{address.scheme}://{address.place}"
    raise ArgumentError("database_unnamed", value=address.place, setting=f"{NAMES_DATABASES}={setting}")


def _named(environment: Mapping[str, str] | None) -> list[Address]:
    typed = (os.environ if environment is None else environment).get(NAMES_DATABASES, "").split()
    found = [address_in(f"{one}::named") for one in typed]
    if None in found:
        raise ArgumentError("database_setting", name=NAMES_DATABASES, place=found.index(None) + 1)
    return [one for one in found if one is not None]


def _about(address: Address) -> tuple[str, str, str]:
    return address.scheme, address.place, _service(address)


def _service(address: Address) -> str:
    return dict(parse_qsl(urlsplit(address.url).query)).get(_SERVICE, "")
