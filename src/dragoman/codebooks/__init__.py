"""What the coder knows, as data that people read and edit."""
