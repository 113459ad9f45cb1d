"""Acts as entities, as provenance, as a network, as linked data."""

import io
import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from typing import Any, BinaryIO
from xml.etree import ElementTree as ET

import msgspec
import pytest

from dragoman.publishing.exporting.followthemoney import write_entities
from dragoman.publishing.exporting.linked import write_linked
from dragoman.publishing.exporting.material import Material
from dragoman.publishing.exporting.network import write_network
from dragoman.publishing.exporting.provenance import write_provenance
from dragoman.questions import timeline
from dragoman.record import review
from dragoman.record.merging import merge

SPACE = {"g": "http://gexf.net/1.3"}


def text_of(write: Callable[[Material, BinaryIO], None], material: Material) -> str:
    stream = io.BytesIO()
    write(material, stream)
    return stream.getvalue().decode()


def entities(material: Material) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text_of(write_entities, material).splitlines()]


def test_a_call_between_two_ministers_is_sixteen_entities(facts: Material) -> None:
    found = Counter(entity["schema"] for entity in entities(facts))
    assert found == {
        "Article": 2,
        "PublicBody": 2,
        "Person": 2,
        "Membership": 2,
        "Position": 2,
        "Occupancy": 2,
        "Event": 1,
        "Call": 1,
        "Documentation": 2,
    }


def test_entities_refer_to_what_is_written_before(facts: Material) -> None:
    (call,) = (entity for entity in entities(facts) if entity["schema"] == "Call")
    before = [entity["id"] for entity in entities(facts)]
    caller, receiver = call["properties"]["caller"], call["properties"]["receiver"]
    assert before.index(caller[0]) < before.index(call["id"])
    assert before.index(receiver[0]) < before.index(call["id"])


def test_followthemoney_takes_the_entities_as_they_are(material: Material) -> None:
    model = pytest.importorskip("followthemoney").model
    proxies = {}
    for entity in entities(material):
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        assert all(proxy.has(name) for name in proxy.schema.required)
        proxies[entity["id"]] = proxy
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert proxies[value].schema.is_a(prop.range)


def test_provenance_leads_from_the_act_to_the_reports(material: Material) -> None:
    told = json.loads(text_of(write_provenance, material))
    kinds = Counter(entity["prov:type"] for entity in told["entity"].values())
    assert kinds == {"dragoman:report": 3, "dragoman:event": 3, "dragoman:act": 2}
    derived = {
        (one["prov:generatedEntity"].split("-")[0], one["prov:usedEntity"].split("-")[0])
        for one in told["wasDerivedFrom"].values()
    }
    assert derived == {("dragoman:line", "dragoman:report"), ("dragoman:act", "dragoman:line")}


def test_every_name_in_a_relation_is_declared(material: Material) -> None:
    told = json.loads(text_of(write_provenance, material))
    declared = {**told["entity"], **told["activity"], **told["agent"]}
    relations = ("wasGeneratedBy", "used", "wasDerivedFrom", "wasAssociatedWith")
    named = {name for part in relations for one in told[part].values() for name in one.values()}
    assert {name for name in named if name.startswith("dragoman:")} - set(declared) == set()


def test_provenance_names_who_corrected_a_line(connection: sqlite3.Connection) -> None:
    (rumour,) = (one for one in timeline(connection) if one.event.modality == "rumoured")
    changes = {"modality": "negated"}
    at = "2022-04-01T09:00:00+00:00"
    review.amend(connection, rumour.event.id, changes, by="Ann", reason="denied", at=at)
    merge(connection)
    told = json.loads(text_of(write_provenance, Material(connection=connection)))
    (done,) = (one for one in told["activity"].values() if one["prov:type"] == "dragoman:review")
    assert (done["dragoman:verdict"], done["dragoman:reason"]) == ("amended", "denied")
    assert {"prov:type": "prov:Person", "prov:label": "Ann"} in told["agent"].values()
    assert "prov:Revision" in {one.get("prov:type") for one in told["wasDerivedFrom"].values()}


def test_a_network_weighs_each_dyad(facts: Material) -> None:
    graph = ET.fromstring(text_of(write_network, facts))  # noqa: S314 - our own output
    (edge,) = graph.iterfind(".//g:edge", SPACE)
    assert (edge.get("source"), edge.get("target"), edge.get("weight")) == ("UKR", "TUR", "1")
    assert (edge.get("start"), edge.get("end")) == ("2022-03-13", "2022-03-13")
    assert [node.get("label") for node in graph.iterfind(".//g:node", SPACE)] == [
        "Turkey",
        "Ukraine",
    ]


def test_linked_data_joins_an_act_to_its_articles(facts: Material) -> None:
    told = json.loads(text_of(write_linked, facts))
    assert told["@context"] == "https://schema.org"
    first, second, act = told["@graph"]
    assert act["subjectOf"] == [{"@id": first["@id"]}, {"@id": second["@id"]}]
    assert act["agent"][0]["name"] == "Dmytro Kuleba"
    assert act["agent"][0]["affiliation"]["name"] == "Ukraine"


@pytest.mark.parametrize("write", [write_entities, write_provenance, write_network, write_linked])
def test_nothing_to_write_is_well_formed(
    write: Callable[[Material, BinaryIO], None], connection: sqlite3.Connection
) -> None:
    nothing = msgspec.structs.replace(Material(connection=connection), modalities=("hypothetical",))
    text = text_of(write, nothing)
    if write is write_network:
        assert ET.fromstring(text).find(".//g:edge", SPACE) is None  # noqa: S314 - our own output
    else:
        assert text == "" or not any(json.loads(text).get(part) for part in ("@graph", "entity"))
