"""The only place that uses a private name of Textual or puts a class of ours in the place of one of its own.

tests/textual_patches/test_private_names.py lists the private names and fails where a Textual update has moved one.
"""
