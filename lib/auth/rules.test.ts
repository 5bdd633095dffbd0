import { describe, expect, test } from "vitest";
import { leadsToDesk, ownPath, practiceOfPath, safePath } from "./paths";
import { isOver, later, whyNotAsk, whyNotRedeem } from "./rules";
import { networkOf } from "./visitor";

const now = new Date("2026-03-03T10:00:00Z");
const minutes = (count: number) => later(now, count * 60_000);

describe("a link", () => {
  const live = { spentAt: null, expiresAt: minutes(1) };
  test.each([
    ["that lives opens", live, null],
    ["nobody was sent is unknown", undefined, "link-unknown"],
    ["that was used is used, also when it is old", { spentAt: minutes(-20), expiresAt: now }, "link-used"],
    ["is old from its last moment on", { spentAt: null, expiresAt: now }, "link-expired"],
  ])("%s", (_, token, refusal) => expect(whyNotRedeem(token, now)).toBe(refusal));
});

describe("a link is asked for", () => {
  const never = { lately: 0, today: 0, lastAgo: Number.POSITIVE_INFINITY };
  const asked = (lately: number, today: number, ago: number) => ({ lately, today, lastAgo: ago * 60_000 });
  const all = { address: never, asker: never, network: never };
  const refused = "too-many-links";
  test.each([
    ["for the first time", all, null],
    ["by nobody knows whom", { ...all, network: null }, null],
    ["a fifth time in ten minutes", { ...all, address: asked(4, 4, 1) }, null],
    ["a sixth time in ten minutes", { ...all, address: asked(5, 5, 1) }, refused],
    ["after a hundred from one network", { ...all, network: asked(100, 100, 1) }, refused],
    ["after ninety-nine from it", { ...all, network: asked(99, 5_000, 0) }, null],
    ["a twentieth time in a day", { ...all, address: asked(4, 19, 0), asker: asked(4, 19, 0) }, null],
    ["by a clock that is read late", { ...all, address: asked(1, 1, -0.1), asker: asked(1, 1, -0.1) }, null],
    ["later that day while a link lives", { ...all, address: asked(1, 20, 9.9) }, refused],
    ["later that day when none lives", { ...all, address: asked(0, 140, 10) }, null],
    ["by one place after twenty, at once", { ...all, asker: asked(1, 20, 9.9) }, refused],
    ["by one place after twenty, ten minutes later", { ...all, asker: asked(0, 24, 10) }, null],
    ["by one place after twenty-five, ten minutes later", { ...all, asker: asked(0, 25, 19.9) }, refused],
    ["by one place after twenty-five, twenty later", { ...all, asker: asked(0, 25, 20) }, null],
    ["by one place after very many, two hours later", { ...all, asker: asked(0, 90, 159) }, refused],
    ["by one place after very many, much later", { ...all, asker: asked(0, 90, 160) }, null],
  ])("%s", (_, by, refusal) => expect(whyNotAsk(by)).toBe(refusal));
});

describe("a session", () => {
  const session = { lastSeenAt: now, expiresAt: minutes(60), ofStaff: false };
  test.each([
    ["of a patient lasts 29 idle minutes", { ...session, lastSeenAt: minutes(-29) }, false],
    ["of a patient ends after 30", { ...session, lastSeenAt: minutes(-30) }, true],
    ["of staff lasts 14 idle minutes", { ...session, ofStaff: true, lastSeenAt: minutes(-14) }, false],
    ["of staff ends after 15", { ...session, ofStaff: true, lastSeenAt: minutes(-15) }, true],
    ["ends when its time is over", { ...session, expiresAt: now }, true],
  ])("%s", (_, facts, over) => expect(isOver(facts, now)).toBe(over));
});

describe("a sign-in may lead", () => {
  test.each([
    ["/my", "/my"],
    ["/my/harbor/requests/0193?step=2", "/my/harbor/requests/0193?step=2"],
    ["/desk/harbor", "/desk/harbor"],
    ["/api/documents/0193", "/api/documents/0193"],
  ])("to %s", (given, path) => expect(safePath(given)).toBe(path));

  test.each([
    "",
    null,
    undefined,
    "https://elsewhere.test/my",
    "//elsewhere.test/my",
    "/\\elsewhere.test",
    "/my\\..\\..",
    "/my/../sign-in",
    "/my/%2e%2e/dev/mail",
    "/myself",
    "/sign-in",
    "/my\n/x",
    "javascript:alert(1)",
    "/my/é",
    `/my/${"x".repeat(600)}`,
  ])("not to %j", (given) => expect(safePath(given)).toBeNull());
});

describe("where a browser says it comes from", () => {
  const ours = "https://candor.test";
  test.each([
    ["https://candor.test/sign-in/code?x=1#y", "/sign-in/code?x=1"],
    ["https://candor.test", "/"],
    ["https://elsewhere.test/my", null],
    ["http://candor.test/my", null],
    ["https://candor.test:444/my", null],
    ["https://candor.test//elsewhere.test/my", null],
    ["https://candor.test/\\elsewhere.test/my", null],
    ["javascript:alert(1)", null],
    ["/my", null],
    ["", null],
    [null, null],
  ])("%j leads back to %j", (address, path) => expect(ownPath(address, ours)).toBe(path));
});

test("a path names its practice", () => {
  expect(practiceOfPath("/my/harbor/consents")).toBe("harbor");
  expect(practiceOfPath("/desk/lakeside")).toBe("lakeside");
  expect(practiceOfPath("/my")).toBeNull();
  expect(practiceOfPath(null)).toBeNull();
  expect(leadsToDesk("/desk/harbor")).toBe(true);
  expect(leadsToDesk("/my/desk")).toBe(false);
});

describe("one place on the network", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("of %s is %s", (ip, network) => expect(networkOf(ip)).toBe(network));
});
