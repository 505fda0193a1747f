"""Fetches the labelled sentences that the head of minilm-sentiment learns from (`make sentences`)."""

from pathlib import Path

import download

TARGET = Path(__file__).parent / ".data" / "sentiment"
PACKAGE = download.Npm("sentiment@5.0.2", "package/test/fixtures")
SHA256 = {
    "imdb.json": "44a7b9082ed732ee2de3c858ea5ee2e99aca34f239a1c4359d3a300bf099bdb5",
    "yelp.json": "9f3f47983f21eeb819380767b74bfa648eca208f156241111454b3e122773ff7",
    "amazon.json": "bc5eb0cac49fc45987301f1dc2d02cf5ca356ba6c882be179dce77d74e666ed9",
}

if __name__ == "__main__":
    download.fetch(PACKAGE, TARGET, SHA256)
