"""Personal invitations: each opens one ballot in each round, and leads nobody back to it."""

import concurrent.futures

import sqlalchemy as sql

from cx.errors import VoteRefused
from cx.session.store import schema
from cx.session.voting import door, invitations, rounds, taking_part
from tests.unit.session.voting_store import asked, refused


def test_each_opens_one_ballot_and_there_is_no_code(kept):
    one = asked(kept, invited=3)
    secrets = invitations.secrets_of(one)
    assert (one.code, len(set(secrets)), min(map(len, secrets))) == ("", 3, 24)
    assert taking_part.invited(kept, secrets[1]) == one
    token = taking_part.join(kept, one, "Jo", invite=secrets[1])
    assert taking_part.of_token(kept, token)[0] == one
    refused("invitation_used", taking_part.invited, kept, secrets[1])
    refused("invitation_used", taking_part.join, kept, one, "Bo", invite=secrets[1])
    refused("invited_only", taking_part.join, kept, one, "Bo")
    refused("invitation", taking_part.join, kept, one, "Bo", invite="made up")
    refused("invitation", taking_part.invited, kept, "made up")
    refused("invited_only", door.renew, kept, one.id)
    assert (taking_part.turnout(kept, one.id).joined, invitations.used(kept, one.id)) == (1, 1)


def test_of_eight_at_once_with_one_invitation_one_gets_in(kept):
    one = asked(kept, invited=1)
    (secret,) = invitations.secrets_of(one)

    def joined(_number):
        try:
            return bool(taking_part.join(kept, one, invite=secret))
        except VoteRefused:
            return False

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(joined, range(8))) == [False] * 7 + [True]
    assert taking_part.turnout(kept, one.id).joined == 1


def test_the_same_list_opens_the_next_round_of_the_session_once_each(kept):
    first = asked(kept, invited=2)
    secrets = invitations.secrets_of(first)
    before = taking_part.join(kept, first, "Jo", invite=secrets[0])
    rounds.reveal(kept, first.id)
    refused("invitation", taking_part.invited, kept, secrets[0])
    second = asked(kept, "urgency", invited=3)
    assert invitations.secrets_of(second)[:2] == secrets
    assert taking_part.invited(kept, secrets[0]).id == second.id
    again = taking_part.join(kept, second, "Jo", invite=secrets[0], before=before)
    assert taking_part.join(kept, second, "Jo", invite=secrets[0], before=before) == again
    refused("invitation_used", taking_part.join, kept, second, invite=secrets[0])
    assert taking_part.turnout(kept, second.id).joined == 1


def test_a_closed_door_holds_for_invitations_too_and_does_not_use_them_up(kept):
    one = asked(kept, invited=1)
    (secret,) = invitations.secrets_of(one)
    door.close(kept, one.id)
    refused("door_closed", taking_part.join, kept, one, invite=secret)
    door.reopen(kept, one.id)
    assert taking_part.join(kept, one, invite=secret)


def test_the_store_says_that_an_invitation_was_used_and_not_which_ballot_it_opened(kept):
    one = asked(kept, invited=2)
    secrets = invitations.secrets_of(one)
    taking_part.cast(kept, one, taking_part.join(kept, one, invite=secrets[0]), "", {"a": 1})
    with kept.read() as connection:
        rows = connection.execute(sql.select(schema.invitations)).mappings().all()
        ballot = connection.execute(sql.select(schema.ballots)).mappings().one()
    assert sorted(row["used"] for row in rows) == [False, True]
    assert {key for row in rows for key in row} == {"id", "round_id", "digest", "used"}
    assert not {str(value) for row in rows for key, value in row.items() if key == "digest"} & set(
        map(str, ballot.values())
    )


def test_a_round_that_is_thrown_away_takes_its_invitations_along(kept):
    one = asked(kept, invited=2)
    rounds.discard(kept, one.id)
    refused("invitation", taking_part.invited, kept, invitations.secrets_of(one)[0])
    with kept.read() as connection:
        assert connection.execute(sql.select(schema.invitations)).all() == []
