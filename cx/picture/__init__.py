"""One Picture of the matrix, and the renderers that draw it."""
