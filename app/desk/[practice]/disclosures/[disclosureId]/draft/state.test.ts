import { expect, test } from "vitest";
import { draft, draftItem } from "@/lib/drafts/drafts.fixture";
import { changed } from "./state";

const keys = (content: ReturnType<typeof draft>) => content.items.map(({ key }) => key);
const three = draft({ items: ["a", "b", "c"].map((key) => draftItem({ key })) });

test.each([
  ["down", "a", 1, ["b", "a", "c"]],
  ["up", "c", -1, ["a", "c", "b"]],
  ["up when it is first", "a", -1, ["a", "b", "c"]],
  ["down when it is last", "c", 1, ["a", "b", "c"]],
] as const)("a use is moved %s", (_, key, by, expected) => {
  expect(keys(changed(three, { do: "move-use", key, by }))).toEqual(expected);
});

test("a use is added last, empty in both languages, and removed by its key", () => {
  const added = changed(three, { do: "add-use", key: "d" });
  expect(keys(added)).toEqual(["a", "b", "c", "d"]);
  expect(added.items[3]).toMatchObject({ required: true, texts: { en: { label: "" }, es: { label: "" } } });
  expect(keys(changed(added, { do: "remove-use", key: "b" }))).toEqual(["a", "c", "d"]);
});

test("words change in one language, facts in both", () => {
  const content = changed(draft(), {
    do: "use-words",
    key: "look-back",
    language: "es",
    change: { label: "Otra" },
  });
  expect(content.items[0]?.texts).toMatchObject({ en: { label: "Look back" }, es: { label: "Otra" } });
  const facts = changed(content, { do: "use", key: "look-back", change: { mostViewers: 6 } });
  expect(facts.items[0]).toMatchObject({ mostViewers: 6, texts: { es: { label: "Otra" } } });
});

test("beginning a language keeps what is there", () => {
  const empty = draft({ texts: { ...draft().texts, es: null } });
  expect(changed(empty, { do: "begin", language: "es" }).texts.es).toMatchObject({ title: "" });
  expect(changed(draft(), { do: "begin", language: "es" })).toEqual(draft());
});
