"""What another method or another segment would say, in tables that several pages show."""
