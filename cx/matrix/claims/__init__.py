"""The gate between estimates and sentences: quadrants, ranks, headline and lenses that the data carry."""

from cx.matrix.claims.gate import Judged, Verdict, claimed, judged, noted
from cx.matrix.claims.lenses import lens_claim, lens_claims
from cx.matrix.claims.months import months_claim

__all__ = ["Judged", "Verdict", "claimed", "judged", "lens_claim", "lens_claims", "months_claim", "noted"]
