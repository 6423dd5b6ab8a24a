"""Tables larger than memory: a small set of queries, written once."""
