"""Parts of the page Matrix."""
