import { entered, no } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { phone } from "./screens";
import { openSessionIn } from "./sessions";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ ...phone, javaScriptEnabled });

    test("who begins to answer anew may go on later, or let it be", async ({ page, context, harbor }) => {
      const { email } = await addedPatient(harbor, [entered(0), no(0, "video-platform")]);
      await openSessionIn(context, email, "harbor");
      await page.goto(routes.myConsents("harbor"));
      const consent = page.getByRole("region", { name: "How we meet by video" });
      await consent.getByRole("button", { name: "Answer anew" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "How we meet by video" })).toBeVisible();
      await page.getByRole("link", { name: "Home" }).click();
      await expect(page.getByRole("heading", { name: "For you to read (1)" })).toBeVisible();

      await page.goto(routes.myConsents("harbor"));
      await consent.getByRole("link", { name: "Go on answering" }).click();
      await page.getByRole("button", { name: "Not now" }).click();

      await expect(page.getByRole("heading", { name: "What I agreed to" })).toBeVisible();
      await expect(consent).toContainText("You said no on");
      await expect(consent.getByRole("button", { name: "Answer anew" })).toBeVisible();
      await page.getByRole("link", { name: "Home" }).click();
      await expect(page.getByRole("heading", { name: /^For you to read/ })).toHaveCount(0);
    });
  });
}
