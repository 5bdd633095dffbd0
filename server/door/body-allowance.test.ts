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
  return bodyAllowances()(request, response);
}

test.each([[address], [`/desk/harbor/safeguards/${id}/attestations`]])(
  "%s takes a file of ten megabytes, sent as a form",
  (url) => {
    expect(allowed(url)).toBe(10_100_000);
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
])("%s takes a megabyte", (url) => {
  expect(allowed(url)).toBe(1_000_000);
});

test("an action and anything that is no form take a megabyte there too", () => {
  expect(allowed(address, { "content-type": form, "next-action": "ab" })).toBe(1_000_000);
  expect(allowed(address, { "content-type": "application/json" })).toBe(1_000_000);
  expect(allowed(address, {})).toBe(1_000_000);
});

test("a fifth file waits until one of four is done", () => {
  const allowance = bodyAllowances();
  const four = Array.from({ length: 4 }, () => asked(address));
  for (const { request, response } of four) expect(allowance(request, response)).toBe(10_100_000);
  const { request, response } = asked(address);
  expect(allowance(request, response)).toBeNull();
  const [first] = four;
  if (first) EventEmitter.prototype.emit.call(first.response, "close");
  expect(allowance(request, response)).toBe(10_100_000);
});
