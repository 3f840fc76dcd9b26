"""Holds the published JSON Schema of the history file against the data, the fuzzer's seeds and a list of mistakes.

Exit code 77 and a line "skipped: ..." if the package jsonschema is missing.
"""

import copy
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: needs the Python package jsonschema, 4 or later")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "data" / "comity-history.schema.json"

GOOD = {
    "format": "comity-history",
    "version": 1,
    "sources": [{"id": "s", "coverage": [{"relation-type": "member-of", "until": "2021"}]}],
    "nodes": [{"id": "a", "kind": "x:own-kind", "on": "2006", "stated": {"source": "s"}}],
    "relations": [{"type": "member-of", "from": "a", "to": "a"}],
}

# What no file may say: where it is put, and what.
BAD = [
    ((), "version", 2),
    ((), "noeds", []),
    (("nodes", 0), "id", ""),
    (("nodes", 0), "id", "a\tb"),
    (("nodes", 0), "kind", "Own Kind"),
    (("nodes", 0), "priod", "2001/.."),
    (("nodes", 0), "period", "2001/.."),
    (("nodes", 0), "names", {"en": [1]}),
    (("nodes", 0), "attributes", {"Ordinal": 1}),
    (("nodes", 0), "attributes", {"ordinal": "six"}),
    (("nodes", 0), "attributes", {"ordinal": {"unit": "x"}}),
    (("nodes", 0), "attributes", {"ordinal": {"value": 1, "stated": {"source": "s", "on": "2006"}}}),
    (("nodes", 0), "stated", {"at": "p1"}),
    (("nodes", 0), "stated", {"source": "s", "modality": "said"}),
    (("nodes", 0), "stated", {"source": "s", "inferred": {}}),
    (("relations", 0), "from", None),
    (("relations", 0), "type", 1),
    (("sources", 0), "date", 2021),
]


def main():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    wrong = 0

    files = [p for p in sorted((ROOT / "data").glob("*.json")) if p != SCHEMA]
    files += sorted((ROOT / "tests" / "fuzz" / "corpus" / "json").glob("valid-*"))
    histories = [(p.name, json.loads(p.read_text(encoding="utf-8"))) for p in files]
    for name, document in [*histories, ("the good example", GOOD)]:
        for e in validator.iter_errors(document):
            wrong += 1
            print(f"{name}: {e.json_path}: {e.message[:200]}")

    for path, member, value in BAD:
        document = copy.deepcopy(GOOD)
        place = document
        for step in path:
            place = place[step]
        place[member] = value
        if validator.is_valid(document):
            wrong += 1
            print(f"accepted: {list(path)} with {member!r}: {value!r}")

    print(f"{len(histories)} files are valid, {len(BAD)} mistakes are found" if wrong == 0 else f"{wrong} wrong")
    return 1 if wrong else 0


sys.exit(main())
