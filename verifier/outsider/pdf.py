"""The one form in which a sealed file is written (docs/verification.md, "What a sealed file looks like")."""

import re
import zlib
from collections import namedtuple

from finding import Finding, demand

Ref = namedtuple("Ref", "number")
Name = namedtuple("Name", "text")
Text = namedtuple("Text", "bytes start end is_hex")
Shape = namedtuple("Shape", "start end claimed record pages objects")

SPACE = b"\0\t\n\f\r "
WORD = re.compile(rb"[^\0\t\n\f\r ()<>\[\]{}/%]{1,1024}")

CATALOG = "Type Pages Names Lang ViewerPreferences Metadata AcroForm Perms Extensions MarkInfo StructTreeRoot"
PAGE = "Type Parent MediaBox CropBox Contents Resources UserUnit Annots Group StructParents Tabs"
SEAL = "Type Filter SubFilter ByteRange Contents M Name Reason Reference"
FIELD = "Type Subtype FT T V F P Rect"
FORBIDDEN_KEYS = set(
    "JS JavaScript AA OpenAction A OC OCProperties OCGs XFA URI URLS Prev XRefStm Encrypt ObjStm Ref"
    " RichMediaContent Launch Win PZ Legal".split()
)
FORBIDDEN_TYPES = set(
    "ObjStm XRef OCG OCMD Action JavaScript Launch GoToR GoToE SubmitForm ImportData Rendition RichMedia Movie"
    " Sound 3D DocTimeStamp PS".split()
)
LARGEST = 20 * 1024 * 1024
MOST_VALUES = 350_000


class Reader:
    def __init__(self, data):
        self.data, self.at, self.values = data, 0, 0

    def space(self):
        while self.data[self.at : self.at + 1] and self.data[self.at] in SPACE:
            self.at += 1

    def sees(self, text):
        return self.data.startswith(text, self.at)

    def take(self, text):
        demand(self.sees(text), f"byte {self.at} is not written as our copies are")
        self.at += len(text)

    def word(self):
        found = WORD.match(self.data, self.at)
        demand(found and WORD.match(self.data, found.end()) is None, f"no word at byte {self.at}")
        self.at = found.end()
        return found.group().decode("latin-1")

    def value(self, depth=0):
        self.values += 1
        demand(depth <= 40 and self.values <= MOST_VALUES, "more values than our copies have")
        self.space()
        if self.sees(b"<<"):
            return self.dictionary(depth)
        if self.sees(b"<"):
            return self.hex_text()
        if self.sees(b"("):
            return self.plain_text()
        if self.sees(b"/"):
            return self.name()
        if self.sees(b"["):
            return self.array(depth)
        return self.number_or_word()

    def dictionary(self, depth):
        self.take(b"<<")
        entries = {}
        while self.space() or not self.sees(b">>"):
            key = self.name().text
            demand(key not in entries, f"the key {key} is given twice")
            entries[key] = self.value(depth + 1)
        self.take(b">>")
        return entries

    def array(self, depth):
        self.take(b"[")
        items = []
        while self.space() or not self.sees(b"]"):
            items.append(self.value(depth + 1))
        self.take(b"]")
        return items

    def name(self):
        self.take(b"/")
        written = self.word()
        demand(not re.search(r"#(?![0-9A-Fa-f]{2})", written), "a name is not well formed")
        return Name(re.sub(r"#([0-9A-Fa-f]{2})", lambda pair: chr(int(pair[1], 16)), written))

    def hex_text(self):
        start, close = self.at, self.data.find(b">", self.at)
        written = self.data[start + 1 : close]
        demand(close > 0 and re.fullmatch(rb"(?:[0-9A-Fa-f]{2})*", written), "a string is not well formed")
        self.at = close + 1
        return Text(bytes.fromhex(written.decode()), start, self.at, True)

    def plain_text(self):
        start, depth = self.at, 0
        while True:
            demand(self.at < len(self.data), "a string has no end")
            byte = self.data[self.at]
            depth += {0x28: 1, 0x29: -1}.get(byte, 0)
            self.at += 2 if byte == 0x5C else 1
            if depth == 0:
                return Text(self.data[start + 1 : self.at - 1], start, self.at, False)

    def number_or_word(self):
        word = self.word()
        if word in ("null", "true", "false"):
            return {"null": None, "true": True, "false": False}[word]
        demand(re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)", word), f"“{word[:40]}” is no value")
        reference = re.compile(rb"[\0\t\n\f\r ]+0[\0\t\n\f\r ]+R").match(self.data, self.at)
        if reference and re.fullmatch(r"[1-9]\d{0,6}", word):
            self.at = reference.end()
            return Ref(int(word))
        return float(word) if "." in word else int(word)


