"""Pronouns: he, she, they, it, who by what was told before; I and we by whose words they are."""

from collections.abc import Callable, Mapping

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party
from dragoman.parsing.document import Document, Token
from dragoman.resolution.identities import Mention
from dragoman.resolution.pairs import companions
from dragoman.resolution.scene import Scene, Seen, ids_of


def pronoun_kind(token: Token) -> str | None:
    """Which pronoun a token is, or null."""
    word = token.text.lower()
    if token.tag not in ("PRP", "PRP$", "WP", "WP$", "WDT") or word == "which":
        return None
    words = anaphora().pronouns
    if word == "us" and token.text == "US":
        return None
    for kind in ("he", "she", "they", "it", "i", "we", "who"):
        if word in getattr(words, kind):
            return kind
    return None


def person_of(scene: Scene, token: Token, kind: str, speaker: Seen | None = None) -> Seen | None:
    """The person that `he` or `she` is."""
    gender = "m" if kind == "he" else "f"
    content = _content_before(scene.document, token)
    barred = _barred(scene.document, token)

    def fits(seen: Seen) -> bool:
        if seen.person is None or seen.plural:
            return False
        if speaker is not None and seen.person is speaker.person:
            return False
        if seen.mention.head in content or _covers(seen, barred):
            return False
        return seen.person.gender in ("", gender)

    subject = clause_subject(scene.document, token) if token.tag == "PRP$" else None
    own = [seen for seen in scene.covering(subject) if fits(seen)]
    found = own[-1] if own else _of_known_gender(scene, token, gender, fits)
    if found is not None and found.person is not None:
        found.person.gender = gender
    return found


def _of_known_gender(
    scene: Scene, token: Token, gender: str, fits: Callable[[Seen], bool]
) -> Seen | None:
    """The likeliest person; in their sentence one rather who was called `she` before."""
    found = scene.best(token.i, lambda seen: fits(seen) or _is_unnamed(seen))
    if found is not None and found.person is None:
        return None  # "I rang the premier of Bern and spoke to him"
    if found is None or found.person is None or found.person.gender:
        return found
    known = [seen for seen in scene.in_sentence(found.sentence) if fits(seen)]
    known = [seen for seen in known if seen.person and seen.person.gender == gender]
    return known[-1] if known and known[-1].subject else found


def _is_unnamed(seen: Seen) -> bool:
    """`the premier of Bern`: one holder of an office, of whom nothing is known."""
    mention = seen.mention
    lone = mention.rung == "unnamed" and not seen.plural and not mention.parties
    return lone and seen.person is None


def _covers(seen: Seen, i: int | None) -> bool:
    return i is not None and seen.mention.first <= i < seen.mention.last


def _barred(document: Document, token: Token) -> int | None:
    """`she thanked him`: an object is another than the subject of its own clause."""
    bound = token.tag == "PRP$" or token.text.lower().endswith(("self", "selves"))
    if bound or token.dep in ("nsubj", "nsubjpass"):
        return None
    over = next((over for over in document.ancestors(token.i) if over.is_verb), None)
    while over is not None:
        subjects = [child.i for child in document.children(over.i, "nsubj", "nsubjpass")]
        if subjects or over.dep not in ("xcomp", "advcl", "conj") or over.head == over.i:
            return subjects[0] if subjects else None
        over = document.tokens[over.head]  # "he called her to thank her"
    return None


def _content_before(document: Document, token: Token) -> range:
    """What is said before `he said`: its persons are others than he."""
    verb = document.tokens[token.head]
    first = document.sentences[token.sentence].first
    if token.dep != "nsubj" or verb.dep != "ROOT":
        return range(0)
    said = [child.i for child in document.children(verb.i, "ccomp", "parataxis", "advcl")]
    return range(first, token.i) if any(i < token.i for i in said) else range(0)


def _taken_up(document: Document, token: Token) -> int | None:
    """The noun that `it` as a subject takes up: told of before, or the last sentence's subject."""
    sentence = document.sentences[token.sentence]
    for before in reversed(document.tokens[sentence.first : token.i]):
        single = before.is_nominal and before.pos != "PRON" and not before.tag.endswith("S")
        if single and before.dep in ("nsubj", "nsubjpass", "dobj"):
            return before.i
    if sentence.i == 0:
        return None
    last = document.sentences[sentence.i - 1]
    subjects = list(document.children(last.root, "nsubj", "nsubjpass"))
    return subjects[0].i if subjects else None


def clause_subject(document: Document, token: Token) -> int | None:
    """The subject of the clause around a possessive, where it stands before it."""
    for over in document.ancestors(token.i):
        for child in document.children(over.i, "nsubj", "nsubjpass"):
            if child.i < token.i and token.i not in range(child.i, child.i + 1):
                return child.i
        if over.dep in ("relcl", "ccomp") and over.head < token.i:
            continue
    return None


def thing_of(scene: Scene, token: Token) -> Seen | None:
    """The state or organisation that `it` is; null where `it` stands for no thing."""
    head = scene.document.tokens[token.head]
    words = anaphora().pronouns
    if token.dep == "expl" or (token.dep == "nsubj" and head.lemma in words.empty_with):
        return None
    if token.dep in ("nsubj", "nsubjpass"):
        taken = _at(scene, _taken_up(scene.document, token))
        return taken if taken is not None and taken.person is None else None
    if token.tag == "PRP$" or token.text.lower().endswith(("self", "selves")):
        return None if head.lemma in words.ownerless else _bound(scene, token)
    return _object_of(scene, token)


