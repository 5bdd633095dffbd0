import { expect, test } from "vitest";
import { authSessions, codeMisses, linkRequests, signInTokens } from "@/db/schema";
import { withClock } from "@/lib/frozen-clock";
import { inSignIn } from "@/lib/in-practice";
import { ownDatabase } from "@/test/database";
import { makeDoor, newVisitor, refusalOf, wrong } from "./door.fixture";
import { forgetOldSignIns } from "./forget-old-sign-ins";
import { redeemCode } from "./redeem-code";
import { redeemLink } from "./redeem-link";
import { requestLink } from "./request-link";
import { seeSession } from "./see-session";

await ownDatabase();

const day = 24 * 60 * 60_000;
const kept = () =>
  inSignIn(async (tx) => ({
    sessions: await tx.$count(authSessions),
    misses: await tx.$count(codeMisses),
    requests: await tx.$count(linkRequests),
    links: await tx.$count(signInTokens),
  }));

test("after 30 days nothing is kept of who asked for a link, mistyped a code or was signed in", async () => {
  const { email, send } = await makeDoor();
  const visitor = newVisitor();
  await requestLink(visitor, { address: email });
  const { token, code } = await send();
  await refusalOf(redeemCode(visitor, { address: email }, wrong(code)));
  await redeemLink(visitor, { token });
  const everything = { sessions: 1, misses: 1, requests: 4, links: 1 };
  expect(await kept()).toEqual(everything);

  await withClock(new Date(Date.now() + 29 * day), async () => {
    expect(await forgetOldSignIns()).toBe(0);
    expect(await kept()).toEqual(everything);
  });
  await withClock(new Date(Date.now() + 31 * day), async () => {
    const recent = await send();
    const { sessionToken } = await redeemLink(visitor, recent);
    expect(await forgetOldSignIns()).toBe(6);
    expect(await kept()).toEqual({ sessions: 1, misses: 0, requests: 0, links: 2 });
    expect(await seeSession(sessionToken)).not.toBeNull();
    expect(await forgetOldSignIns()).toBe(0);
  });
});
