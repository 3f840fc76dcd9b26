"""The story of the Shanghai Cooperation Organisation's information-security cooperation, as one article tells it.

A tutorial: each step asks the history one kind of question. examples/cpp/sco.cpp and examples/c/sco.c ask the same
and print the same. With a second argument it also draws the timeline with its lineages:

    python sco.py FILE.json [PICTURE.svg]
"""

import sys

import comity


def cell(value):
    """One cell as the other two languages print it."""
    if value is None or value == "" or value != value:
        return "-"
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def show(table, *columns):
    """Every listing and every analysis is a table: named, typed columns. Print some of them."""
    values = table.to_dict()
    for row in zip(*(values[name] for name in columns)):
        print("  " + " | ".join(cell(value) for value in row))


sco = comity.read_json(sys.argv[1])
every = sco.all()

print("\n1. What the history holds")
show(every.summary(), "what", "name", "with_subkinds_possible", "possible")

print("\n2. The timeline, 2001 to 2021")
show(sco.window("2001", "2021").timeline(), "date", "what", "type", "id")

for day in ("2004-12-31", "2011-09-12", "2017-12-06"):
    print(f"\n3. On {day}")
    show(sco.at(day).roster("sco"), "section", "id", "truth", "adopted", "adopted_since", "in_force", "in_force_since")

print("\n4. What came of the statement of 2006")
show(every.lineage("statement-2006"), "depth", "from", "relation_type", "to", "since_root_min", "since_root_max", "basis")

print("\n5. The United Nations")
united_nations = {"resolution-60-45": "supports", "resolution-62-17": "supports", "code-2011": "submitted", "code-2015": "submitted"}
for text, type in [*united_nations.items(), ("code-2011", "updates")]:
    for relation in every.into(text, type):
        print(f"  {relation.from_node.id} | {relation.type} | {relation.to_node.id} | {relation.period.text or '-'}")

print("\n6. The exercises")
show(every.series("exercise"), "date", "name", "gap_min", "gap_max", "places", "participants", "participants_certain",
     "participants_possible", "counted")  # fmt: skip

print("\n7. What is proposed")
show(every.proposals(), "name", "kind", "proposers", "modelled_on", "realised_by")

print("\n8. Quantities; drivers and challenges; positions")
show(every.quantities(), "name", "bound", "number", "unit", "date", "reporters")
show(every.causes(), "from", "effect", "to")
show(every.positions(), "who", "stance", "on", "first_year", "last_year", "truth")

print("\n9. What the audit finds")
show(every.audit(), "rule", "message", "stated")
show(every.disagreements(), "about", "slot", "how", "value", "stated")

print("\nWho says that the plan of 2007 implements the statement of 2006?")
for relation in every.out("plan-2007", "implements"):
    for statement in relation.statements:
        print(f"  {statement.source.id} | {statement.locator}")

if len(sys.argv) > 2:
    axes = every.timeline().plot()
    axes.figure.savefig(sys.argv[2], bbox_inches="tight")
