"""What the record of the SCO's information-security cooperation shows that no reader of one article could see.

An essay to run, cell by cell in an editor that knows ``# %%``, or whole:

    python record.py [FOLDER FOR PICTURES]

Every line is computed from the record. Behind each stand statements with source and place: the last cell asks for
them.
"""

# %%
import sys
from collections import Counter

import comity

sco = comity.datasets.sco()
every = sco.all()
article = every.sources("ciis-2021")
states = ["china", "russia", "kazakhstan", "kyrgyzstan", "tajikistan", "uzbekistan", "india", "pakistan", "iran", "belarus"]


def title(text):
    print(f"\n{text}\n{'-' * len(text)}")


def lag(row):
    """Days after the root, as [min, max]; a bound that nobody knows is a dash."""
    days = (row.since_root_min, row.since_root_max)
    return "[{}, {}]".format(*("-" if d is None or d != d else int(d) for d in days))


print(sco, "searched until", sco.notes["searched-until"][:7])

# %% 1. Where sources conflict. Refinements, where one says more precisely what another says, are no conflict; and
# differences of wording are apart from differences of fact.
title("1. Disagreements")
wordings = {"name", "manner", "sense"}
conflicts = [row for row in every.disagreements() if row.how != "refinement"]
for heading, wanted in (("of fact", False), ("of wording", True)):
    print(heading)
    for row in conflicts:
        if (row.slot in wordings) == wanted:
            print(f"  {row.about} | {row.slot} | {row.value} | {row.stated}")

policies = ["none", "most-attested", "newest", "most-precise", "source-kind: official-text, official-news", "hull"]
print("what each policy answers, of dates")
dated = [row.about for row in conflicts if row.slot == "begin"]
for policy in policies:
    dates = {row.id: row.date for row in every.settled_by(policy).timeline() if row.what in ("began", "happened")}
    print(f"  {policy}")
    for node in dict.fromkeys(dated):
        print(f"    {node}: {dates.get(node, '-')}")

# %% 2. The article says that members unanimously support 60/45 and 62/17 and hold five positions. How did they vote,
# then and later? Being absent is not abstaining; a dot before a letter: not yet a member on the day.
title("2. Claimed consensus against the roll calls")
letters = {"voted-for": "Y", "voted-against": "N", "abstained-on": "A", "absent-from": "-"}
print(f"  {'':18}" + " ".join(f"{s[:5]:>5}" for s in states))
alike = Counter()
for call in every.nodes("roll-call"):
    day = str(call.period)
    members = set(every.at(day).members("sco").to_dict()["id"])
    votes = {r.from_node.id: letters[r.type] for r in every.into(call.id) if r.type in letters}
    cells = [("" if s in members else ".") + votes[s] for s in states]
    print(f"  {day} {call.id[10:]:7}" + " ".join(f"{c:>5}" for c in cells))
    cast = {votes[s] for s in members if s in votes} - {"-"}
    alike["before 2017-06-09" if day < "2017-06-09" else "after", len(cast) == 1] += 1
claims = [r for r in every.relations("supports") if r.from_node.id == "sco-members" and r.to_node.is_a("resolution")]
for claim in claims:
    call = claim.to_node.id.replace("resolution", "roll-call")
    missing = [r.from_node.id for r in every.into(call, "absent-from")]
    print(f"  {claim.to_node.id}: all members support it ({claim.statements[0].locator}); absent: {', '.join(missing) or 'none'}")
professed = [r.to_node.id for r in every.relations("holds") if r.from_node.id == "sco-members"]
print(f"  positions that all are said to hold: {', '.join(sorted(professed))}")

# %% 3. From consensus to action: of each commitment the first text, body and deed that the record links to it. The
# article's own verdict is that form outweighs substance.
title("3. From consensus to action")
first_of = {"instrument": "text", "actor": "body", "event": "deed"}
for day in ("2021-09-24", "2026-06-30"):
    print(f"by {day}, looking in {every.by(day).lineage('statement-2006').notes['searched'].split('; ')[-1]}")
    for commitment in every.nodes("commitment"):
        found = {}
        then = every.by(day)
        for row in then.lineage(commitment.id) if commitment.id in then else []:
            root = next((r for r in first_of if sco.schema.is_a(row.kind, r)), None)
            if root and row.relation_type in ("fulfils", "implements", "meeting-of", "provides-for"):
                known = row.since_root_max if row.since_root_max is not None else float("inf")
                if root not in found or known < found[root][0]:
                    found[root] = (known, f"{first_of[root]} {row.to} {lag(row)} {'inferred' if row.way_inferred else 'stated'}")
        text = "; ".join(text for _, text in found.values())
        print(f"  {commitment.id}: {text or 'none found'}")

