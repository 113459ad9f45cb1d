"""The taxonomy of issues, `issues.toml`, and its phrases as a tree of words for the matcher."""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.codebooks.own import Own, book, own_texts
from dragoman.codebooks.tables import HOUSE, parse_toml, read_toml
from dragoman.errors import CodebookError

ANY = "*"  # in a phrase: one to five words


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """An issue that states take positions on; the head of `issues.toml` explains the fields."""

    slug: str
    name: str
    definition: str
    parent: str
    abroad: bool = False
    harm: bool = False
    abhorred: bool = False
    phrases: tuple[str, ...]
    against: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    weak_against: tuple[str, ...] = ()


class Ending(msgspec.Struct, frozen=True, gc=False):
    """What a phrase that ends here names; a decoy names nothing and has no slug."""

    slug: str
    phrase: str
    against: bool = False
    weak: bool = False


class Node(msgspec.Struct):
    """A word of a phrase: the words that may follow, and what ends here."""

    then: dict[str, "Node"] = {}
    ends: tuple[Ending, ...] = ()


class _Book(msgspec.Struct, frozen=True):
    decoys: tuple[str, ...] = ()
    issue: tuple[Issue, ...] = ()


@book
def _book(own: Own | None) -> _Book:
    found = read_toml(HOUSE / "issues.toml", _Book)
    for source, text in own_texts(own, "issues.toml"):
        found = _laid(found, parse_toml(text, _Book, source=source))
    check(found.issue, found.decoys)
    return found


def _laid(house: _Book, own: _Book) -> _Book:
    """A user's issues over the house's: what they name, no other does."""
    slugs = {issue.slug for issue in own.issue}
    taken = {phrase for issue in own.issue for phrase in _phrases(issue)} | set(own.decoys)
    kept = [_without(issue, taken) for issue in house.issue if issue.slug not in slugs]
    decoys = [decoy for decoy in house.decoys if decoy not in taken]
    return _Book((*decoys, *own.decoys), (*kept, *own.issue))


def _phrases(issue: Issue) -> tuple[str, ...]:
    return (*issue.phrases, *issue.against)


def _without(issue: Issue, taken: set[str]) -> Issue:
    if taken.isdisjoint(_phrases(issue)):
        return issue
    return msgspec.structs.replace(
        issue,
        phrases=tuple(phrase for phrase in issue.phrases if phrase not in taken),
        against=tuple(phrase for phrase in issue.against if phrase not in taken),
    )


@book
def issues(_: Own | None) -> dict[str, Issue]:
    """All issues by slug, in the codebook's order."""
    return {issue.slug: issue for issue in _book().issue}


def check(found: Sequence[Issue], decoys: Sequence[str] = ()) -> None:
    """Refuse a taxonomy that contradicts itself.

    Raises:
        CodebookError: a parent is missing, a slug stands twice, or two issues claim a phrase.
    """
    slugs = [issue.slug for issue in found]
    for issue in found:
        if slugs.count(issue.slug) > 1:
            raise CodebookError(f"issues.toml: {issue.slug}: stands twice; merge the two")
        if issue.parent and issue.parent not in slugs:
            raise CodebookError(f"issues.toml: {issue.slug}: there is no parent {issue.parent}")
    owners: dict[str, str] = dict.fromkeys(decoys, "a decoy")
    for issue in found:
        for phrase in _phrases(issue):
            owner = owners.setdefault(phrase, issue.slug)
            if owner != issue.slug:
                raise CodebookError(f"issues.toml: {issue.slug}: {phrase!r} is {owner}'s already")


def is_abroad(slug: str) -> bool:
    """Whether an issue lies between states, as it or a wider one says."""
    return any(issues()[wider].abroad for wider in with_ancestors(slug))


def with_ancestors(slug: str) -> Iterator[str]:
    """An issue, its parent, and so on to the widest."""
    known = issues()
    while slug:
        yield slug
        slug = known[slug].parent


@book
def phrase_tree(_: Own | None) -> Node:
    """All phrases and decoys, word by word."""
    root = Node()
    for decoy in _book().decoys:
        _plant(root, Ending("", decoy))
    for issue in _book().issue:
        for phrase in issue.phrases:
            _plant(root, Ending(issue.slug, phrase))
        for phrase in issue.against:
            _plant(root, Ending(issue.slug, phrase, against=True))
        for phrase in issue.weak:
            _plant(root, Ending(issue.slug, phrase, weak=True))
        for phrase in issue.weak_against:
            _plant(root, Ending(issue.slug, phrase, against=True, weak=True))
    return root


def _plant(node: Node, ending: Ending) -> None:
    for word in ending.phrase.split():
        node = node.then.setdefault(word, Node())
    node.ends = (*node.ends, ending)
