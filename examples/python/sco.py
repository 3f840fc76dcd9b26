"""The story of the Shanghai Cooperation Organisation's information-security cooperation, as one article tells it.

Then what eighty-eight other sources add, and where they differ. A tutorial: each step asks the history one kind of
question. examples/cpp/sco.cpp and examples/c/sco.c ask the same and print the same. With a second argument it also draws the timeline with its lineages:

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


def belonging(view, day):
    """Who and what exists and belongs on a day; texts existing, adopted and in force apart."""
    print(f"\n3. On {day}")
    show(view.at(day).roster("sco"), "section", "id", "truth", "adopted", "adopted_since", "in_force", "in_force_since")


sco = comity.read_json(sys.argv[1])
article = sco.all().sources("ciis-2021")

print("\n1. What the history holds")
show(article.summary(), "what", "name", "with_subkinds_possible", "possible")

print("\n2. The timeline, 2001 to 2021")
show(article.window("2001", "2021").timeline(), "date", "what", "type", "id")

for day in ("2004-12-31", "2011-09-12", "2017-12-06"):
    belonging(article, day)

print("\n4. What came of the statement of 2006")
show(article.lineage("statement-2006"), "depth", "from", "relation_type", "to", "since_root_min", "since_root_max", "basis")

print("\n5. The United Nations")
for text, type in {"resolution-60-45": "supports", "resolution-62-17": "supports", "code-2011": "updates"}.items():
    for relation in article.into(text, type):
        print(f"  {relation.from_node.id} | {relation.type} | {relation.to_node.id}")
show(article.parties("code-2011", "code-2015", "submitted"), "where", "id", "in_first", "in_other")

print("\n6. The exercises")
show(article.series("exercise"), "date", "name", "gap_min", "gap_max", "places", "participants", "participants_certain",
     "participants_possible", "counted")  # fmt: skip

print("\n7. What is proposed")
show(article.proposals(), "name", "kind", "proposers", "modelled_on", "realised_by")

print("\n8. Quantities; drivers and challenges; positions")
show(article.quantities(), "name", "bound", "number", "unit", "date", "reporters")
show(article.causes(), "from", "effect", "to")
show(article.positions(), "who", "stance", "on", "last_year", "truth")

print("\n9. What the audit finds")
show(article.audit(), "rule", "message", "stated")
show(article.disagreements(), "about", "slot", "how", "value", "stated")

print("\n10. What other sources add: what was new after the article")
every = sco.all()
show(every.window("2021-09-25", "2026").timeline(), "date", "what", "type", "id")
belonging(every, "2025-12-31")
print("\nWhat became of what was proposed")
show(every.proposals(), "name", "modality", "realised_by")
print("\nHow members voted on 62/17, which the article says they all support, and on 73/266")
for call in ("roll-call-62-17", "roll-call-73-266"):
    for relation in every.into(call):
        print(f"  {relation.from_node.id} | {relation.type} | {relation.to_node.id}")
print("\nWhere sources conflict, and where one says more precisely what another says")
show(every.disagreements(), "about", "slot", "how", "value", "stated")
policies = ("none", "most-attested", "newest", "source-kind: article", "hull")
print("\nThe summit of 2020 and its statements, and each policy's answer side by side: " + " | ".join(policies))
show(every.kinds("summit", "statement").window("2020-10-01", "2020-12-01").settlements(*policies), "about", "slot", *policies)

print("\nWho says that the plan of 2007 implements the statement of 2006?")
for relation in every.out("plan-2007", "implements"):
    for statement in relation.statements:
        print(f"  {statement.source.id} | {statement.locator}")

if len(sys.argv) > 2:
    axes = article.timeline().plot()
    axes.figure.savefig(sys.argv[2], bbox_inches="tight")
