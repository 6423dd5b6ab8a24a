"""Of a template with more layouts than anybody has the first are looked at."""

from types import SimpleNamespace

from cx.intake.reader.deck import layouts


def test_of_very_many_layouts_the_first_are_looked_at(monkeypatch):
    seen = []
    monkeypatch.setattr(
        layouts, "_suited", lambda number, place, _layout, _size: seen.append((number, place))
    )
    masters = [SimpleNamespace(slide_layouts=["layout"] * 150)] * 2
    deck = SimpleNamespace(slide_width=12_700, slide_height=12_700, slide_masters=masters)
    assert layouts.best(deck) is None
    assert (len(seen), seen[0], seen[-1]) == (200, (0, 0), (1, 49))
