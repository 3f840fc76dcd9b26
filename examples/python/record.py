"""What the record of the SCO's information-security cooperation shows that no reader of one article could see.

An essay to run, cell by cell in an editor that knows ``# %%``, or whole; examples/cpp/record.cpp and
examples/c/record.c ask the same and print the same. With a folder it also draws its pictures, in English and, where
a font has the letters, in Chinese:

    python record.py FILE.json [FOLDER FOR PICTURES]

Every line is computed from the record. Behind each stand statements with source and place: the last cell asks for
them.
"""

# %%
import sys

import comity

sco = comity.read_json(sys.argv[1])
every = sco.all()


def cell(value):
    """One cell as the other two languages print it."""
    if value is None or value == "" or value != value:
        return "-"
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def show(table, *columns, only=("", ""), but=("", "")):
    """Some columns of the rows whose cell in a column is one of |some|words|, or is none of them."""
    values = table.to_dict()
    for i in range(len(values[columns[0]])):
        row = {name: cell(column[i]) for name, column in values.items()}
        kept = f"|{row.get(only[0], '')}|" in only[1] if only[0] else True
        if kept and f"|{row.get(but[0], '')}|" not in but[1]:
            print("  " + " | ".join(row[name] for name in columns))


def title(text):
    print(f"\n{text}")


print("Searched until:", sco.notes["searched-until"])

# %% Refinements, where one source says more precisely what another says, are no conflict; and differences of wording
# stand apart from differences of fact.
wordings = "|name|manner|sense|"
conflicts = every.disagreements()
title("1. Where sources conflict: in dates, in other values, and in words alone")
show(conflicts, "about", "slot", "value", "stated", only=("how", "|time-disjoint|polarity|constraint|"))
show(conflicts, "about", "slot", "value", "stated", only=("how", "|value|"), but=("slot", wordings))
title("   In words alone")
show(conflicts, "about", "slot", "value", "stated", only=("slot", wordings), but=("how", "|refinement|"))
official = "source-kind: official-text, communique, treaty-text, official-news"
policies = ("none", "most-attested", "newest", "most-precise", official, "hull")
answers = every.settlements(*policies)
title("   Each policy's answer side by side: " + " | ".join(policies))
show(answers, "about", "slot", *policies, but=("slot", "|name|sense|"))
title("   Of names and of what a thing amounts to the answers of two that choose: newest | " + official)
show(answers, "about", "slot", "newest", official, only=("slot", "|name|sense|"))

# %% The article says that members unanimously support 60/45 and 62/17 and hold five positions. How did they vote, then
# and later? Being absent is not abstaining, and neither is not yet being a member.
title("2. Claimed consensus: the resolutions that all members are said to support, and how they voted on them")
professed = every.professions()
show(professed, "on", "who", "stance", "said", "ballot", "member", "stated", only=("bears", "|itself|"))
title("   On the same line, whoever did not vote yes")
show(professed, "on", "vote", "who", "ballot", "member", only=("bears", "|line|"), but=("ballot", "|yes|"))
title("   The positions that all members are said to hold")
show(every.positions(), "stance", "on", "date", "stated", only=("who", "|sco-members|"))
title("   All roll calls: members (certain, possible), yes, no, abstained, absent (possible), and whether all voted alike")
show(every.cohesion("sco"), "date", "on", "members_certain", "members_possible", "yes_possible", "no_possible",
     "abstained_possible", "absent_possible", "alike")  # fmt: skip
title("   Whoever did not vote yes, members or not yet")
show(every.ballots("sco"), "date", "on", "who", "ballot", "member", "stated", but=("ballot", "|yes|"))

# %% The article's own verdict is that form outweighs substance. Of each commitment the first text, body and deed that
# came of it, with the days between as [min, max]. None found says no more than that.
for day in ("2021-09-24", "2026-06-30"):
    title(f"3. From consensus to action, under the article's verdict of form over substance: what had come of it by {day}")
    followed = every.by(day).follow_through()
    show(followed, "commitment", "what", "first", "since_min", "since_max", "basis")
    print("  searched:", followed.notes["searched"])

