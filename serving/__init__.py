"""What the server does beside drawing pages: it is warm before it lets anybody in, and frees who has left."""
