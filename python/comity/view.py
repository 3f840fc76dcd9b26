"""What to look at: a history at a day, by a day, in a window, through kinds, types and modalities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from . import _core, _extras, _html
from ._given import raw_of, several
from .analyses import Analyses
from .dates import _TRUTHS, Count, DayLike, Modality, Truth, day_text
from .errors import UnknownIdError
from .facts import Fact, Node, Relation, _node
from .progress import Progress
from .snapshot import Snapshot
from .table import Nodes, Relations, Row, Table

if TYPE_CHECKING:
    import networkx as nx

    from .history import History

__all__ = ["View"]

Names = str | Iterable[str]


def _names(names: Names) -> list[str]:
    return [name.value if isinstance(name, Modality) else name for name in several(names, "a name", str)]


class View(_core.View, Analyses, Mapping[str, Node]):
    """A history as seen: a mapping from ids to the nodes shown, each with how surely it is.

    Cheap to make, copies nothing, keeps its history alive. A fresh one shows what sources *report*, certain and
    possible, at any time. Made by a `History`, or derived from another view.

    Examples
    --------
    >>> import comity
    >>> then = comity.datasets.sco().at("2011-09-12")
    >>> then.kinds("instrument").node_count
    Count(certain=12, possible=16)
    >>> "agreement-2009" in then, "measures-2012" in then
    (True, False)
    """

    __slots__ = ()

    def _seen(self) -> View:
        return self

    # The selectors. Those asked by the million, at, by, types and certain, are the module's own.

    def window(self, first: DayLike, last: DayLike | None = None) -> View:
        """Everything that touches the days from `first` to `last`, or those of one date; ``".."`` is open."""
        if last is None:
            return self._window(day_text(first))
        return self._window(day_text(first), day_text(last))

    def kinds(self, *kinds: str) -> View:
        """Only nodes of these kinds, subkinds included, and relations between them."""
        return self._kinds(kinds)

    def modalities(self, *modalities: Modality | str) -> View:
        """What is stated in these modalities, instead of what is reported."""
        return self._modalities(_names(modalities))

    # Whose word counts, and what is done where words compete.

    def at_any_time(self) -> View:
        """The same without its time selector, so that another may be set."""
        return self._at_any_time()

    def sources(self, *ids: str) -> View:
        """Only what these sources state."""
        return self._sources(list(ids))

    def without_sources(self, *ids: str) -> View:
        """Without what only these sources state."""
        return self._without_sources(list(ids))

    def stated_by(self, day: DayLike) -> View:
        """Only what sources state that are dated by then: what had been written, not what contemporaries knew."""
        return self._stated_by(day_text(day))

    def settled_by(self, policy: str) -> View:
        """Disputed dates, values and existence as a policy decides them; `settlements` sets several side by side.

        Parameters
        ----------
        policy : str
            ``"none"``, ``"newest"``, ``"most-precise"``, ``"most-attested"``, ``"hull"``, or a list of the best
            first: ``"source: a, b"``, ``"source-kind: register, article"``.
        """
        return self._settled_by(policy)

    def ignoring_marks(self) -> View:
        """Let the marks ``?`` and ``~`` keep nothing from being certain."""
        return self._ignoring_marks()

    @property
    def reading(self) -> str:
        """On one line, how the statements are read: which sources count, and which policy decides."""
        return self._reading()

    def only(
        self,
        *,
        kinds: Names | None = None,
        types: Names | None = None,
        modalities: Names | None = None,
        certain: bool = False,
    ) -> View:
        """Several selectors at once.

        Examples
        --------
        >>> import comity
        >>> comity.datasets.sco().all().only(kinds="summit", certain=True)
        <View at any time, kinds summit, certain: 14 nodes, 0 relations>
        """
        view = self
        if kinds is not None:
            view = view._kinds(_names(kinds))
        if types is not None:
            view = view.types(*_names(types))
        if modalities is not None:
            view = view._modalities(_names(modalities))
        return view.certain() if certain else view

    # What is seen.

    @property
    def history(self) -> History:
        """The history that this is a view of."""
        from .history import History

        return History(self._history())

    def nodes(self, kind: str | None = None, *, language: str = "en", progress: Progress | None = None) -> Nodes:
        """The nodes, or those of one kind with its subkinds: a table to iterate over."""
        return Nodes(self, kind, language, progress)

    def relations(self, type: str | None = None, *, progress: Progress | None = None) -> Relations:
        """The relations, or those of one type, ordered by from, type and begin: a table to iterate over."""
        return Relations(self, type, progress)

    def out(self, node: Node | str, type: str | None = None) -> list[Relation]:
        """The relations that go out from `node`, by type and begin."""
        walk = self._walk_out(_node(node), type)
        return [Relation(raw, _TRUTHS[truth], self) for raw, truth in walk]

    def into(self, node: Node | str, type: str | None = None) -> list[Relation]:
        """The relations that come in to `node`, by type and begin."""
        walk = self._walk_in(_node(node), type)
        return [Relation(raw, _TRUTHS[truth], self) for raw, truth in walk]

    def shows(self, fact: Node | Relation | str) -> Truth:
        """Whether the view shows a node (or its id) or a relation: no, possible or certain."""
        if isinstance(fact, Relation):
            return _TRUTHS[self._shows_relation(fact._raw)]
        return _TRUTHS[self._shows_node(_node(fact))]

    def disputed(self, fact: Node | Relation) -> bool:
        """Whether statements about one of its slots contradict each other, as this view reads them.

        What the policy decides is disputed no more, but for values.
        """
        return self._disputed(raw_of(fact, "a node or a relation", Fact))

    def statements(self, *, progress: Progress | None = None) -> Table[Row]:
        """Who states what is seen, and where."""
        return Table(lambda: _core.statements_table(self, progress))

    def attributes(self, *, progress: Progress | None = None) -> Table[Row]:
        """The attribute values of what is seen."""
        return Table(lambda: _core.attributes_table(self, progress))

    def snapshot(self) -> Snapshot:
        """The view made dense for graph algorithms.

        The last few are kept with the history, so that asking again costs next to nothing; see
        `History.forget_snapshots`.
        """
        return Snapshot(_core.snapshot(self))

    def to_networkx(self, *, language: str = "en") -> nx.MultiDiGraph[str]:
        """A `networkx.MultiDiGraph` of what is seen: a copy, with ids as nodes and a relation for each edge.

        Nodes carry kind, name, dates and truth; edges, whose keys are the numbers of the relations, carry type,
        dates, truth and modality.

        Raises
        ------
        ImportError
            If networkx is not installed (``pip install comity[networkx]``).
        """
        graph: nx.MultiDiGraph[str] = _extras.extra("networkx", "networkx").MultiDiGraph(view=self.describe())
        for node in self.nodes():
            graph.add_node(
                node.id, kind=node.kind, name=node.name(language), dates=node.period.text, truth=str(node.truth)
            )
        for relation in self.relations():
            graph.add_edge(
                relation._raw.from_node.id,
                relation._raw.to_node.id,
                key=relation.number,
                type=relation.type,
                dates=relation.period.text,
                truth=str(relation.truth),
                modality=str(relation.modality),
            )
        return graph

    # A mapping from ids to nodes.

    def __getitem__(self, id: str) -> Node:
        raw = self._history().node(id)
        truth = _TRUTHS[self._shows_node(raw)]
        if truth is Truth.NO:
            raise UnknownIdError(f"node {id!r} is there but not seen {self.describe()}")
        return Node(raw, truth, self)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and super().__contains__(id)

    def __iter__(self) -> Iterator[str]:
        return (raw.id for raw, _ in self._walk_nodes())

    def __len__(self) -> int:
        return self.node_count.possible

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def __copy__(self) -> View:
        return self

    def __deepcopy__(self, _: object) -> View:
        return self

    def describe(self) -> str:
        """One line that says what is seen."""
        return self._describe()

    def __repr__(self) -> str:
        return f"<View {self.describe()}: {self.node_count} nodes, {self.relation_count} relations>"

    def _repr_html_(self) -> str:
        nodes = self.nodes()
        shown: list[tuple[Any, ...]] = []
        for node in nodes:
            if len(shown) == 10:
                break
            shown.append((node.id, node.kind, node.name(), node.period, node.truth))
        caption = f"{self.describe()}: {self.node_count} nodes, {self.relation_count} relations"
        return _html.table(caption, ("id", "kind", "name", "dates", "truth"), shown, len(self) - len(shown))


_core.hand_out(View, Count)