def _bound(scene: Scene, token: Token) -> Seen | None:
    """Who `its` or `itself` is: the clause's subject, else the likeliest before."""
    near = _joined_owner(scene, token) or _inclusive_owner(scene, token)
    own = near or _at(scene, clause_subject(scene.document, token))
    if own is not None and own.person is None:
        return own
    kinds = ("state", "organisation", "institution")

    def fits(seen: Seen) -> bool:
        single = len(seen.mention.parties) == 1 and seen.person is None
        direct = seen.mention.rung not in ("place", "adjective", "possession", "people")
        return single and direct and not seen.plural and seen.mention.kind in kinds

    found = scene.best(token.i, fits)
    earlier = found is not None and found.sentence < token.sentence
    return None if earlier and _other_thing(scene.document, token) else found


def _other_thing(document: Document, token: Token) -> bool:
    """Whether a thing of no party stands before `its` in its sentence, which may be the owner."""
    sentence = document.sentences[token.sentence]
    return any(
        before.tag in ("NN", "NNP") and before.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        for before in document.tokens[sentence.first : token.i]
    )


def _joined_owner(scene: Scene, token: Token) -> Seen | None:
    """`spoke of Chad and its war`: whose name the thing is joined to."""
    thing = scene.document.tokens[token.head]
    found = _at(scene, thing.head) if thing.dep == "conj" else None
    return found if found is not None and found.person is None else None


def _inclusive_owner(scene: Scene, token: Token) -> Seen | None:
    """`Chad's crimes in Mali, including its raids`: whose what includes it is."""
    over = scene.document.tokens[scene.document.tokens[token.head].head]
    if over.text.lower() not in anaphora().pronouns.inclusive:
        return None
    for seen in reversed(scene.in_sentence(token.sentence)):
        own = scene.document.tokens[seen.mention.head]
        of = scene.document.tokens[own.head].text == "of"
        if own.dep == "poss" or of:
            single = len(seen.mention.parties) == 1 and seen.person is None
            return seen if single and seen.mention.first < token.i else None
    return None


def _object_of(scene: Scene, token: Token) -> Seen | None:
    """`Chad said that Sudan had attacked it`: who speaks of the clause, and not the attacker."""
    document = scene.document
    subject = clause_subject(document, token)
    above = clause_subject(document, document.tokens[subject]) if subject is not None else None
    found = _at(scene, above)
    itself = found is not None and _covers(found, subject)
    return None if found is None or itself or found.person is not None else found


def _at(scene: Scene, i: int | None) -> Seen | None:
    """The mention of one party that covers a token."""
    found = scene.covering(i)
    single = found and len(found[-1].mention.parties) == 1 and found[-1].mention.rung != "place"
    return found[-1] if single else None


def group_of(scene: Scene, token: Token) -> tuple[Party, ...]:
    """All that `they` stands for; none where others than parties are nearer."""
    subject = clause_subject(scene.document, token) if token.tag == "PRP$" else None
    if subject is not None:
        subject = _before_relative(scene.document, subject)
        told = scene.covering(subject)
        if told and (told[-1].plural or told[-1].mention.rung == "people"):
            return told[-1].mention.parties
        if not told and scene.document.tokens[subject].tag in ("NNS", "NNPS"):
            return ()
    if subject is None and (_others_nearer(scene, token) or _others_acted(scene, token)):
        return ()
    barred = _at(scene, _barred(scene.document, token))
    return companions(scene, token.i, barred=frozenset(ids_of(barred)) if barred else frozenset())


def _others_acted(scene: Scene, token: Token) -> bool:
    """Whether the last sentence tells of people of no party: `Reporters waited. They left.`."""
    if not token.sentence or token.tag == "PRP$":
        return False
    root = scene.document.sentences[token.sentence - 1].root
    for subject in scene.document.children(root, "nsubj"):
        seen = scene.covering(subject.i)
        if subject.tag == "NNS" and seen and not any(each.mention.parties for each in seen):
            return True
    return False


def _before_relative(document: Document, subject: int) -> int:
    """What `who` follows, as the subject of its clause."""
    token = document.tokens[subject]
    clause = document.tokens[token.head]
    return clause.head if token.tag in ("WP", "WDT") and clause.dep == "relcl" else subject


def _others_nearer(scene: Scene, token: Token) -> bool:
    """Whether another plural than parties told of stands before `they` in its sentence."""
    sentence = scene.document.sentences[token.sentence]
    for before in reversed(scene.document.tokens[sentence.first : token.i]):
        covered = any(_covers(seen, before.i) and seen.mention.parties for seen in scene.seen[-8:])
        if covered and before.tag in ("NNS", "NNPS"):
            return not any(_covers(seen, before.i) and seen.plural for seen in scene.seen[-8:])
        others = before.tag in ("NNS", "NNPS") or before.lemma in anaphora().pronouns.peoples
        if others and before.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and not before.entity:
            return True
        if covered and before.tag == "NNP":
            return False
    return False


def relative_of(
    document: Document, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """The mention that `who` follows."""
    clause = document.tokens[token.head]
    while clause.dep == "conj" and clause.head != clause.i:
        clause = document.tokens[clause.head]
    before = token.i - 1
    while before >= 0 and document.tokens[before].text == ",":
        before -= 1
    near = by_token.get(before)
    if near is not None:
        return near
    return by_token.get(clause.head) if clause.dep == "relcl" else None
