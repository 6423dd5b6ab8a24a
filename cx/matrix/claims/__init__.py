"""The gate between estimates and sentences: quadrants, ranks and headline that the data carry."""

from cx.matrix.claims.gate import Judged, Verdict, claimed, judged, noted

__all__ = ["Judged", "Verdict", "claimed", "judged", "noted"]
