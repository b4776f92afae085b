"""How quotes are worded with their speaker and source, as they are copied and exported."""
