import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { richTextOf } from "@/lib/markdown/rich-text";
import { placeOfSentence } from "./edit-text";
import { extensions } from "./extensions";

const schema = getSchema(extensions);

test.each([
  ["in a paragraph", "One. It cannot happen. Three.", "It cannot happen.", "cannot happen"],
  ["across marks", "One. It **cannot** *happen* here. Three.", "It cannot happen here.", "cannot happen"],
  ["the very one of two", "It cannot happen. This cannot happen.", "This cannot happen.", "cannot happen"],
  ["in a point of a list", "One.\n\n- It cannot happen.\n- Two", "It cannot happen.", "cannot happen"],
  ["in a cell", "| a | b |\n| - | - |\n| c | It cannot happen. |", "It cannot happen.", "cannot happen"],
  [
    "outside a claim first",
    "[It cannot happen](safeguard:a). And it  cannot happen.",
    "And it  cannot happen.",
    "cannot happen",
  ],
])("the sentence is found whole: %s", (_, markdown, sentence, found) => {
  const doc = Node.fromJSON(schema, richTextOf(markdown));
  const place = placeOfSentence(doc, { sentence, found });
  expect(place && doc.textBetween(place.from, place.to)).toBe(sentence);
});

test("a sentence somebody has taken out meanwhile is not found", () => {
  const doc = Node.fromJSON(schema, richTextOf("One. Two."));
  expect(placeOfSentence(doc, { sentence: "It cannot happen.", found: "cannot happen" })).toBeNull();
});
