"""How screens are laid out and drawn: once, in steps, only what changed."""
