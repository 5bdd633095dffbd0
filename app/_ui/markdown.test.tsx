import { JSDOM } from "jsdom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import { languages } from "@/lib/languages";
import { parseDisclosureMarkdown } from "@/lib/markdown/markdown";
import { sumOf } from "./as-sent";
import { Markdown, wordsShown } from "./markdown";

const everyPart = `## Where\n\n**Only** *me*, [us](https://example.org), [locked](safeguard:waiting-room)\\
below.\n\n3. One\n   - two\n\n---\n\n| What | Who |\n|-|-|\n| a | [b](safeguard:room) |\n| <b>c</b> | |`;
const bodies = demoDisclosures.flatMap(({ versions }) =>
  versions.flatMap(({ texts }) => languages.map((language) => texts[language].body)),
);
const said = (key: string) => (key === "room" ? null : `checked on May 3: ${key}`);

test("the words of a text are all those that stand on the page, and no others", () => {
  for (const body of [everyPart, ...bodies]) {
    const root = parseDisclosureMarkdown(body);
    const page = new JSDOM(renderToStaticMarkup(<Markdown root={root} said={said} />)).window.document;
    expect(letters(page.body.textContent)).toBe(letters(wordsShown(root, said)));
    expect(sumOf(page.body.textContent)).toBe(sumOf(wordsShown(root, said)));
  }
});

const letters = (text: string) => text.replaceAll(/\s/g, "");
