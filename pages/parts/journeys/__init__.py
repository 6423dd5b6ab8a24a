"""The page of journeys: which paths customers take, on a map and in tables."""
