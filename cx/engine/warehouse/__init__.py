"""Tables in a database that this machine's owner named: the same queries, put to it through Ibis."""

from cx.engine.warehouse.asking import asked
from cx.engine.warehouse.columns import kinds_of

__all__ = ["asked", "kinds_of"]
