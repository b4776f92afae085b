"""The menu and the dialogs by which quotes and speakers are corrected."""
