"""A real browser against a real server over a real engine."""
