"""Parts of the page Drivers."""
