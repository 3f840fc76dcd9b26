"""Four registers of environmental treaties as four sources of one history.

What each row became, where the registers contradict each other, how much rests on one of them, and how an answer
changes without it; the trade agreements of two more registers follow. The files are no part of the repository
(globalgov/manytreaties and manyenviron, CC BY 4.0; they hold the databases of IEADB, GGO, ECOLEX, TFDD, DESTA and
GPTAD). examples/cpp/treaties.cpp does the same. It ends in one picture:

    python treaties.py FOLDER [PICTURE.svg]        FOLDER has environment-treaties/ and trade-agreements/
"""

import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import comity

# source, title, file, and the columns of signature, ratification, entry into force and end
ENVIRONMENT = [
    ("ieadb", "IEA Database", "parties_IEADB.csv.gz", "stateSignature", "Rat", "Force", ""),
    ("ggo", "Geneva Institute", "parties_GGO.csv.gz", "StateSignature", "StateRatification", "StateForce", "StateEnd"),
    ("ecolex", "ECOLEX", "parties_ECOLEX.csv.gz", "stateSignature", "Rat", "Force", "End"),
    ("tfdd", "Freshwater Dispute Database", "parties_TFDD.csv", "Signature", "", "", ""),
]
TRADE = [
    ("desta", "Design of Trade Agreements", "parties_DESTA.csv", "Signature", "", "Force", ""),
    ("gptad", "Global Preferential Trade Agreements", "parties_GPTAD.csv", "Signature", "", "Force", ""),
]
DAY, TREATY = "1995-01-01", "treaty:CBD_1992A"


def register(folder, source, title, file, signature, ratification, force, end):
    """One list of parties: a row says what one state did about one treaty."""
    r = comity.Register(folder / file, source, title=title, lenient=True)
    r.nodes("stateID", "state", prefix="state:")
    r.nodes("treatyID", "treaty", prefix="treaty:", names="Title", called="alias")
    if signature:
        r.relation("signed", "stateID", "treatyID", on=signature)
    if ratification:
        r.relation("ratified", "stateID", "treatyID", on=ratification)
    if force:
        r.relation("party-to", "stateID", "treatyID", begin=force, end=end)
    return r


def disagreements(history):
    """How often each pair of sources gives different dates for the same action; refinements apart."""
    counts, treaties = Counter(), Counter()
    found = {}
    for row in history.disagreements():
        found.setdefault(row.disagreement, []).append(row)
    for rows in found.values():
        first = rows[0]
        what = first.slot
        words = first.about.split()
        if what == "begin":
            what = "force" if "party-to" in words else "signed" if "signed" in words else "ratified"
        how = "refined" if first.how == "refinement" else "disputed"
        sources = [set(str(row.sources).split(", ")) for row in rows]
        pairs = {tuple(sorted((a, b))) for x, y in combinations(sources, 2) for a in x for b in y if a != b}
        for pair in pairs or {tuple(sorted(sources[0]))}:
            counts[what, pair, how] += 1
        if how == "disputed" and len(words) >= 3:
            treaties[words[-1]] += 1
    return counts, treaties


def standing(view, day):
    """For how many states the treaty was in force, and how many had ratified: certain and possible."""

    def states(rows):
        rows = list(rows)
        certain = {r.from_node.id for r in rows if r.truth is comity.Truth.CERTAIN}
        return len(certain), len({r.from_node.id for r in rows})

    return states(view.at(day).into(TREATY, "party-to")), states(view.by(day).into(TREATY, "ratified"))


def tell(folder, lists, treaty):
    h, report = comity.read_registers([register(folder, *columns) for columns in lists], all_or_nothing=False)
    print("\n== what became of the rows\n", report.counts(), sep="")
    print(report.lenient(), report.rejected(), sep="\n\n")
    print(repr(h))
    counts, treaties = disagreements(h)
    print("\n== where the sources disagree")
    for (what, pair, how), n in sorted(counts.items()):
        print(f"{n:8,}  {how:9} {what:10} {' and '.join(pair)}")
    facts = [row for row in h.supports() if row.type in ("signed", "ratified", "party-to")]
    single = sum(row.source_count == 1 for row in facts)
    print(f"\n== {single:,} of {len(facts):,} facts of a state, a treaty and an action rest on one source")
    print("\n== the ten treaties with the most disputed record")
    for name, n in treaties.most_common(10):
        print(f"{n:8,}  {name}")
    print("\n== dates a century or more from all others of their source")
    for row in h.audit():
        if row.rule == "far-off":
            print(row.message)
    if treaty:
        print(f"\n== {treaty} on {DAY}: certain to possible, in force and ratified")
        for name, view in [("all", h.all())] + [(s.id, h.all().without_sources(s.id)) for s in h.sources()]:
            print(f"{name if name == 'all' else 'without ' + name:16} {standing(view, DAY)}")
    return h, counts


def draw(counts, path):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    disputed = {(what, pair): n for (what, pair, how), n in counts.items() if how == "disputed"}
    pairs = sorted({pair for _, pair in disputed})
    figure, axes = plt.subplots(figsize=(9, 4.5), layout="constrained")
    left = [0] * len(pairs)
    for what in ("signed", "ratified", "force", "end"):
        numbers = [disputed.get((what, pair), 0) for pair in pairs]
        axes.barh([" and ".join(pair) for pair in pairs], numbers, left=left, label=what)
        left = [a + b for a, b in zip(left, numbers)]
    axes.set_xlabel("dates in dispute between two registers")
    axes.set_title("Where registers of environmental treaties contradict each other")
    axes.legend(frameon=False)
    figure.savefig(path)
    print(f"\nThe picture: {path}")


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    if not (folder / "environment-treaties").is_dir():
        print(f"No treaty lists in '{folder}'; name the folder that has environment-treaties/.")
        return
    _, counts = tell(folder / "environment-treaties", ENVIRONMENT, TREATY)
    tell(folder / "trade-agreements", TRADE, "")
    draw(counts, sys.argv[2] if len(sys.argv) > 2 else "treaties.svg")


if __name__ == "__main__":
    main()
