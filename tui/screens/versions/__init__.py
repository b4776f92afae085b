"""The screens of versions: what they are, and how one became another."""
