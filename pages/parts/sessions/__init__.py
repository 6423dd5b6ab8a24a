"""Parts of the page Sessions."""
