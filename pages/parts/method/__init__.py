"""Parts of the page Method."""
