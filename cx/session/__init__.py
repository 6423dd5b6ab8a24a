"""Sessions that are kept: the matrix, what was set, what the room voted and what was decided."""