# %% 4. What became of each proposal of 2021. "None found" says no more than that: in these sources, until this day.
title("4. The fate of each proposal")
ahead = every.modalities("reported", "planned", "proposed")
for row in every.proposals():
    stage = "none found"
    behind = [r.from_node.id for r in ahead.into(row.id, "proposes") if r.from_node.is_a("proposal")]
    later = [r for name in [row.id, *behind] for r in ahead.into(name) if "ciis-2021" not in {s.source.id for s in r.statements}]
    later = [r for r in later if r.type not in ("fulfils", "implements")]
    if later:
        stage = "echoed: " + "; ".join(f"{r.from_node.id} {r.type} {r.to_node.id}" for r in later)
    if row.realised_by:
        deed = sco[row.realised_by.split("; ")[0].split(" ")[0]]
        reached = "happened" if deed.is_a("event") else "established" if deed.is_a("actor") else "agreed"
        stage = f"{reached}: {row.realised_by}"
    if row.modality == "planned":
        stage = "announced, or agreed and not yet seen"
    print(f"  {row.id} | {stage}")

# %% 5. What changed when members joined.
title("5. Enlargement")
for day in ("2016-06-30", "2017-06-09", "2021-09-24", "2023-07-04", "2024-07-04"):
    rows = list(every.at(day).members("sco"))
    sure = sum(row.truth == "certain" for row in rows)
    print(f"  members on {day}: [{sure}, {len(rows)}]")
for code in ("code-2011", "code-2015"):
    submitters = [r.from_node.id for r in every.into(code, "submitted") if r.from_node.is_a("state")]
    sponsors = [r.from_node.id for r in every.into(code, "sponsored")]
    print(f"  {code}: submitted by {', '.join(submitters)}" + (f"; later joined by {', '.join(sponsors)}" if sponsors else ""))
for row in every.series("cyber-exercise"):
    print(f"  exercise {row.date}: {row.places}")
signed = [r.from_node.id for r in every.into("un-convention-cybercrime", "signed") if r.from_node.is_a("state")]
print(f"  signed the UN convention against cybercrime: {', '.join(signed)}; of others nothing was read, but India had not by 2025-10-29")
for (when, same), n in sorted(alike.items(), reverse=True):
    print(f"  roll calls {when} in which all members who voted {'voted alike' if same else 'did not vote alike'}: {n}")

# %% 6. Every "first" that the article claims, held against the record. That nothing precedes is no proof.
title("6. Firsts")
contested = {}
for row in every.audit():
    if row.rule in ("claimed-first", "claimed-new"):
        contested.setdefault(row.subjects.split(";")[0], row.message)
for node in every.nodes():
    for claim in node.attributes:
        if claim.name == "claimed-first":
            print(f"  {node.id}: {claim.value}\n    {contested.get(node.id, 'nothing earlier found in the record')}")
for subject, message in contested.items():
    if subject not in every or sco[subject].is_a("claim"):
        print(f"  {message}")

# %% 7. Three days side by side.
title("7. Days side by side")
for before, after in (("2005-12-31", "2015-12-31"), ("2015-12-31", "2025-12-31")):
    changes = list(sco.diff(before, after))
    tally = Counter((row.change, row.what) for row in changes)
    print(f"  {before} to {after}: " + ", ".join(f"{n} {what}s {change}" for (change, what), n in sorted(tally.items())))
    for row in changes:
        if row.what == "node" and row.change in ("appeared", "gone") and not sco[row.id].is_a("assessment"):
            print(f"    {row.change} | {row.type} | {row.id} | {row.before} > {row.after}")

# %% 8. Names in four scripts and in short.
title("8. Names")
for name in ("上海合作組織", "上海合作组织", "Шанхайская организация сотрудничества", "Shanghai Cooperation Organisation", "ШОС", "SCO", "РАТС", "厦门"):
    print(f"  {name}: {', '.join(node.id for node in sco.find(name)[:3])}")

# %% Who doubts a line asks for what stands behind it.
title("Who says so?")
said = [(s.source.id, s.locator, s.source.uri or s.source.publisher) for s in sco["summit-2020-moscow"].statements]
for line in dict.fromkeys(said):
    print("  " + " | ".join(line))

# %% And the pictures, in English, and in Chinese where a font has its letters.
if len(sys.argv) > 1:
    from matplotlib import font_manager, rcParams

    chinese = [f.name for f in font_manager.fontManager.ttflist if any(w in f.name for w in ("CJK", "Hei", "WenQuanYi", "PingFang"))]
    rcParams["font.sans-serif"] = [*dict.fromkeys(chinese), *rcParams["font.sans-serif"]]
    if not chinese:
        print("  no font with Chinese letters was found: pictures in English only")
    for language in ("en", "zh-Hans") if chinese else ("en",):
        pictures = {"lineage": every.lineage("statement-2006", language=language), "timeline": every.timeline(language=language)}
        for name, table in pictures.items():
            table.plot(language=language).figure.savefig(f"{sys.argv[1]}/{name}-{language}.svg", bbox_inches="tight")
