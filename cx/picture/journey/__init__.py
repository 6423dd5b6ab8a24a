"""The map of journeys: which touchpoints follow one another, from left to right."""

from cx.picture.journey.compute import journey_map
from cx.picture.journey.files import draw as draw_map
from cx.picture.journey.files import sheet_of as map_sheet
from cx.picture.journey.files import static as static_map
from cx.picture.journey.options import PAIR, MapOptions
from cx.picture.journey.pair import Side, differing, journey_pair
from cx.picture.journey.record import JourneyMap, Kind, MapEdge, MapNode, Measure
from cx.picture.journey.screen import clicked, screen_map
from cx.picture.journey.trend import name_of as trend_name
from cx.picture.journey.trend import trend_in_words, trend_lines

__all__ = [
    "PAIR",
    "JourneyMap",
    "Kind",
    "MapEdge",
    "MapNode",
    "MapOptions",
    "Measure",
    "Side",
    "clicked",
    "differing",
    "draw_map",
    "journey_map",
    "journey_pair",
    "map_sheet",
    "screen_map",
    "static_map",
    "trend_in_words",
    "trend_lines",
    "trend_name",
]
