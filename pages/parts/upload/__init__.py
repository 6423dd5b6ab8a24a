"""Getting data in: files, samples, pasted and empty tables."""
