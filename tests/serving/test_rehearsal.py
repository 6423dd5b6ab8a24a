"""What the server rehearses with its own sample."""

from serving import rehearsal


def test_the_sample_becomes_every_kind_of_file(root):
    rehearsal.upload(root)
    starts = [bytes(make()[:4]) for make in rehearsal.downloads(root)]
    assert starts == [b"\x89PNG", b"PK\x03\x04", b"PK\x03\x04", b"%PDF"]
