import { expect, test } from "vitest";
import { readSources, type Source } from "./sources";

/**
 * A page sends to the browser the words that its client components ask for, no fewer and no more. What is missing is
 * added to `<Words of={[…]}>` of the page that is named; what nobody asks for any more is taken out there.
 */
const sources = readSources().filter(({ file, forTests }) => file.startsWith("app/") && !forTests);
const byModule = new Map(sources.map((source) => [source.module, source]));
const entries = sources.filter(({ file }) =>
  /\/(page|layout|template|loading|error|not-found|global-error|default)\.tsx$/.test(file),
);

const words = "app/desk/_kit/words.tsx";
const covers = (carried: string, name: string) => carried === name || name.startsWith(`${carried}.`);
const askedIn = (text: string) =>
  [...text.matchAll(/\buse(?:Translations|Messages)\(\s*([^)]*)\)/g)].map(([, name = ""]) =>
    name.replaceAll('"', ""),
  );

/** Each name a client component below the entry asks for, and by which files. */
function asked(entry: Source): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { file, text } of clientFiles(entry)) {
    for (const name of askedIn(text)) names.set(name, [...(names.get(name) ?? []), file]);
  }
  return names;
}

/** Whatever is imported below "use client" runs in the browser; below "use server" it never does. */
function clientFiles(entry: Source): Source[] {
  const seen = new Set<string>();
  const found = new Set<Source>();
  const visit = (source: Source, inClient: boolean) => {
    if (source.text.startsWith('"use server"')) return;
    const isClient = inClient || source.text.startsWith('"use client"');
    const key = `${source.module} ${isClient}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (isClient) found.add(source);
    for (const { to, typeOnly } of source.imports) {
      const next = byModule.get(to);
      if (next && !typeOnly) visit(next, isClient);
    }
  };
  visit(entry, false);
  return [...found];
}

function carried({ text }: Source): string[] {
  return [...text.matchAll(/<Words\s+of=\{\[([^\]]*)\]/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name),
  );
}

test.each(entries.map((entry): [string, Source] => [entry.file, entry]))(
  "%s sends the words its forms ask for",
  (_, entry) => {
    const sent = carried(entry);
    const names = asked(entry);
    const missing = [...names].filter(([name]) => !sent.some((one) => covers(one, name)));
    expect(Object.fromEntries(missing), "add to <Words of>, for these files").toEqual({});
    expect(
      sent.filter(
        (one) =>
          ![...names.keys()].some((name) => covers(one, name)) ||
          sent.some((other) => other !== one && covers(other, one)),
      ),
      "take out of <Words of>",
    ).toEqual([]);
  },
);

test("the words a client component asks for are named where it asks", () => {
  const all = entries.flatMap((entry) => [...asked(entry).keys()]);
  expect(all.filter((name) => !/^\w+(\.\w+)*$/.test(name))).toEqual([]);
  expect(all.length).toBeGreaterThan(30);
});

test("a client component that asks for the language or its formats stands within the words of its page", () => {
  const without = entries.filter(
    (entry) =>
      carried(entry).length === 0 &&
      clientFiles(entry).some(({ text }) => /\buse(Locale|Formatter|Now|TimeZone)\(/.test(text)),
  );
  expect(without.map(({ file }) => file)).toEqual([]);
});

test("only a page or its frame sends words, as a list that stands there", () => {
  const others = sources.filter((source) => !entries.includes(source) && source.file !== words);
  expect(others.filter(({ text }) => /<Words\s/.test(text)).map(({ file }) => file)).toEqual([]);
  expect([...others, ...entries].filter(({ text }) => /IntlClientProvider|IntlProvider/.test(text))).toEqual(
    [],
  );
  const listed = (text: string) => [...text.matchAll(/<Words\s+of=\{\[[^\]]*\]\}/g)].length;
  const opened = (text: string) => text.split(/<Words\s/).length - 1;
  expect(entries.filter(({ text }) => listed(text) !== opened(text)).map(({ file }) => file)).toEqual([]);
});
