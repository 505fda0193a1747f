"""Checks every model against its card: the checksum, the shapes, and a gradient that reaches the input."""

import hashlib
import json

import export


def check(card):
    path = export.MODELS / f"{card['name']}.pt"
    content = path.read_bytes()
    if (hashlib.sha256(content).hexdigest(), len(content)) != (card["sha256"], card["bytes"]):
        raise SystemExit(f"{path.name} is not the file its card describes")
    name = card["name"]
    export.check_gradient(export.load(name), name, card["input"]["shape"][1:], card["output"]["shape"][1:])


def main():
    cards = [json.loads(path.read_text()) for path in sorted(export.MODELS.glob("*.json"))]
    if {card["name"] for card in cards} != {path.stem for path in export.MODELS.glob("*.pt")}:
        raise SystemExit("a model without a card, or a card without a model")
    for card in cards:
        check(card)
    print(f"{len(cards)} models agree with their cards, {sum(card['bytes'] for card in cards) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
