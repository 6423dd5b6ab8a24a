"""What lies on this machine or in a database: chosen beside an upload, read with its progress, and ended."""
