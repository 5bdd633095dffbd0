import { routes } from "@/lib/routes";
import { choose, review, sign } from "./answering";
import { expect, test } from "./fixtures";
import { askedPatient, requestOf } from "./people";
import { makePractice, publishSecond } from "./practices";

test("a text replaced before Sign is shown anew, changes first, and nothing is signed", async ({
  pageOf,
}) => {
  const patient = await askedPatient(await makePractice(["session-recording"]), ["session-recording"]);
  const { slug } = patient.practice;
  const page = await pageOf(patient.email, slug);
  await page.goto(routes.my(slug));
  await page.getByRole("link", { name: "Start" }).click();
  await page.getByRole("button", { name: "No to all of these" }).click();
  await choose(page, { "I look back at a session": "Yes" });
  await review(page);

  const whatChanged = await publishSecond(patient.practice, "session-recording");
  await sign(page, patient.legalName);

  await expect(page.getByRole("status").filter({ hasText: "Nothing has been signed." })).toBeVisible();
  await expect(page.getByText(whatChanged)).toBeVisible();
  expect((await requestOf(patient, "session-recording")).answer).toBeNull();

  await page.getByRole("button", { name: "No to all of these" }).click();
  await review(page);
  await sign(page, patient.legalName);
  await expect(page.getByText("Your answer is no, and we will keep to it.")).toBeVisible();
});
