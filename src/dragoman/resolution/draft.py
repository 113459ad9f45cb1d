"""What a pass through the text knows and gathers."""

import msgspec

from dragoman.model import Party
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Mention, MentionKind
from dragoman.resolution.names import Names
from dragoman.resolution.parties import (
    text_of,
)
from dragoman.resolution.persons import Person
from dragoman.resolution.phrases import Phrase, head_of
from dragoman.resolution.scene import Scene


class Draft(msgspec.Struct):
    """What is known before reading: names, titles, persons, and who speaks where."""

    document: Document
    names: Names
    phrases: list[Phrase]
    persons: list[Person]
    speakers: dict[int, int]
    issuer: str | None
    bearers: dict[tuple[int, int], Person] = {}  # whose name stands there
    numbers: dict[int, int] = {}  # by the identity of a phrase, its place among all

    def __post_init__(self) -> None:
        """Index what is asked of each mention."""
        for person in self.persons:
            for span in person.spans:
                self.bearers.setdefault(span, person)
        self.numbers = {id(phrase): number for number, phrase in enumerate(self.phrases)}


class Reading(msgspec.Struct):
    """The state of the pass."""

    draft: Draft
    scene: Scene
    by_token: dict[int, Mention]
    mentions: list[Mention]
    us: tuple[Party, ...] = ()  # who says `we` in a joint statement
    joint: bool = False  # whether it is one, whoever they are

    def add(  # noqa: PLR0913 - one way in for every kind of mention
        self,
        first: int,
        last: int,
        kind: MentionKind,
        parties: tuple[Party, ...],
        rung: str,
        *,
        person: Person | None = None,
        name: str = "",
        plural: bool = False,
        quiet: bool = False,
    ) -> None:
        """Record a mention; a quiet one is not referred back to."""
        document = self.draft.document
        head = head_of(document, first, last)
        name = name or (parties[0].name if len(parties) == 1 else text_of(document, first, last))
        mention = Mention(
            first=first, last=last, head=head, kind=kind, parties=parties, name=name, rung=rung
        )
        self.mentions.append(mention)
        for i in range(first, last):
            self.by_token[i] = mention
        if not quiet:
            self.scene.add(mention, person=person, plural=plural or len(parties) > 1)