def read_objects(data):
    """Objects 1 to n in order, one table, one trailer, and nothing between, before or after."""
    demand(0 < len(data) <= LARGEST, "not a file of ours: empty, or larger than any")
    demand(re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n", data), "not a PDF as ours begin")
    reader = Reader(data)
    reader.at = 15
    objects, offsets = {}, []
    reader.space()
    while not reader.sees(b"xref"):
        offsets.append(reader.at)
        reader.take(b"%d 0 obj" % len(offsets))
        value, stream = reader.value(), None
        reader.space()
        if reader.sees(b"stream"):
            length = value.get("Length") if isinstance(value, dict) else None
            demand(type(length) is int and length >= 0, "a stream does not say how long it is")
            reader.take(b"stream\n")
            stream = data[reader.at : reader.at + length]
            reader.at += length
            reader.space()
            reader.take(b"endstream")
            reader.space()
        reader.take(b"endobj")
        objects[len(offsets)] = (value, stream)
        reader.space()
    return objects, read_end(reader, offsets)


def read_end(reader, offsets):
    table = reader.at
    reader.take(b"xref")
    lines = [b"0 %d" % (len(offsets) + 1), b"0000000000 65535 f", *(b"%010d 00000 n" % at for at in offsets)]
    for line in lines:
        reader.space()
        reader.take(line)
    reader.space()
    reader.take(b"trailer")
    trailer = reader.value()
    for text in (b"startxref", b"%d" % table, b"%%EOF"):
        reader.space()
        reader.take(text)
    demand(reader.data[reader.at :] in (b"", b"\n"), "something stands behind the end")
    demand(isinstance(trailer, dict), "the trailer is no trailer")
    return trailer


def read_shape(data):
    """Where the seal stands, what record.json says, and the pages; every way to hide something is a finding."""
    objects, trailer = read_objects(data)
    only(trailer, "Size Root Info ID")
    demand(trailer.get("Size") == len(objects) + 1, "the trailer counts other objects")

    def follow(value):
        if not isinstance(value, Ref):
            return value
        demand(value.number in objects, "a reference leads nowhere")
        return objects[value.number][0]

    def entry(holder, key):
        found = follow(holder.get(key))
        demand(isinstance(found, dict), f"{key} is missing")
        return found

    dictionaries = [one for value, _ in objects.values() for one in dictionaries_in(value)]
    refuse_hidden(objects, trailer, dictionaries, follow)
    catalog = entry(trailer, "Root")
    only(catalog, CATALOG)

    form = entry(catalog, "AcroForm")
    only(form, "SigFlags Fields")
    fields = form.get("Fields")
    demand(form.get("SigFlags") == 3 and isinstance(fields, list) and len(fields) == 1, "not one field")
    field = follow(fields[0])
    demand(isinstance(field, dict), "the field is none")
    only(field, FIELD)
    demand(field.get("Rect") == [0, 0, 0, 0], "the field of the seal can be seen")
    widgets = [one.get("Annots") for one in dictionaries if "Annots" in one]
    demand(widgets == [[fields[0]]], "there is another annotation")

    permissions = entry(catalog, "Perms")
    only(permissions, "DocMDP")
    demand(permissions.get("DocMDP") == field.get("V") is not None, "not certified by the seal")
    seal = entry(field, "V")
    only(seal, SEAL)
    kind = [seal.get("Type"), seal.get("Filter"), seal.get("SubFilter")]
    demand(kind == [Name("Sig"), Name("Adobe.PPKLite"), Name("ETSI.CAdES.detached")], "another kind of seal")
    references = seal.get("Reference")
    demand(isinstance(references, list) and len(references) == 1, "not one certification")
    certification = follow(references[0])
    demand(isinstance(certification, dict), "the certification is none")
    only(certification, "Type TransformMethod TransformParams")
    rule = entry(certification, "TransformParams")
    demand(certification.get("TransformMethod") == Name("DocMDP") and rule.get("P") == 1, "changes were permitted")

    contents = seal.get("Contents")
    demand(isinstance(contents, Text) and contents.is_hex, "the seal is not written as ours are")
    whole = [0, contents.start, contents.end, len(data) - contents.end]
    demand(seal.get("ByteRange") == whole, "the seal is not over the whole file")
    claimed = seal.get("M")
    demand(isinstance(claimed, Text) and re.fullmatch(rb"D:\d{14}Z", claimed.bytes), "the seal does not say when")
    record = attachment(catalog, entry, follow, objects)
    pages = pages_of(catalog, entry, follow)
    return Shape(contents.start, contents.end, claimed.bytes.decode(), record, pages, objects)


def refuse_hidden(objects, trailer, dictionaries, follow):
    seals = [one for one in dictionaries if one.get("Type") == Name("Sig") or "ByteRange" in one]
    demand(len(seals) == 1, "not one seal")
    attached = 0
    for one in dictionaries:
        kinds = [one[key].text if isinstance(one.get(key), Name) else None for key in ("Type", "Subtype", "S")]
        demand(not FORBIDDEN_KEYS & one.keys(), "something could act or hide: " + ", ".join(FORBIDDEN_KEYS & one.keys()))
        demand(not FORBIDDEN_TYPES & set(kinds), "something could act or hide")
        demand(kinds[0] != "Annot" or kinds[1] == "Widget", "there is another annotation")
        demand("FT" not in one or one["FT"] == Name("Sig"), "there is a field to fill in")
        if kinds[0] == "Page":
            only(one, PAGE)
        attached += kinds[0] == "EmbeddedFile" or "EF" in one
    demand(attached == 2, "not one attachment")
    demand(
        not any(stream is not None and "F" in value for value, stream in objects.values()),
        "a part is kept in another file",
    )
    seen, waiting = set(), list(trailer.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, Ref) and value.number not in seen:
            seen.add(value.number)
            waiting.append(follow(value))
        elif not isinstance(value, Ref):
            waiting.extend(parts_of(value))
    demand(len(seen) == len(objects), "an object belongs to nothing")


def attachment(catalog, entry, follow, objects):
    names = entry(catalog, "Names")
    only(names, "EmbeddedFiles")
    tree = entry(names, "EmbeddedFiles")
    only(tree, "Names")
    listed = tree.get("Names")
    demand(isinstance(listed, list) and len(listed) == 2, "not one attachment")
    filespec = follow(listed[1])
    demand(isinstance(filespec, dict), "the attachment is none")
    for text in (listed[0], filespec.get("F"), filespec.get("UF")):
        demand(isinstance(text, Text) and text.bytes == b"record.json", "the attachment is called otherwise")
    embedded = entry(filespec, "EF")
    only(embedded, "F")
    demand(isinstance(embedded.get("F"), Ref), "the attachment is none")
    return content(objects, embedded["F"])


def content(objects, reference):
    value, stream = objects[reference.number]
    kept = value.get("Filter") if isinstance(value, dict) else None
    demand(stream is not None and kept in (None, Name("FlateDecode")), "a part is packed otherwise")
    demand("DecodeParms" not in value, "a part is packed otherwise")
    if kept is None:
        return stream
    unpacking = zlib.decompressobj()
    try:
        whole = unpacking.decompress(stream, LARGEST)
    except zlib.error:
        raise Finding("a part is packed otherwise")
    demand(unpacking.eof and not unpacking.unused_data, "a part is packed otherwise")
    return whole


def pages_of(catalog, entry, follow):
    pages = entry(catalog, "Pages")
    kids = pages.get("Kids")
    demand(isinstance(kids, list) and len(kids) == pages.get("Count"), "the pages are not one list")
    found = [follow(kid) for kid in kids]
    demand(all(isinstance(one, dict) and one.get("Type") == Name("Page") for one in found), "a page is none")
    return found


def only(dictionary, allowed):
    strange = dictionary.keys() - set(allowed.split())
    demand(not strange, "our copies have no " + ", ".join(sorted(strange)))


def parts_of(value):
    if isinstance(value, list):
        return value
    return list(value.values()) if isinstance(value, dict) else []


def dictionaries_in(value):
    if isinstance(value, dict):
        yield value
    for part in parts_of(value):
        yield from dictionaries_in(part)
