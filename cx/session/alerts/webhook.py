"""Alerts sent to a chat: one JSON post that Slack and Teams accept."""

from __future__ import annotations

import html
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from urllib.parse import urlsplit

from cx.errors import ArgumentError, DeliveryError

_SECONDS = 10
_CARD_HOSTS = (".logic.azure.com", ".powerplatform.com", ".webhook.office.com")
"""Where Teams listens; its workflows take adaptive cards only."""


def send(url: str, title: str, lines: Sequence[str]) -> None:
    """Post a title and lines to a webhook.

    Parameters
    ----------
    url
        Of an incoming webhook, ``http`` or ``https``. Teams gets an adaptive card, all others (Slack,
        Mattermost, Rocket.Chat) an object with ``text``.

    Raises
    ------
    ArgumentError
        When the address is none.
    DeliveryError
        When nobody answers there, or with a refusal; names the status.

    References
    ----------
    Slack, "Sending messages using incoming webhooks"; Microsoft, "Create incoming webhooks with Workflows".
    """
    host = checked(url)
    body = json.dumps(_card(title, lines) if host.endswith(_CARD_HOSTS) else _plain(title, lines)).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310 - checked
    try:
        with urllib.request.build_opener(_Still()).open(request, timeout=_SECONDS):
            return
    except urllib.error.HTTPError as error:
        error.close()
        raise DeliveryError("webhook_refused", status=error.code, host=host) from error
    except (OSError, ValueError) as error:
        raise DeliveryError("webhook_silent", host=host) from error


def checked(url: str) -> str:
    """Return the host of a webhook's address; raises ArgumentError where it is none."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in {"http", "https"}:
        raise ArgumentError("webhook_address", value=url)
    return host.lower()


class _Still(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what was typed is where it goes."""

    def redirect_request(self, *_args: object) -> None:
        """Answer with the redirect itself, which counts as a refusal."""


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
