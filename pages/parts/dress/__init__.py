"""What every page wears: colours for light and dark, Streamlit's own words in the page's language, search."""
