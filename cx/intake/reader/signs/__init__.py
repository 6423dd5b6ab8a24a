"""What tells a part of ours in a deck: its id, and a fingerprint of what was written."""
