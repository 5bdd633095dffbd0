import { expect, test } from "vitest";
import { isReadableAction } from "./action-content";

const text = (body: string) => isReadableAction(Buffer.from(body), "text/plain", true);

async function multipart(fields: Record<string, string>, isCall = true) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const request = new Response(form);
  const type = request.headers.get("content-type") ?? "";
  return isReadableAction(Buffer.from(await request.arrayBuffer()), type, isCall);
}

test.each([
  ["[]"],
  ['["harbor",{"a":1,"b":[true,null,"$$5 owed"]}]'],
  ['["$undefined","$D2026-11-23T10:00:00.000Z","$n12","$NaN","$-0"]'],
  ['[{"a":{"b":1}},"$0:0:a"]'],
])("arguments as our pages write them are read: %s", async (body) => {
  expect(await text(body)).toBe(true);
});

test.each([
  ["x"],
  ["5"],
  ['{"a":1}'],
  ['["$F1"]'],
  ['["$1"]'],
  ['["$n1x"]'],
  ['["$T"]'],
  ['["$0:9:a"]'],
  ['["$o1"]'],
  ['["$Q0"]'],
  ['["$W0"]'],
  [JSON.stringify(Array.from({ length: 11 }, () => 1))],
  [`[${"[".repeat(30)}${"]".repeat(30)}]`],
])("arguments that lead nowhere are turned away: %s", async (body) => {
  expect(await text(body)).toBe(false);
});

test("a form sent by script names its parts", async () => {
  expect(await multipart({ "0": '["harbor","$K1"]', _1_name: "Ana" })).toBe(true);
  expect(await multipart({ "0": '["$2"]', "2": '{"a":"$3"}', "3": "[1]" })).toBe(true);
  expect(await multipart({ x: "1" })).toBe(false);
  expect(await multipart({ "0": '["$2"]', "2": '{"a":"$3"}' })).toBe(false);
  expect(await multipart({ "0": '["$2"]', "2": "{" })).toBe(false);
});

test("a form sent without script is read with what was bound to its action", async () => {
  const named = { $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"ab","bound":"$@1"}' };
  expect(await multipart({ ...named, "$ACTION_1:1": '["harbor"]', name: "$1" }, false)).toBe(true);
  expect(await multipart(named, false)).toBe(false);
  expect(await multipart({ $ACTION_REF_1: "" }, false)).toBe(false);
  expect(await multipart({ name: "Ana" }, false)).toBe(true);
});

test("nesting without end is turned away like anything unreadable", async () => {
  expect(await text("[".repeat(400_000) + "]".repeat(400_000))).toBe(false);
});

test("many references into one large part take no longer than reading it", async () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `k${index}`);
  const part = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
  const references = JSON.stringify([names.map((name) => `$1:${name}`)]);
  const began = process.cpuUsage();
  expect(await multipart({ "0": references, "1": part })).toBe(true);
  const { user } = process.cpuUsage(began);
  // It took a minute when every reference walked the whole part.
  expect(user / 1_000).toBeLessThan(5_000);
});
