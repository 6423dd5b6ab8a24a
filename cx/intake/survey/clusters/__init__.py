"""Answers that stand together, in the values of a column: whether they are alike, and how far."""

from cx.intake.survey.clusters.found_clusters import likely, noticed_clusters, place_of_clusters

__all__ = ["likely", "noticed_clusters", "place_of_clusters"]
