"""Writes the figures of all cards into README.md, between its two markers."""

import json
from pathlib import Path

import export

README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- figures: written by `make table` -->\n", "<!-- end of figures -->\n"


def cards(kind):
    found = [json.loads(path.read_text()) for path in sorted(export.MODELS.glob("*.json"), key=lambda path: path.stem)]
    return [card for card in found if card["kind"] == kind]


def table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines) + "\n"


def percent(share):
    return f"{share:.2%}"


def classifiers():
    return table(
        ["classifier", "training images", "epochs", "test accuracy", "mean confidence when wrong",
         "errors at 85% or more", "seconds", "bytes"],
        [[c["name"], c["trainingImages"], c["epochs"], percent(c["testAccuracy"]),
          percent(c["meanConfidenceWhenWrong"]), c["testErrorsWithConfidenceAtLeast85Percent"],
          c["seconds"], c["bytes"]] for c in cards("classifier")])


def generators():
    rows = []
    for c in cards("generator"):
        after, before = c.get("excludedClassShare"), c.get("excludedClassShareBefore")
        rows.append([c["name"], c["frechetDistance"], percent(min(c["classShares"])), percent(max(c["classShares"])),
                     leak(before), leak(after), c["seconds"], c["bytes"]])
    return table(["generator", "Frechet distance", "rarest class", "commonest class", "excluded class before",
                  "excluded class left", "seconds", "bytes"], rows)


def leak(share):
    return "" if share is None else " / ".join(percent(value) for value in share.values())


def main():
    head, _, rest = README.read_text().partition(BEGIN)
    _, _, tail = rest.partition(END)
    README.write_text(head + BEGIN + "\n" + classifiers() + generators() + END + tail)


if __name__ == "__main__":
    main()
