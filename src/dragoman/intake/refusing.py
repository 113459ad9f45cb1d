"""How a reader says that an item cannot be taken: raised where it is seen, caught in one place."""

from dragoman.errors import Refusal


class Refused(Exception):  # noqa: N818 - it is an outcome of the item, no error of the run
    """Carries what a `Refusal` needs besides the source, which only the caller knows."""

    def __init__(self, code: str, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy

    def at(self, source: str) -> Refusal:
        """The refusal of the item at `source`."""
        return Refusal(source=source, code=self.code, message=self.message, remedy=self.remedy)
