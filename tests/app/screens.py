"""Driving the pages without a browser."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from cx import text

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("pages/data.py", "pages/matrix.py", "pages/priorities.py", "pages/method.py")
SMALL = (
    "Touchpoint;Satisfaction (1-10);Impact;Volume;Journey;Channel\n"
    "Invoice;6,0;8;1000;Paying;Letter\n"
    "App;8,0;9;3000;Using;App\n"
    "Call;5,0;2;500;Using;Phone\n"
    "Letter;9,0;1;200;Paying;Letter\n"
)
"""Four touchpoints, one a quadrant: mean satisfaction 7, mean impact 5."""

# An app of a test looks through all installed packages for components, a fifth of a second for each app,
# where a server does so once.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def opened(locale: str = "en-GB") -> AppTest:
    """Return the start page, drawn for a browser in that language."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    app.context = {"locale": locale}
    return app.run()


def loaded(content: str = SMALL, name: str = "small.csv", locale: str = "en-GB") -> AppTest:
    """Return the page that follows on the upload of a file."""
    app = opened(locale)
    app.file_uploader[0].upload(name, content.encode())
    return app.run()


def page(app: AppTest, name: str) -> AppTest:
    """Return another page of the same session."""
    return app.switch_page(f"pages/{name}.py").run()


def title(app: AppTest) -> str:
    """Return the page's title, as it reads."""
    return app.title[0].value.replace("\\", "")


def button(app: AppTest, key: str, lang: str = "en") -> Any:
    """Return the button whose label stands under a message key."""
    label = text.say(key, lang)
    return next(one for one in app.button if one.label == label)


def chart(app: AppTest) -> dict[str, Any]:
    """Return the chart of the page as Plotly gets it."""
    return json.loads(app.get("plotly_chart")[0].proto.spec)


def footnote(app: AppTest) -> str:
    """Return the footnote of the chart on one line."""
    texts = [words for trace in chart(app)["data"] for words in trace.get("text", ())]
    return " ".join(texts[texts.index(next(words for words in texts if words.startswith("Source"))) :])


def bubbles(app: AppTest) -> dict[str, str]:
    """Return the id of each bubble of the chart, by its name."""
    targets = next(trace for trace in chart(app)["data"] if trace.get("name") == "touchpoints")
    names = [words.split("</b>")[0].removeprefix("<b>") for words in targets["hovertext"]]
    return dict(zip(names, targets["customdata"], strict=True))


def read(app: AppTest) -> str:
    """Return all words on the page, as they read."""
    lists = (app.title, app.header, app.markdown, app.error, app.warning, app.info, app.caption, app.html)
    words = [str(getattr(one, "value", None) or getattr(one, "body", "")) for found in lists for one in found]
    return "\n".join(words).replace("\\", "")
