"""Names of touchpoints typed on the Data page: the browser's part of the table of names, done here."""

import streamlit as st

from cx import intake
from pages.parts.data import names
from pages.parts.shell import keys, language


def opened(app):
    """Return the Data page with its box of names open."""
    app.session_state["touchpoint_names"] = True
    return app.run()


def table(app):
    """Return what the table of names shows: what the file says, and the name in use."""
    found = next(one.value for one in app.data_editor if one.key.startswith("names_"))
    return dict(zip(found["source"], found["name"], strict=True))


def typed(app, patches, **cells):
    """Return the page after names were typed: ``r0="Offer"`` in the first row."""
    rows = {int(place[1:]): {"name": name} for place, name in cells.items()}
    held = app.session_state.to_dict()
    with patches.context() as here:
        here.setattr(st, "session_state", held)
        here.setattr(language, "current", lambda: held["language"])
        workspace = held[keys.WORKSPACE]
        if workspace.files:
            known = intake.understand(workspace.files[0].workbook, workspace.files[0].choices).names
            names.take(rows, known, names.for_file(0))
        else:
            names.take(rows, names.of_table(workspace.saved), names.for_saved(workspace.saved))
    for key in (keys.WORKSPACE, keys.PAST, keys.FUTURE, keys.NAMES_TOLD):
        if key in held:
            app.session_state[key] = held[key]
    return app.run()
