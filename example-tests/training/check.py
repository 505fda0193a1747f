"""Checks every model against its card: the checksum, the shapes, and a gradient that reaches the input."""

import hashlib
import json

import export


def file(card):
    return export.MODELS / card.get("file", f"{card['name']}.pt")


def check(card):
    path = file(card)
    content = path.read_bytes()
    if (hashlib.sha256(content).hexdigest(), len(content)) != (card["sha256"], card["bytes"]):
        raise SystemExit(f"{path.name} is not the file its card describes")
    name = card["name"]
    if path.suffix != ".pt":
        return
    export.check_gradient(export.load(name), name, card["input"]["shape"][1:], card["output"]["shape"][1:])


def main():
    cards = [json.loads(path.read_text()) for path in sorted(export.MODELS.glob("*.json"))]
    if {file(card) for card in cards} != {path for kind in ("*.pt", "*.npz") for path in export.MODELS.glob(kind)}:
        raise SystemExit("a model without a card, or a card without a model")
    for card in cards:
        check(card)
    print(f"{len(cards)} models agree with their cards, {sum(card['bytes'] for card in cards) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
