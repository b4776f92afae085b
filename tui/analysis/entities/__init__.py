"""All that an article names: people, organisations and places, gathered under their fullest names."""
