"""The gate between estimates and sentences: quadrants, ranks and headline that the data carry."""

from cx.matrix.claims.gate import Verdict, claimed, judged

__all__ = ["Verdict", "claimed", "judged"]
