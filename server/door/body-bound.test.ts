import { expect, test } from "vitest";
import { bodyBound } from "./body-bound";

/** In pieces of this many bytes, as a slow line would bring it. */
function isTaken(body: Buffer, headers: Record<string, string>, piece = 7): boolean {
  const bound = bodyBound(headers);
  for (let at = 0; at < body.length; at += piece)
    if (!bound.take(body.subarray(at, at + piece))) return false;
  return bound.end();
}

const call = { "next-action": "ab" };
const text = (body: string, piece = body.length) =>
  isTaken(Buffer.from(body), { ...call, "content-type": "text/plain;charset=UTF-8" }, piece);

type Fields = Record<string, string | File> | [string, string | File][];

async function multipart(fields: Fields, isCall = true, piece = 7) {
  const form = new FormData();
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
    form.append(name, value);
  const sent = new Response(form);
  const type = sent.headers.get("content-type") ?? "";
  const body = Buffer.from(await sent.arrayBuffer());
  return isTaken(body, { ...(isCall && call), "content-type": type }, piece);
}

test.each([
  ["[]"],
  ['["harbor",{"a":1,"b":[true,null,"$$5 owed"]}]'],
  ['["$undefined","$D2026-11-23T10:00:00.000Z","$NaN","$-0"]'],
  ['[{"a":{"b":1}},"$0:0:a"]'],
  ['["harbor",{"items":[{"texts":{"en":{"label":""},"es":"$0:1:items:0:texts:en"}}]}]'],
  ['["harbor",{"said":"\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\\"},"a, b, c, d, e, f, g, h, i, j, k, l"]'],
])("arguments as our pages write them are read: %s", (body) => {
  for (const piece of [1, 2, body.length]) expect(text(body, piece)).toBe(true);
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
  ['["$0"]'],
  ['["$@0"]'],
  ['[{"a":"$0:0"}]'],
  ['["$0:1",{}]'],
  ['[{"a":"$0:1"},{"b":"$0:0"}]'],
  ['[{"a":1},"$0:0:a"]'],
  ['[{"a:b":{}},"$0:0:a:b"]'],
  ['[{"__proto__":{}},"$0:0:__proto__"]'],
  ['[{},"$0:0:constructor"]'],
  ['[{},"$1:0"]'],
  ['["\\u0024F1"]'],
  ["[1"],
  ["[]]"],
  ['[{"a":1,}]'],
  [JSON.stringify(Array.from({ length: 11 }, () => 1))],
  [`[${"[".repeat(30)}${"]".repeat(30)}]`],
])("arguments that lead nowhere are turned away: %s", (body) => {
  for (const piece of [1, 2, body.length]) expect(text(body, piece)).toBe(false);
});

test("the largest things our pages send pass", () => {
  const ids = Array.from({ length: 10_000 }, () => "019ab0f0-0000-7000-8000-000000000002");
  expect(text(JSON.stringify(["harbor", { staying: ids, stayingGroups: ids }]))).toBe(true);
  const draft = { en: 'She said "no" [1], {2}, $3.\n'.repeat(15_000), es: "¿Sí? — ".repeat(20_000) };
  expect(text(JSON.stringify(["harbor", { revision: 1, content: draft }]))).toBe(true);
});

test("a form sent by script names its parts", async () => {
  expect(await multipart({ _1_name: "Ana [[[", "0": '["harbor","$K1"]' })).toBe(true);
  expect(await multipart({ x: "1" })).toBe(false);
  expect(await multipart({ "0": '["$2"]', "2": '{"a":"$3"}' })).toBe(false);
  expect(await multipart({ "0": '["$2"]', "2": "{" })).toBe(false);
  expect(await multipart({ "0": '["$2"]', "2": '{"a":1}' })).toBe(false);
  expect(await multipart({ _1_name: "Ana" })).toBe(false);
  expect(await multipart({ "0": "[1", _1_name: "]" })).toBe(false);
  expect(await multipart({ "00": "[", "0": "[]" })).toBe(false);
  expect(await multipart({ "": "[", "0": "[]" })).toBe(false);
  expect(await multipart({ "0": new File(["[]"], "a") })).toBe(false);
  expect(
    await multipart([
      ["0", "[]"],
      ["0", "[]"],
    ]),
  ).toBe(false);
});

const named = { $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"ab","bound":"$@1"}', $ACTION_KEY: "kab" };

test("a form sent without script is read with what was bound to its action", async () => {
  expect(
    await multipart({ ...named, "$ACTION_1:1": '["harbor",{"a":{},"b":"$1:1:a"}]', name: "$1" }, false),
  ).toBe(true);
  expect(await multipart({ $ACTION_ID_ab: "", name: "Ana" }, false)).toBe(true);
  expect(await multipart(named, false)).toBe(false);
  expect(await multipart({ $ACTION_REF_1: "" }, false)).toBe(false);
  expect(await multipart({ name: "Ana" }, false)).toBe(true);
  expect(await multipart({}, false)).toBe(true);
});

