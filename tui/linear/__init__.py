"""Reading without a full screen: a line asks, lines answer, and nothing is ever redrawn.

For screen readers, braille displays and slow lines. It stands on `tui.session` alone.
"""
