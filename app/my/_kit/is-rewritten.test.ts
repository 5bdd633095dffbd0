import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { sumOf } from "@/app/_ui/as-sent";
import { isRewritten } from "./is-rewritten";

const sent = ["Recording our sessions", "You decide each use separately."];

/** What stands on the screen, and whether it is what was sent. */
test.each([
  ["<h1>Recording our sessions</h1><p>You decide  each\nuse separately.</p>", false],
  ["<h1>Recording our sessions</h1><p>You <b>decide</b> each use separately. <a>More</a></p>", false],
  ["<h1><font><font>Enregistrer nos séances</font></font></h1><p>You decide each use separately.</p>", true],
  ["<h1><font><font>Recording our sessions</font></font></h1><p>You decide each use separately.</p>", false],
  ["<h1>Enregistrer nos séances</h1><p>Vous décidez de chaque usage.</p>", true],
  ["<h1>Recording our sessions</h1><p>Vous décidez de chaque usage.</p>", true],
  ["<h1 lang=fr>Recording our sessions</h1><p>You decide each use separately.</p>", false],
])("%s: rewritten is %s", (html, rewritten) => {
  const { body } = new JSDOM(html).window.document;
  expect(isRewritten(body, sent)).toBe(rewritten);
});

const body = "We never record without asking. Only I see it.";

test.each([
  ["<p>We never record  without asking.</p>\n<p>Only <b>I</b> see it.</p>", false],
  ["<p><font><font>We never record without asking.</font></font></p><p>Only I see it.</p>", false],
  ["<p>We never record without asking.</p><p><font><font>Moi seule la vois.</font></font></p>", true],
  ["<p>We record without asking.</p><p>Only I see it.</p>", true],
  ["<p>Only I see it.</p><p>We never record without asking.</p>", true],
  ["", true],
])("a marked text of which %s stands there: rewritten is %s", (html, rewritten) => {
  const { body: page } = new JSDOM(`<h1>Recording</h1><div data-sent="${sumOf(body)}">${html}</div>`).window
    .document;
  expect(isRewritten(page, ["Recording"])).toBe(rewritten);
});
