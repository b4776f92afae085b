"""Everything that an article names: mentions of people, organisations and places, gathered under their full names."""
