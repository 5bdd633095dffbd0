import { EventEmitter } from "node:events";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { bodyAllowances } from "./body-allowance";

const id = "019ab0f0-0000-7000-8000-000000000002";
const address = `/desk/harbor/patients/${id}/agreements`;
const form = "multipart/form-data; boundary=a";

function asked(url: string, headers: Record<string, string> = { "content-type": form }) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, headers });
  return { request, response: new ServerResponse(request) };
}

function allowed(url: string, headers?: Record<string, string>) {
  const { request, response } = asked(url, headers);
  return bodyAllowances(async () => "a")(request, response);
}

test.each([[address], [`/desk/harbor/safeguards/${id}/attestations`]])(
  "%s takes a file of ten megabytes, sent as a form",
  async (url) => {
    expect(await allowed(url)).toBe(10_100_000);
  },
);

test.each([
  ["/"],
  [`${address}/`],
  [`${address}?x=1`],
  [`/my${address}`],
  [`/desk/harbor/patients/${id}`],
  [`/desk/harbor/patients/..%2f${id}/agreements`],
  ["/desk/harbor/patients/new/agreements"],
  [`/desk/harbor/safeguards/${id}/agreements`],
])("%s takes a megabyte", async (url) => {
  expect(await allowed(url)).toBe(1_000_000);
});

test("an action and anything that is no form take a megabyte there too", async () => {
  expect(await allowed(address, { "content-type": form, "next-action": "ab" })).toBe(1_000_000);
  expect(await allowed(address, { "content-type": "application/json" })).toBe(1_000_000);
  expect(await allowed(address, {})).toBe(1_000_000);
});

/** Somebody of the staff, known by their cookie. */
const by = (cookie: string) => asked(address, { "content-type": form, cookie });
const closed = ({ response }: ReturnType<typeof asked>) =>
  EventEmitter.prototype.emit.call(response, "close");

test("a fifth file waits until one of four is done, and a third one of the same person", async () => {
  const allowance = bodyAllowances(async (cookies) => cookies || null);
  const sent = ["ana", "ana", "ben"].map(by);
  for (const { request, response } of sent) expect(await allowance(request, response)).toBe(10_100_000);
  const third = by("ana");
  expect(await allowance(third.request, third.response)).toBe("busy");
  const fourth = by("eva");
  expect(await allowance(fourth.request, fourth.response)).toBe(10_100_000);
  const fifth = by("ida");
  expect(await allowance(fifth.request, fifth.response)).toBe("busy");
  if (sent[0]) closed(sent[0]);
  expect(await allowance(third.request, third.response)).toBe(10_100_000);
  expect(await allowance(fifth.request, fifth.response)).toBe("busy");
});

test("who is nobody here takes no place, however many they are", async () => {
  const asking: string[] = [];
  const allowance = bodyAllowances(async (cookies, practice) => {
    asking.push(practice);
    return cookies || null;
  });
  for (let i = 0; i < 10; i++) {
    const { request, response } = asked(address);
    expect(await allowance(request, response)).toBe("nobody");
  }
  expect(new Set(asking)).toEqual(new Set(["harbor"]));
  const { request, response } = by("ana");
  expect(await allowance(request, response)).toBe(10_100_000);
});
