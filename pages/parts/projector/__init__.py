"""What a room is shown large: how to join a vote, and the clock of the agenda."""
