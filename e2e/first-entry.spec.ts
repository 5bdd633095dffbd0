import { asked } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { linkIn, signInMail } from "./mailbox";
import { addedPatient } from "./people";
import { phone } from "./screens";
import { openSessionIn } from "./sessions";

test.use(phone);

test("a first link shows nothing before the birth date, and tells how many tries are left", async ({
  page,
  harbor,
}) => {
  const patient = await addedPatient(harbor, [asked(0, ["session-recording", "video-sharing"], null)]);
  const [year = "", month = "", day = ""] = patient.dateOfBirth.split("-");
  const proveBirth = async (born: Record<"year" | "month" | "day", string>) => {
    await page.getByLabel("Month").fill(born.month);
    await page.getByLabel("Day").fill(born.day);
    await page.getByLabel("Year").fill(born.year);
    await page.getByRole("button", { name: "Continue" }).click();
  };
  await page.goto(routes.signIn);
  await page.getByLabel("Email").fill(patient.email);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  await linkIn(await signInMail(page, patient.email)).click();
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(
    page.getByRole("heading", { name: "Welcome. One question before we show anything" }),
  ).toBeVisible();
  await expect(page.getByText(patient.calledName, { exact: true })).toHaveCount(0);
  await page.goto(routes.myConsents("harbor"));
  await expect(
    page.getByRole("heading", { name: "Welcome. One question before we show anything" }),
  ).toBeVisible();

  await expect(page.getByRole("group", { name: "Your date of birth" })).toBeVisible();
  await page.getByLabel("Month").fill("4");
  await page.getByLabel("Day").fill("31");
  await page.getByLabel("Year").fill("1991");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("April has 30 days.")).toBeVisible();

  await proveBirth({ year, month, day: String(Number(day) + 1) });
  await expect(page.getByText("You have 4 more tries. Or call (555) 010-0100.")).toBeVisible();

  await proveBirth({ year, month, day });
  await expect(page.getByRole("heading", { name: "What I agreed to" })).toBeVisible();
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("heading", { name: "For you to read (2)" })).toBeVisible();
});

test("after the fifth miss the form goes, and a parent was asked about the child", async ({
  page,
  context,
  harbor,
}) => {
  const child = await addedPatient(harbor, [], { dateOfBirth: "2015-03-09", mailboxOf: "parent" });
  await openSessionIn(context, child.email, "harbor");
  await page.goto(routes.my("harbor"));
  await expect(page.getByRole("group", { name: "Your child’s date of birth" })).toBeVisible();
  const misses = ["4 more tries", "3 more tries", "2 more tries", "one more try", "Please call"];
  for (const [index, said] of misses.entries()) {
    await page.getByLabel("Month").fill("4");
    await page.getByLabel("Day").fill("17");
    await page.getByLabel("Year").fill(String(2001 + index));
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("main")).toContainText(said);
  }
  await expect(page.getByRole("heading", { name: "Please call" })).toBeVisible();
  await expect(page.getByLabel("Year")).toHaveCount(0);
});
