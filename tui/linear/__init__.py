"""Reading without a screen of boxes: a line asks, lines answer, nothing is drawn again.

For screen readers, braille displays and slow lines. It stands on `tui.session` alone.
"""
