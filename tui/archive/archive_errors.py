"""The error for an archive that fails as a whole."""


class ArchiveError(Exception):
    """An archive that cannot be read, written or checked; `message` is one sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
