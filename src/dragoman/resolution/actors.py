"""Documents to identities: names, titles and persons first, then what refers back to them."""

from collections.abc import Mapping

from dragoman.model import Party
from dragoman.parsing.document import Document
from dragoman.register.lookup import Register
from dragoman.resolution.added import added_hits
from dragoman.resolution.around import look_around
from dragoman.resolution.draft import Draft
from dragoman.resolution.groups import groups
from dragoman.resolution.holders import add_short_forms, find_persons
from dragoman.resolution.identities import Identities, Mention
from dragoman.resolution.names import find_names
from dragoman.resolution.naming import attach_names, join_titles, serve_titles, share_articles
from dragoman.resolution.observations import observations
from dragoman.resolution.owners import issuer_of, settle_persons, settle_titles
from dragoman.resolution.phrases import find_phrases
from dragoman.resolution.read_pronouns import VOICED
from dragoman.resolution.reading import read


def resolve(
    document: Document,
    *,
    speakers: Mapping[int, int] | None = None,
    register: Register | None = None,
) -> Identities:
    """Who the words of a document refer to.

    Args:
        document: a parsed report.
        speakers: for tokens of quoted or attributed words, the token that heads their source.
        register: tenures and actors that the user gives besides the codebooks.
    """
    added = added_hits(document, register) if register else []
    names = find_names(document, added=added)
    phrases = find_phrases(document, names)
    look_around(document, names, phrases)
    attach_names(document, names, phrases)
    join_titles(document, phrases)
    serve_titles(document, phrases)
    share_articles(document, phrases)
    settle_titles(document, phrases, names)
    persons = find_persons(document, names, phrases)
    settle_persons(document, names, phrases, persons, register=register)
    add_short_forms(document, names, persons, phrases)
    issuer = issuer_of(document, persons)
    draft = Draft(document, names, phrases, persons, dict(speakers or {}), issuer)
    mentions = read(draft)
    by_token: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda mention: mention.first - mention.last):
        for i in range(mention.first, mention.last):
            by_token.setdefault(i, mention)
    ordered = tuple(sorted(mentions, key=lambda mention: (mention.first, -mention.last)))
    return Identities(
        mentions=ordered,
        offices=observations(document, phrases, persons),
        by_token=by_token,
        countries=frozenset(p.country for m in mentions for p in m.parties if p.country),
        voiced=tuple(mention for mention in ordered if mention.rung in VOICED),
        groups=groups(document, mentions),
    )


def parties_of(document: Document, identities: Identities, i: int) -> tuple[Party, ...]:
    """The parties that the noun phrase headed by token `i` stands for, conjuncts left out.

    Empty for nouns that are no agents of any kind and for places alone ("in Moscow").
    """
    mention = identities.at(i)
    if mention is not None:
        return mention.parties
    token = document.tokens[i]
    for child in document.children(i, "appos"):
        near = identities.at(child.i)
        if near is not None and token.pos == "PROPN":
            return near.parties
    return ()
