"""What ``run.py`` serves: the program, and before it what every request passes; in a room also its gate."""

from __future__ import annotations

import streamlit as st

from pages.parts.access import entrance, facilitator

app = st.App("app.py", middleware=entrance.middleware(facilitator.key()))
