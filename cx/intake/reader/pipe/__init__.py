"""What goes through the pipe: the message, packed columns, why a file was refused."""
