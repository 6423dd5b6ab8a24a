"""Pages of words, laid out once for deck and report."""