# %% What became of what was proposed: by what sources state, and by what the data's author judges to fulfil it.
title("4. The fate of each proposal: how far it came, how far by what is stated alone, and the signs of it")
fates = every.fates()
show(fates, "id", "reached", "reached_stated", "signs")
print("  searched:", fates.notes["searched"])

# %% Who came, who went, and what they did together before and after.
title("5. Enlargement: who joined, and in what standing (certain up to the latest source that shows it, possible after)")
standings = "|member-of|observer-of|partner-of|candidate-for|"
for before, after in (("2016-12-31", "2017-12-31"), ("2022-12-31", "2023-12-31"), ("2023-12-31", "2024-12-31")):
    print(f"  from {before} to {after}")
    show(every.diff(before, after), "change", "id", "before", "after", only=("type", standings), but=("change", "|truth|"))
title("   Who handed in the code of conduct of 2011, and that of 2015")
show(every.parties("code-2011", "code-2015", "submitted"), "where", "id", "in_first", "in_other")
title("   Who sponsored the code of 2011 or that of 2015, beside those who handed it in")
show(every.parties("code-2011", "code-2015", "sponsored"), "where", "id", "in_first", "in_other")
title("   Who took part in the exercise of 2015, and in that of 2017")
show(every.parties("exercise-xiamen-2015", "exercise-xiamen-2017", "participated-in"), "where", "id", "in_first", "in_other")
title("   Where the exercises were held, and by how many")
show(every.series("cyber-exercise"), "date", "event", "places", "hosts", "participants_certain", "counted")
title("   Where the summits were held")
show(every.series("summit"), "date", "event", "places")
title("   Voting together: members (certain, possible) on the day, and whether all voted alike")
show(every.cohesion("sco"), "date", "on", "members_certain", "members_possible", "alike")
title("   How those who joined voted, before and since")
show(every.ballots("sco"), "who", "date", "on", "ballot", "member", only=("who", "|india|pakistan|iran|belarus|"))
title("   Who signed the agreement of 2009, and the United Nations convention against cybercrime")
show(every.parties("agreement-2009", "un-convention-cybercrime", "signed"), "where", "id", "in_first", "in_other")

# %% That nothing precedes is no proof; that something does, disproves no claim that means something narrower.
title("6. Firsts: what the article calls the first or new, and what the record has before it")
show(every.firsts(), "claim", "words", "preceded", "earlier", "earlier_date", "truth")

# %% What a source calls lasting is certain up to the day of that source and possible after: so the latest facts are.
things = every.kinds("actor", "instrument", "event", "commitment").types("member-of")
for before, after in (("2005-12-31", "2015-12-31"), ("2015-12-31", "2025-12-31")):
    title(f"7. Two days side by side: new on {after}, or gone since {before}")
    changes = things.diff(before, after)
    show(changes, "change", "type", "id", "before", "after", only=("change", "|appeared|gone|"))
    title("   Values that are new, gone or less sure")
    show(changes, "id", "slot", "value", "before", "after", only=("change", "|value|"))

# %%
title("8. Names in four scripts, and in short")
for name in ("上海合作組織", "上海合作组织", "Шанхайская организация сотрудничества", "上合組織", "上合组织", "ШОС", "SCO", "РАТС", "国际信息安全", "厦门"):
    print(f"  {name}: {'; '.join(node.id for node in sco.find(name)[:3])}")

# %% Who doubts a line asks for what stands behind it.
title("Who says that the Universal Centre is agreed on?")
row = next(i for i, fate in enumerate(fates) if fate.id == "universal-centre")
show(every.evidence(fates, row), "about", "source", "locator", "slots", "modality")

# %% And the pictures.
if len(sys.argv) > 2:
    from pathlib import Path

    for language in ("en", "zh-Hans"):
        pictures = {
            "timeline": every.timeline(language=language),
            "lineage": every.lineage("statement-2006", language=language),
        }
        for name, table in pictures.items():
            figure = table.plot(language=language).figure
            figure.savefig(Path(sys.argv[2]) / f"{name}-{language}.svg", bbox_inches="tight")
