"""How quotes and speakers are corrected."""