test.each([
  ["$ACTION_1:0", "null"],
  ["$ACTION_1:0", "{"],
  ["$ACTION_1:0", '{"id":"ab","bound":"$@0"}'],
  ["$ACTION_1:1", '["$@1"]'],
  ["$ACTION_1:1", '{"a":1}'],
  ["$ACTION_1:1", JSON.stringify(Array.from({ length: 2_000 }, () => 1))],
  ["$ACTION_1:2", "[]"],
  ["$ACTION_REF_x", ""],
])("what our pages never bind to an action is turned away: %s is %s", async (name, value) => {
  expect(await multipart({ ...named, "$ACTION_1:1": "[]", [name]: value }, false)).toBe(false);
});

test("a form has so many fields, and names so long, as one of our pages could", async () => {
  const fields = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`patientIds.${index}`, "on"]));
  const dots = { [`a${".".repeat(20_000)}b`]: "1" };
  expect(await multipart(fields(1_000), false)).toBe(true);
  expect(await multipart(fields(1_001), false)).toBe(false);
  expect(await multipart(dots, false)).toBe(false);
  expect(await multipart({ [`_1_a${".".repeat(20_000)}`]: "1", "0": '["$K1"]' })).toBe(false);
  const plain = (given: Record<string, string>) =>
    isTaken(Buffer.from(new URLSearchParams(given).toString()), {
      "content-type": "application/x-www-form-urlencoded",
    });
  expect(plain({ token: "x".repeat(5_000) })).toBe(true);
  expect(plain(fields(1_000))).toBe(true);
  expect(plain(fields(1_001))).toBe(false);
  expect(plain(dots)).toBe(false);
});

test("a file passes whatever is in it", async () => {
  const bytes = Buffer.concat([
    Buffer.alloc(3_000, "["),
    Buffer.from("\r\n\r\n\r\n--\r\n----x\r\n"),
    Buffer.alloc(10),
  ]);
  const file = new File([bytes], 'An "old" page.pdf', { type: "application/pdf" });
  for (const piece of [1, 5, 100_000])
    expect(await multipart({ uses: "All of them", file }, false, piece)).toBe(true);
});

const part = (head: string) => `--AbC\r\n${head}\r\n\r\n1\r\n--AbC--\r\n`;
const form = "multipart/form-data; boundary=AbC";

test.each([
  ['Content-Disposition: form-data; name="a"', form, true],
  ['content-disposition: form-data; name="a"', 'multipart/form-data;boundary="AbC"', true],
  ['Content-Disposition: form-data; name="a"', "multipart/form-data", false],
  ['Content-Disposition: form-data; name="a"', "Multipart/Form-Data; boundary=AbC", false],
  ['Content-Disposition: form-data; name="a"', "multipart/form-data; x=1; boundary=AbC", false],
  ['Content-Disposition: form-data; name="a"', "multipart/mixed; boundary=AbC", false],
  ["Content-Disposition: form-data; name=a", form, false],
  ['Content-Disposition: form-data; name="\\0"', form, false],
  ["Content-Disposition: form-data; name*=utf-8''0", form, false],
  ['Content-Disposition: form-data; name="a"\r\nContent-Type: text/plain; charset=utf-16', form, false],
  ['Content-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64', form, false],
  ['Content-Disposition: form-data; name="a"; filename="b"', form, true],
  [`Content-Disposition: form-data; name="a"; filename="${"b".repeat(3_000)}"`, form, false],
  [`Content-Disposition: form-data; name="${"a".repeat(300)}"`, form, false],
])("a part is written as a browser writes it: %s, %s", (head, type, expected) => {
  expect(isTaken(Buffer.from(part(head)), { "content-type": type })).toBe(expected);
});

test("nothing stands before the first part, nor after the last", () => {
  const whole = part('Content-Disposition: form-data; name="a"');
  const taken = (body: string) => isTaken(Buffer.from(body), { "content-type": form });
  expect(taken(`x\r\n${whole}`)).toBe(false);
  expect(taken(`${whole}x`)).toBe(false);
  expect(taken(whole.slice(0, -4))).toBe(false);
  expect(taken("")).toBe(false);
});

test.each([
  ["nested", "[".repeat(500_000) + "]".repeat(500_000)],
  ["side by side", `[[${Array.from({ length: 333_000 }, () => "[]").join()}]]`],
])("a megabyte of arrays %s is turned away before anything is made of it", (_, body) => {
  const began = process.cpuUsage();
  expect(text(body, 65_536)).toBe(false);
  const { user } = process.cpuUsage(began);
  expect(user / 1_000).toBeLessThan(100);
});

test("many references into one large object take no longer than reading it", () => {
  const names = Array.from({ length: 8_000 }, (_, index) => `k${index}`);
  const large = Object.fromEntries(names.map((name) => [name, {}]));
  const began = process.cpuUsage();
  expect(text(JSON.stringify([large, names.map((name) => `$0:0:${name}`)]))).toBe(true);
  const { user } = process.cpuUsage(began);
  // It took a minute when every reference walked the whole object.
  expect(user / 1_000).toBeLessThan(5_000);
});
