"""Alerts sent to a chat: one JSON post that Slack and Teams accept."""

from __future__ import annotations

import html
import json
from collections.abc import Collection, Sequence
from typing import Final

from cx.session.outwards import WebAddress, door

_CARD_HOSTS = (".logic.azure.com", ".powerplatform.com", ".webhook.office.com")
"""Where Teams listens; its workflows take adaptive cards only."""
_JSON: Final = "application/json"


def send(
    address: WebAddress, title: str, lines: Sequence[str], *, confirmed: Collection[str], private: bool
) -> None:
    """Post a title and lines to a webhook.

    Parameters
    ----------
    address
        Of an incoming webhook. Teams gets an adaptive card, all others (Slack, Mattermost, Rocket.Chat) an
        object with ``text``.
    confirmed, private
        As :func:`cx.session.outwards.door.post` takes them; it raises what this raises.

    References
    ----------
    Slack, "Sending messages using incoming webhooks"; Microsoft, "Create incoming webhooks with Workflows".
    """
    told = _card(title, lines) if address.host.endswith(_CARD_HOSTS) else _plain(title, lines)
    door.post(address, json.dumps(told).encode(), _JSON, confirmed=confirmed, private=private)


def _plain(title: str, lines: Sequence[str]) -> dict[str, object]:
    """Return what Slack reads; what people typed must not call its whole channel, hence the escapes."""
    words = "\n".join([title, *(f"• {line}" for line in lines)])
    return {"text": html.escape(words, quote=False)}


def _card(title: str, lines: Sequence[str]) -> dict[str, object]:
    blocks: list[dict[str, object]] = [{"type": "TextBlock", "text": title, "weight": "Bolder", "wrap": True}]
    blocks += [{"type": "TextBlock", "text": line, "wrap": True} for line in lines]
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": blocks,
    }
    kind = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": kind, "content": card}]}
