"""Parts of the page Priorities."""
