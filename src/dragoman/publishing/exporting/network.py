"""Who acts on whom as a weighted network in time: GEXF 1.3, as Gephi and networkx read it."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

import msgspec

from dragoman.model import Party
from dragoman.publishing.exporting.dyads import dyads_of
from dragoman.publishing.exporting.events import intensity_of, quad_of
from dragoman.publishing.exporting.material import Material, body_of
from dragoman.questions.events import Occurrence

Key = tuple[str, str, str]  # source, target, quad

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph mode="dynamic" defaultedgetype="directed" timeformat="date">
    <attributes class="node">
      <attribute id="country" title="country" type="string"/>
    </attributes>
    <attributes class="edge">
      <attribute id="quad" title="quad" type="string"/>
      <attribute id="intensity" title="mean intensity" type="double"/>
    </attributes>
"""


class Edge(msgspec.Struct, kw_only=True):
    """The acts of one kind from one party to another, counted as they come."""

    acts: int = 0
    intensity: float = 0.0  # sum of PLOVER's scores
    first: str = ""
    last: str = ""

    def count(self, one: Occurrence) -> None:
        """Count an act; they come by day."""
        self.acts += 1
        self.intensity += intensity_of(one.event) or 0.0
        self.first = self.first or one.day
        self.last = max(self.last, one.event.date_end or one.day)


def write_network(material: Material, stream: BinaryIO) -> None:
    """Write a node for each party and an edge for each dyad and quad, weighted by its acts.

    The network is held in memory, not the acts. An act between two without direction counts once
    each way.
    """
    nodes, edges = _count(material.acts())
    stream.write(_HEAD.encode())
    stream.writelines(line.encode() for line in _nodes(nodes))
    stream.writelines(line.encode() for line in _edges(edges))
    stream.write(b"  </graph>\n</gexf>\n")


def _count(acts: Iterable[Occurrence]) -> tuple[dict[str, Party], dict[Key, Edge]]:
    nodes: dict[str, Party] = {}
    edges: dict[Key, Edge] = {}
    for one in acts:
        for source, target in dyads_of(one.event):
            nodes.setdefault(source.id, source)
            if target is not None:
                nodes.setdefault(target.id, target)
                key = (source.id, target.id, quad_of(one.event) or "")
                edges.setdefault(key, Edge()).count(one)
    return nodes, edges


def _nodes(nodes: dict[str, Party]) -> Iterator[str]:
    yield "    <nodes>\n"
    for code, party in sorted(nodes.items()):
        yield f"      <node id={quoteattr(code)} label={quoteattr(_plain(body_of(party)))}>\n"
        yield _values({"country": party.country})
        yield "      </node>\n"
    yield "    </nodes>\n"


def _edges(edges: dict[Key, Edge]) -> Iterator[str]:
    yield "    <edges>\n"
    for number, ((source, target, quad), edge) in enumerate(sorted(edges.items())):
        ends = f"source={quoteattr(source)} target={quoteattr(target)}"
        days = f"start={quoteattr(edge.first)} end={quoteattr(edge.last)}"
        kind = f"kind={quoteattr(quad)} weight={quoteattr(str(edge.acts))}"
        yield f'      <edge id="{number}" {ends} {kind} {days}>\n'
        yield _values({"quad": quad, "intensity": f"{edge.intensity / edge.acts:.2f}"})
        yield "      </edge>\n"
    yield "    </edges>\n"


def _values(values: dict[str, str | None]) -> str:
    told = (
        f'          <attvalue for="{name}" value={quoteattr(_plain(value))}/>\n'
        for name, value in values.items()
        if value
    )
    return f"        <attvalues>\n{''.join(told)}        </attvalues>\n"


def _plain(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(character for character in text if character.isprintable())
