"""What is copied, and the ways it takes to a clipboard."""
