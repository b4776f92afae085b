"""What is kept between readings, in SQLite."""
