"""The schema of the graph, declared once; constraints, indexes and the text that users read are rendered from here.

Only what both servers support: uniqueness and range indexes on nodes and relationships. Properties are those of the records in
graph/model.py, so that a field has one spelling everywhere.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec import Struct

from graph import model

VERSION = 1
"""Of the stored layout; stands on every Load."""


class Property(Struct, frozen=True):
    """A property and its Cypher type; a value that is unknown is absent."""

    name: str
    type: str


class Label(Struct, frozen=True, kw_only=True):
    """A kind of node: `key` is unique, `indexes` are looked up."""

    name: str
    key: str
    properties: tuple[Property, ...]
    indexes: tuple[str, ...] = ()
    meaning: str = ""


class Edge(Struct, frozen=True, kw_only=True):
    """A kind of relationship from `start` to `end`; `key`, where there is one, is unique.

    `apart` names what tells several edges between the same two nodes from each other.
    """

    type: str
    start: str
    end: str
    properties: tuple[Property, ...] = ()
    key: str = ""
    apart: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    meaning: str = ""


def _cypher_type(annotation: object) -> str:
    inner = [part for part in typing.get_args(annotation) if part is not type(None)]
    if isinstance(annotation, types.UnionType):
        return _cypher_type(inner[0])
    if typing.get_origin(annotation) is tuple:
        return "LIST OF STRING"
    if typing.get_origin(annotation) is typing.Literal:
        return "STRING"
    return {str: "STRING", int: "INTEGER", bool: "BOOLEAN", date: "DATE"}[typing.cast(type, annotation)]


def _of(record: type[Struct], *, without: Iterable[str] = (), only: Iterable[str] = ()) -> tuple[Property, ...]:
    """The fields of a record as properties, in its order."""
    left_out, kept = set(without), set(only)
    return tuple(
        Property(field.encode_name, _cypher_type(field.type))
        for field in msgspec.structs.fields(record)
        if field.encode_name not in left_out and (not kept or field.encode_name in kept)
    )


def _more(type_: str, *names: str) -> tuple[Property, ...]:
    return tuple(Property(name, type_) for name in names)


ACT_STATEMENT: tuple[str, ...] = (
    *("seq", "clause_no", "ethnicity", "qualifier", "decided", "issued_date", "not_before", "not_after"),
    *("target", "previous", "clause", "start", "end"),
)
"""What may differ between two printings of one act: stands on PRINTED_IN."""

LABELS: tuple[Label, ...] = (
    Label(
        name="Source",
        key="source_id",
        properties=(*_of(model.Source), *_more("LIST OF STRING", "paths"), *_more("BOOLEAN", "copied"), *_more("STRING", "digest")),
        indexes=("path", "copied"),
        meaning="a file that was read; paths lists where its bytes were found, digest is of all that was read from it",
    ),
    Label(
        name="Notice",
        key="notice_id",
        properties=(
            *_of(model.Notice, without=("start", "end")),
            *_more("STRING", "series", "series_key"),
            *_more("INTEGER", "year", "number"),
        ),
        indexes=("doc_number", "series_key", "issuer", "issued_date"),
        meaning="one official document; its bounds are narrowed by its neighbours in the series",
    ),
    Label(
        name="Act",
        key="act_id",
        properties=(*_of(model.Act, without=("clause", "start", "end")), *_more("STRING", "block")),
        indexes=("block", "notice_id", "person"),
        meaning="what one clause does to one person and one post, as written",
    ),
    Label(
        name="Issue",
        key="issue_id",
        properties=_of(model.Issue),
        indexes=("source_id", "notice_id", "kind", "scope"),
        meaning="something not understood, or that does not add up, with its place",
    ),
    Label(
        name="Judgement",
        key="judgement_id",
        properties=_of(model.Judgement),
        indexes=("left", "right"),
        meaning="a person's decision on a proposal",
    ),
    Label(
        name="Load",
        key="load_id",
        properties=(
            *_more("STRING", "load_id", "kind", "state", "started_at", "finished_at"),
            *_more("INTEGER", "version", "sources_new", "sources_changed", "sources_unchanged", "sources_removed"),
            *_more("INTEGER", "notices", "acts_added", "acts_removed", "issues"),
        ),
        indexes=("state",),
        meaning="one run of load, unload or rebuild; state is writing, deriving or done",
    ),
    Label(
        name="Pending",
        key="pending_id",
        properties=(*_more("STRING", "pending_id", "kind"), *_more("LIST OF STRING", "keys")),
        meaning="what is still to be derived; none while no load is under way",
    ),
    Label(
        name="Lock",
        key="name",
        properties=_more("STRING", "name", "holder", "token", "asked", "expires_at"),
        meaning="who writes just now (Neo4j; the local graph locks a file)",
    ),
    Label(
        name="Person",
        key="person_id",
        properties=_of(model.Person),
        indexes=("name", "block"),
        meaning="derived, like all below",
    ),
    Label(
        name="Organization",
        key="organization_id",
        properties=_of(model.Organization),
        indexes=("name", "place", "parent_id"),
        meaning="a body, by its canonical full name",
    ),
    Label(
        name="Post",
        key="post_id",
        properties=_of(model.Post),
        indexes=("organization_id", "title"),
        meaning="a title in one organization",
    ),
    Label(
        name="Vacancy",
        key="vacancy_id",
        properties=_of(model.Vacancy),
        indexes=("post_id", "left_tenure_id", "filled_tenure_id", "kind"),
        meaning="an interval in which a seat is empty; of length zero where a seat changed hands",
    ),
)

EDGES: tuple[Edge, ...] = (
    Edge(
        type="PRINTED_IN",
        start="Act",
        end="Notice",
        properties=(*_more("STRING", "source_id"), *_of(model.Act, only=ACT_STATEMENT)),
        apart=("source_id",),
        meaning="the sentence, one for each source that prints it",
    ),
    Edge(type="FOUND_IN", start="Notice", end="Source", properties=_of(model.Notice, without=("notice_id",))),
    Edge(type="ISSUED_BY", start="Notice", end="Organization"),
    Edge(type="RAISED_IN", start="Issue", end="Source"),
    Edge(type="CONCERNS", start="Act", end="Person"),
    Edge(type="ABOUT", start="Act", end="Post"),
    Edge(
        type="HELD",
        start="Person",
        end="Post",
        key="tenure_id",
        apart=("tenure_id",),
        properties=_of(model.Tenure),
        indexes=("start_date", "end_date"),
        meaning="a tenure, [start, end)",
    ),
    Edge(
        type="RANKED",
        start="Person",
        end="Organization",
        key="rank_id",
        apart=("rank_id",),
        properties=_of(model.RankSpell),
    ),
    Edge(type="IN_ORG", start="Post", end="Organization"),
    Edge(type="PART_OF", start="Organization", end="Organization"),
    Edge(
        type="SUCCEEDED_BY",
        start="Organization",
        end="Organization",
        properties=_of(model.Lineage),
        apart=("kind",),
        indexes=("predecessor_id",),
        meaning="from the predecessor to the successor",
    ),
    Edge(type="OF", start="Vacancy", end="Post"),
    Edge(
        type="LED_TO",
        start="Vacancy",
        end="Vacancy",
        properties=_of(model.VacancyLink),
        apart=("person_id",),
        indexes=("person_id",),
        meaning="who filled the first left the post of the second in the same move",
    ),
    Edge(
        type="FOLLOWED",
        start="Person",
        end="Person",
        properties=_of(model.Succession),
        apart=("tenure_id", "predecessor_tenure_id"),
        indexes=("post_id",),
        meaning="from the successor to who held the post before",
    ),
)


class Rule(Struct, frozen=True):
    """A constraint or an index on one property."""

    kind: typing.Literal["constraint", "index"]
    entity: typing.Literal["NODE", "RELATIONSHIP"]
    on: str
    field: str

    @property
    def name(self) -> str:
        return f"{self.on.lower()}_{self.field}"

    @property
    def statement(self) -> str:
        """Cypher that both servers take; it does nothing where the rule is there."""
        pattern = f"(x:{self.on})" if self.entity == "NODE" else f"()-[x:{self.on}]-()"
        if self.kind == "constraint":
            return f"CREATE CONSTRAINT {self.name} IF NOT EXISTS FOR {pattern} REQUIRE x.{self.field} IS UNIQUE"
        return f"CREATE INDEX {self.name} IF NOT EXISTS FOR {pattern} ON (x.{self.field})"


def rules() -> list[Rule]:
    """All constraints, then all indexes."""
    unique = [Rule("constraint", "NODE", label.name, label.key) for label in LABELS]
    unique += [Rule("constraint", "RELATIONSHIP", edge.type, edge.key) for edge in EDGES if edge.key]
    looked_up = [Rule("index", "NODE", label.name, name) for label in LABELS for name in label.indexes]
    looked_up += [Rule("index", "RELATIONSHIP", edge.type, name) for edge in EDGES for name in edge.indexes]
    return unique + looked_up


def statements() -> list[str]:
    """The Cypher that sets the schema up."""
    return [rule.statement for rule in rules()]


def schema_text() -> str:
    """The schema for people: labels, relationships, their properties, what is unique (*) and what is indexed (+)."""
    lines: list[str] = []
    for label in LABELS:
        lines.append(f"(:{label.name})" + (f"  {label.meaning}" if label.meaning else ""))
        lines += _property_lines(label.properties, label.key, label.indexes)
    for edge in EDGES:
        lines.append(f"(:{edge.start})-[:{edge.type}]->(:{edge.end})" + (f"  {edge.meaning}" if edge.meaning else ""))
        lines += _property_lines(edge.properties, edge.key, edge.indexes)
    return "\n".join(lines) + "\n"


def _property_lines(properties: Iterable[Property], key: str, indexes: tuple[str, ...]) -> list[str]:
    def mark(name: str) -> str:
        return "*" if name == key else "+" if name in indexes else " "

    return [f"  {mark(p.name)} {p.name}: {p.type}" for p in properties]
