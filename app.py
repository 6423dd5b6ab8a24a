"""The start page for whoever visits, and the server itself when Streamlit looks for one.

``streamlit run app.py`` reads this file twice: it imports it, finds ``app`` and serves that; and it runs it,
as the main script, for each visitor.
"""

from __future__ import annotations

import streamlit as st

if __name__ == "__main__":
    from pages.parts.start import page

    page.draw()
else:
    from pathlib import Path

    from serving.house import House

    house = House(Path(__file__).parent)
    app = st.App(__file__, lifespan=house.lifespan, middleware=house.middleware())
