"""The map of journeys: which touchpoints follow one another, from left to right."""

from cx.picture.journey.compute import journey_map
from cx.picture.journey.options import MapOptions
from cx.picture.journey.record import JourneyMap, Kind, MapEdge, MapNode, Measure

__all__ = ["JourneyMap", "Kind", "MapEdge", "MapNode", "MapOptions", "Measure", "journey_map"]
