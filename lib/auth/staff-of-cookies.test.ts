import { expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { testDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { mail, makeDoor, newVisitor } from "./door.fixture";
import { redeemLink } from "./redeem-link";
import { sessionCookie } from "./session-cookie";
import { staffOfCookies } from "./staff-of-cookies";

await testDatabase();
const cookie = (token: string) => `a=b; ${sessionCookie().name}=${token}; c=d`;

test("staff are known by their session, in their own practice alone", async () => {
  const made = await makePractice();
  const other = await makePractice();
  const to = { userId: made.office.userId, landing: routes.desk(made.practice.slug) };
  const { sessionToken } = await redeemLink(newVisitor(), { token: (await mail(made, to)).token });
  const { slug } = made.practice;
  expect(await staffOfCookies(cookie(sessionToken), slug)).toBe(made.office.userId);
  expect(await staffOfCookies(cookie(sessionToken), other.practice.slug)).toBeNull();
  expect(await staffOfCookies(cookie(sessionToken), "nowhere-at-all")).toBeNull();
  for (const none of ["", "a=b", cookie("made-up"), `x${cookie(sessionToken).slice(5)}`])
    expect(await staffOfCookies(none, slug)).toBeNull();
});

test("a patient sends no files there", async () => {
  const door = await makeDoor();
  const { token } = await door.send();
  const { sessionToken } = await redeemLink(newVisitor(), { token });
  expect(await staffOfCookies(cookie(sessionToken), door.made.practice.slug)).toBeNull();
});
