"""Whether the pages say what record.json says: its answers, its text, its names and numbers, in their order."""

import json
import os
import re
import unicodedata

import pdf
from finding import demand

with open(os.path.join(os.path.dirname(__file__), "words.json"), encoding="utf-8") as file:
    WORDS = json.load(file)
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u05ff]")


def compare(shape, record):
    drawn = list(drawn_pages(shape))
    shown = ""
    for number, page in enumerate(drawn, 1):
        foot = plain(WORDS[record["language"]]["foot"].format(record["documentId"], number, len(drawn)))
        demand(foot in page, f"page {number} does not name this document")
        shown += page[page.index(foot) + len(foot) :]
    at = 0
    for passage in passages(record):
        wanted = plain(passage)
        found = shown.find(wanted, at)
        if found >= 0:
            at = found + len(wanted)
        else:
            demand(RIGHT_TO_LEFT.search(shown), f"the pages do not say “{passage[:80]}”, as record.json does")
            for word in re.findall(r"[^\W_]+", bare(unicodedata.normalize("NFC", passage))):
                seen = word[::-1] if RIGHT_TO_LEFT.search(word) else word
                demand(seen in bare(shown), f"the pages do not say “{word[:80]}”, as record.json does")


def bare(text):
    """Without the marks of its letters: from right to left they are drawn before them."""
    return "".join(one for one in text if unicodedata.category(one)[0] != "M")


def passages(record):
    """Each stands unbroken, and after the one before."""
    disclosure, items, say = record["disclosure"], record["items"], WORDS[record["language"]]
    answered = [f"{one['position']}. {one['label']} {answer(record, one)}" for one in items]
    who = f"{say['signer'][record['evidence']['mark']]} {signer(record)}"
    yield f"{say['eyebrow'][record['meaning']]} {disclosure['title']} {say['practice']} {record['practice']['name']}"
    yield f"{say['patient']} {record['patient']['legalName']} {who}"
    yield from answered
    yield disclosure["title"] + disclosure["inShort"]
    yield from lines_of(disclosure["body"])
    for words, one in zip(answered, items):
        yield words
        yield from (one[key] for key in ("whatFor", "whoSees", "where", "until", "copy"))
    yield who
    yield record["answer"]["intent"]
    yield disclosure["textSha256"]
    yield record["documentId"]
    yield record["answer"]["requestId"]
    yield record["answer"]["id"]
    yield str(record["trail"]["sequence"])
    yield record["trail"]["leaf"]
    yield record["evidence"]["commitment"]


def signer(record):
    noted = record.get("notedBy")
    return noted["name"] if noted else record["signer"]["printedName"] or WORDS[record["language"]]["mailboxReader"]


def answer(record, item):
    say = WORDS[record["language"]]["answer"]
    withdrawal = record["withdrawal"]
    earlier = withdrawal.get("earlier", []) if withdrawal else []
    taken = withdrawal and any(item["id"] in one["itemIds"] for one in [withdrawal, *earlier])
    return say.get(record["meaning"]) or say["taken" if taken else item["answer"] or "open"]


def lines_of(body):
    """The words of the text without its Markdown: marks, numbers of lists, and where links lead."""
    for line in re.split(r"\n|(?<!\\)\||\]\([^)\s]*\)|<br>", body):
        yield re.sub(r"^\s*(#+|[-*+]|\d+[.)])\s+", "", line)


def plain(text):
    """Letters and digits alone: lines and pages may turn anywhere, and marks are drawn as signs of their own."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one)[0] in "LMN")


def drawn_pages(shape):
    objects = shape.objects
    follow = lambda value: objects[value.number][0] if isinstance(value, pdf.Ref) else value
    maps = {}
    for page in shape.pages:
        fonts = follow(follow(page.get("Resources", {})).get("Font", {})) or {}
        letters = {}
        for name, font in fonts.items():
            unicode = follow(font).get("ToUnicode")
            if unicode not in maps:
                maps[unicode] = letters_of(pdf.content(objects, unicode).decode("latin-1")) if unicode else {}
            letters[name] = maps[unicode]
        contents = page.get("Contents")
        parts = contents if isinstance(contents, list) else [contents]
        yield plain("".join(text_of(pdf.content(objects, one).decode("latin-1"), letters) for one in parts))


def text_of(drawing, fonts):
    text, letters = [], {}
    for font, glyphs in re.findall(r"/(\w+) [\d.]+ Tf|<([0-9a-fA-F]+)>", drawing):
        if font:
            letters = fonts.get(font, {})
        text += [letters.get(int(glyphs[at : at + 4], 16), "\ufffd") for at in range(0, len(glyphs), 4)]
    return "".join(text)


def letters_of(table):
    letters = {}
    for start, _, listed in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]", table):
        for index, written in enumerate(re.findall(r"<([^>]*)>", listed)):
            letters[int(start, 16) + index] = bytes.fromhex(written.replace(" ", "")).decode("utf-16-be", "replace")
    return letters
