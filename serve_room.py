"""What ``run.py --room`` serves: the program behind the facilitator's key, and before it the vote page."""

from __future__ import annotations

import sys

import streamlit as st
from starlette.middleware import Middleware

from pages.parts.access import facilitator
from pages.parts.access.gate import Gate

if not facilitator.key():
    sys.exit("Start it with run.py --room: that makes the facilitator's key.")

app = st.App("app.py", middleware=[Middleware(Gate, key=facilitator.key())])
