import { describe, expect, test } from "vitest";
import { daysAfter } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import {
  canonicalDisclosureText,
  claimsIn,
  parseDisclosureMarkdown,
  plainTextOf,
} from "@/lib/markdown/markdown";
import { markdownOf } from "@/lib/markdown/rich-markdown";
import { richTextOf } from "@/lib/markdown/rich-text";
import { attestSafeguard } from "@/lib/safeguards/attest-safeguard";
import { dropSafeguard } from "@/lib/safeguards/drop-safeguard";
import {
  checkBy,
  checkToday,
  claimsOf,
  dayIn,
  makeClaim,
  ownClaim,
  ownKey,
} from "@/lib/safeguards/safeguards.fixture";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makeStaff, makeVersion } from "@/test/factories";
import { claimNotes, claimsInTexts, claimWarnings } from "./claims";
import { checkDraft } from "./draft-checks";
import { draft, draftItem, draftText } from "./drafts.fixture";

await testDatabase();

const words = ownClaim.claim.en;
const body = `Before. [${words}](safeguard:${ownKey}). After.`;

describe("a reference in a text", () => {
  test("is its words where it is read, drawn or compared, and no address", () => {
    expect(plainTextOf(parseDisclosureMarkdown(body))).toBe(`Before. ${words}. After.`);
  });

  test("is hashed with the text: the same words without it are another text", () => {
    const text = { title: "A", inShort: "B", items: [] };
    const plain = canonicalDisclosureText({ ...text, body: `Before. ${words}. After.` });
    expect(canonicalDisclosureText({ ...text, body })).not.toBe(plain);
  });

  test.each([
    [body],
    [`- [one](safeguard:a-1)\n- [**two** and more](safeguard:b)`],
    [`| a | b |\n| - | - |\n| [c](safeguard:c) | d |`],
    [`## [A heading](safeguard:a)`],
    [`[One](safeguard:a) [Two](safeguard:b) and [a page](https://x.test).`],
  ])("comes out of the editor as it went in: %j", (markdown) => {
    expect(markdownOf(richTextOf(markdown))).toBe(markdown);
  });

  test.each([
    ["[a](safeguard:waiting-room)", ["waiting-room"]],
    ["[a](safeguard:Waiting-Room)", []],
    ["[a](safeguard:waiting--room)", []],
    ["[a](safeguard:-waiting)", []],
    ["[a](safeguard:)", []],
    ["[a](safeguard:a/b)", []],
    ["[a](SAFEGUARD:a)", []],
    [`[a](safeguard:${"a".repeat(61)})`, []],
    ["[a](javascript:safeguard:a)", []],
    ["safeguard:a and [safeguard:a]", []],
  ])("%j refers to %j", (markdown, keys) => {
    expect(claimsIn(markdown).map(({ key }) => key)).toEqual(keys);
    expect(plainTextOf(parseDisclosureMarkdown(markdown))).not.toContain("(safeguard");
  });

  test("says where it stands", () => {
    const [found] = claimsIn(body);
    expect(found).toMatchObject({ key: ownKey, words });
    expect(body.slice(found?.from, found?.to)).toBe(`[${words}](safeguard:${ownKey})`);
  });
});

describe("behind its words", () => {
  test("stands the day for patients of whoever looked, and that it is looked at for others", async () => {
    const { made, safeguardId } = await makeClaim();
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const notes = (therapistId: string | null) =>
      readPractice(made.owner, (tx, now) => claimNotes(tx, made.owner, [body], therapistId, now));
    expect(await notes(null)).toEqual({ [ownKey]: { state: "unchecked", day: null } });
    await checkToday(made, safeguardId);
    const day = dayIn(made);
    expect(await notes(made.therapist.staffId)).toEqual({ [ownKey]: { state: "checked", day } });
    expect(await notes(colleague.staffId)).toEqual({ [ownKey]: { state: "unchecked", day: null } });
    expect(await notes(null)).toEqual({ [ownKey]: { state: "unchecked", day: null } });
    const before = daysAfter(day, -31);
    await attestSafeguard(colleague, checkBy(colleague, safeguardId, before), null);
    expect(await notes(colleague.staffId)).toEqual({ [ownKey]: { state: "again", day: before } });
    await dropSafeguard(made.owner, { safeguardId });
    expect(await notes(null)).toEqual({ [ownKey]: { state: "dropped", day: null } });
  });

  test("stands nothing where nobody knows the claim, or the text makes none", async () => {
    const { made } = await makeClaim();
    const read = (text: string) =>
      readPractice(made.owner, (tx, now) => claimNotes(tx, made.owner, [text], null, now));
    expect(await read("[a](safeguard:unheard-of)")).toEqual({});
    expect(await read("Nothing.")).toEqual({});
  });
});

describe("the texts that repeat a claim", () => {
  const said = (text: string) => {
    const version = { title: "A", inShort: "B", body: text, changeSummary: "C" };
    return { texts: { en: version, es: version } };
  };

  test("are those in force or to come, each warned of until somebody has looked", async () => {
    const { made, safeguardId } = await makeClaim();
    const { disclosure } = await makeDisclosure(made, said(body));
    const read = () =>
      readPractice(made.owner, async (tx, now) => ({
        keys: [...((await claimsInTexts(tx, made.owner, now)).get(disclosure.id) ?? [])],
        warned: (await claimWarnings(tx, made.owner, now)).get(disclosure.id) ?? [],
      }));
    expect(await read()).toMatchObject({
      keys: [ownKey],
      warned: [{ key: ownKey, safeguardId, word: "never", toCheck: ["Test therapist"] }],
    });
    await checkToday(made, safeguardId);
    expect(await read()).toEqual({ keys: [ownKey], warned: [] });
    await dropSafeguard(made.owner, { safeguardId });
    expect((await read()).warned).toMatchObject([{ word: "unknown", safeguardId }]);
    await makeVersion(made, disclosure.id, said("Nothing of it."));
    expect(await read()).toEqual({ keys: [], warned: [] });
  });
});

describe("the word list", () => {
  const kind = "recording-consent" as const;
  const found = async (made: Parameters<typeof claimsOf>[0], text: string, item = draftItem()) => {
    const content = draft({ texts: { en: draftText({ body: text }), es: null }, items: [item] });
    return checkDraft(kind, content, "en", [], await claimsOf(made));
  };

  test("takes absolute words inside a claim while it is fresh, and only there", async () => {
    const { made, safeguardId } = await makeClaim();
    const outside = `I can guarantee it. ${body} It is guaranteed.`;
    const before = await found(made, outside);
    expect(before?.claims).toMatchObject([{ key: ownKey, word: "never" }]);
    await checkToday(made, safeguardId);
    const after = await found(made, outside);
    expect(after?.claims).toMatchObject([{ key: ownKey, word: "fresh" }]);
    const words = (checks: typeof before) => checks?.promises.map((promise) => promise.found);
    expect(words(before)).toEqual(["guarantee", "cannot happen", "guaranteed"]);
    expect(words(after)).toEqual(["guarantee", "guaranteed"]);
  });

  test("takes the same words nowhere else, not even in a use that is written like a reference", async () => {
    const { made, safeguardId } = await makeClaim();
    await checkToday(made, safeguardId);
    const item = draftItem();
    const texts = { ...item.texts, en: { ...item.texts.en, where: "[Guaranteed](safeguard:x)" } };
    const checks = await found(made, `It is guaranteed. [It is guaranteed](safeguard:unheard-of).`, {
      ...item,
      texts,
    });
    expect(checks?.promises).toHaveLength(3);
  });
});
