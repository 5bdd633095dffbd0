import { expect, test } from "vitest";
import { exceptions } from "@/test/architecture-exceptions";
import { pureModules } from "@/test/architecture-list";
import { type Rule, rules, says, sources, within } from "@/test/architecture-rules";
import { circles, type Source } from "@/test/sources";

const filesOf = (found: Source[]) => found.map(({ file }) => file).sort();
const isPure = within(/^lib\/(.*\/)?(rules|input|wording)\.ts$/);

test.each(Object.entries(rules))("%s", (rule, found) => {
  const excused = exceptions[rule as Rule];
  expect(filesOf(found)).toEqual(Object.keys(excused).sort());
});

test("tables import nothing of ours but each other", () => {
  const tables = sources.filter(within(/^db\/(schema\/.*|client|guarded-tx)\.ts$/));
  const theirs = tables.flatMap(({ imports: all }) =>
    all.filter(({ to }) => /^(app|db|lib|server|test)\//.test(to)),
  );
  expect(theirs.filter(({ to }) => !/^db\/(schema|guarded-tx)/.test(to))).toEqual([]);
});

test("rules, input and wording are pure, and so is what they use", () => {
  const pure = sources.filter((source) => isPure(source) || pureModules.includes(source.module));
  const allowed = new Set([...pureModules, ...pure.map(({ module }) => module)]);
  const used = pure.flatMap(({ file, imports: all }) =>
    all.filter(({ to, typeOnly }) => !typeOnly && !allowed.has(to)).map(({ to }) => `${file} uses ${to}`),
  );
  expect(used).toEqual([]);
  expect(filesOf(pure.filter(says(/new Date\(\)|Date\.now|process\.|Math\.random/)))).toEqual([]);
});

test("no module needs itself, not even for a type", () => {
  expect(circles(sources)).toEqual([]);
});

test("no test is alone, nothing stands in a drawer, and no folder has an index but the tables", () => {
  expect(filesOf(sources.filter(says(/\b(test|it|describe)\.only\(/)))).toEqual([]);
  const drawers = /(^|\/)(utils?|helpers?|types|common|constants|services|components|hooks|misc)(\/|\.)/;
  expect(filesOf(sources.filter(within(drawers)))).toEqual([]);
  expect(filesOf(sources.filter(within(/(^|\/)index\.tsx?$/)))).toEqual(["db/schema/index.ts"]);
});
