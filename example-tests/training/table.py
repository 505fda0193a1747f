"""Writes the figures of all cards into README.md, between its two markers."""

from pathlib import Path

import export

README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- figures: written by `make table` -->\n", "<!-- end of figures -->\n"
PAPER = {"mnist-vae": 72.33, "fashion-vae": 87.89, "mnist-gan": 11.83, "fashion-gan": 29.44}
"""Inception distances of the Bayes-TrEx paper; another network, so another scale."""


def table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines) + "\n"


def percent(share):
    return f"{share:.2%}"


def classifiers():
    return table(
        ["classifier", "training images", "rounds", "test accuracy", "mean confidence when wrong",
         "errors at 85% or more", "seconds", "bytes"],
        [[c["name"], c["trainingImages"], rounds(c), percent(c["testAccuracy"]),
          percent(c["meanConfidenceWhenWrong"]), c["testErrorsWithConfidenceAtLeast85Percent"],
          c["seconds"], c["bytes"]] for c in export.cards("classifier")])


def rounds(card):
    return f"{card['epochs']} epochs" if "epochs" in card else f"{card['steps']} steps"


def generators():
    return table(
        ["generator", "Frechet distance", "to kept classes", "the paper's FID", "rarest class", "commonest class",
         "seconds", "bytes"],
        [[c["name"], c["frechetDistance"], c.get("frechetDistanceToKeptClasses", ""), PAPER.get(c["name"], ""),
          *extremes(c), c["seconds"], c["bytes"]] for c in export.cards("generator")])


def extremes(card):
    """Of the classes that are meant to come out."""
    shares = [share for k, share in enumerate(card["classSharesByJudge"]) if k not in export.excluded_by(card)]
    return percent(min(shares)), percent(max(shares))


def leaks():
    return table(
        ["generator", "excluded", "before", "left, by the classifier", "left, by the judge"],
        [[c["name"], " ".join(str(k) for k in export.excluded_by(c)), leak(c.get("excludedClassShareBefore")),
          leak(c["excludedClassShare"]), leak(c["excludedClassShareByJudge"])]
         for c in export.cards("generator") if export.excluded_by(c)])


def leak(share):
    return "" if share is None else " / ".join(percent(value) for value in share.values())


def main():
    head, _, rest = README.read_text().partition(BEGIN)
    _, _, tail = rest.partition(END)
    README.write_text(head + BEGIN + "\n" + classifiers() + generators() + leaks() + END + tail)


if __name__ == "__main__":
    main()
