"""Alerts posted to a receiver on this machine."""

import pytest

from cx.errors import DeliveryError
from cx.session import outwards
from cx.session.alerts import webhook
from tests.receiver import receiver


def send(url, title="x", lines=()):
    address = outwards.parse(url)
    webhook.send(address, title, lines, confirmed={address.digest}, private=True)


def test_a_chat_gets_one_json_object_with_text():
    with receiver() as (url, got):
        send(url, "Two alerts", ["Invoice: down", "<!channel>: low"])
    assert got == [("application/json", {"text": "Two alerts\n• Invoice: down\n• &lt;!channel&gt;: low"})]


def test_teams_gets_an_adaptive_card(monkeypatch):
    monkeypatch.setattr(webhook, "_CARD_HOSTS", ("127.0.0.1",))
    with receiver() as (url, got):
        send(url, "One alert", ["Invoice: down"])
    body = got[0][1]
    assert body["type"] == "message"
    texts = [block["text"] for block in body["attachments"][0]["content"]["body"]]
    assert texts == ["One alert", "Invoice: down"]


@pytest.mark.parametrize("status", [404, 500])
def test_a_refusal_is_said_with_its_status(status):
    with receiver(status) as (url, _), pytest.raises(DeliveryError) as caught:
        send(url)
    assert (caught.value.key, caught.value.values["status"]) == ("webhook_refused", status)


def test_a_redirect_is_not_followed():
    with receiver() as (other, reached), receiver(302, [("Location", other)]) as (url, _):
        with pytest.raises(DeliveryError) as caught:
            send(url)
        assert (caught.value.key, reached) == ("webhook_redirect", [])


def test_nobody_at_the_address_is_said():
    with receiver() as (url, _):
        pass
    with pytest.raises(DeliveryError) as caught:
        send(url)
    assert caught.value.key == "webhook_silent"
