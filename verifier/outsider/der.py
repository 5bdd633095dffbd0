"""Distinguished encoding (X.690): tag, length in its shortest form, content."""

from collections import namedtuple

from finding import demand

Der = namedtuple("Der", "tag bytes content")

INTEGER, BITS, OCTETS, OID, SEQUENCE, SET = 0x02, 0x03, 0x04, 0x06, 0x30, 0x31


def first(data):
    demand(len(data) >= 2 and data[0] & 0x1F != 0x1F, "the seal is not well formed")
    start, length = 2, data[1]
    if length >= 0x80:
        count = length & 0x7F
        length = int.from_bytes(data[2 : 2 + count], "big")
        start += count
        demand(1 <= count <= 3 and length >= (0x80 if count == 1 else 256 ** (count - 1)), "the seal is not well formed")
    demand(start + length <= len(data), "the seal is not well formed")
    return Der(data[0], data[: start + length], data[start : start + length])


def whole(data):
    found = first(data)
    demand(found.bytes == data, "the seal is not well formed")
    return found


def children(node, tag):
    demand(node.tag == tag, "the seal is not well formed")
    rest, found = node.content, []
    while rest:
        found.append(first(rest))
        rest = rest[len(found[-1].bytes) :]
    return found


def child(node, tag, index):
    found = children(node, tag)
    demand(index < len(found), "the seal is not well formed")
    return found[index]


def write(tag, *parts):
    content = b"".join(parts)
    if len(content) < 0x80:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def oid(text):
    one, two, *rest = map(int, text.split("."))
    digits = b""
    for arc in (one * 40 + two, *rest):
        part = [arc & 0x7F]
        while arc := arc >> 7:
            part.insert(0, arc & 0x7F | 0x80)
        digits += bytes(part)
    return write(OID, digits)


def integer(number):
    return write(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def set_of(*parts):
    return write(SET, *sorted(parts))
