"""What is read: sources, extraction, cleaning, and the Article itself."""
