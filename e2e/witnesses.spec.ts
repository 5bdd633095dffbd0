import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { makePractice } from "./practices";
import { runOfferedWitness } from "./witness";

test("an owner has the history confirmed from outside, and reads at once when a witness refuses it", async ({
  pageOf,
}) => {
  const practice = await makePractice([]);
  const owner = await pageOf(practice.ownerEmail, practice.slug);
  const published = async () => {
    const answer = await owner.request.get(routes.checkpoint(practice.slug));
    return answer.ok() ? answer.text() : "";
  };
  await expect.poll(published).toContain("/audit/");
  const witness = await runOfferedWitness(await published());
  try {
    await owner.goto(routes.settings(practice.slug));
    await owner.getByLabel("How many have to confirm it").fill("1");
    await owner.getByRole("button", { name: "Save the witnesses" }).click();
    await expect(owner.getByText("That is more witnesses than you chose.")).toBeVisible();
    await owner.getByRole("checkbox", { name: witness.name }).check();
    await owner.getByRole("button", { name: "Save the witnesses" }).click();
    await expect(owner.getByText("Saved.")).toBeVisible();

    await expect.poll(published).toContain(`\n— ${witness.name} `);
    await owner.reload();
    await expect(owner.getByText(`${witness.name} has confirmed`)).toBeVisible();

    witness.refuse();
    await owner.goto(routes.audit(practice.slug));
    await Promise.all([
      owner.waitForEvent("download"),
      owner.getByRole("button", { name: "Export the whole history" }).click(),
    ]);
    await owner.goto(routes.desk(practice.slug));
    const line = owner.getByRole("listitem").filter({ hasText: witness.name });
    await expect(line).toContainText(
      "refuses it: what it confirmed before is not the beginning of what is here",
    );
    await line.getByRole("link", { name: "See the witnesses" }).click();
    await expect(owner.getByText("is not the beginning of the history that is here")).toBeVisible();
  } finally {
    witness.stop();
  }
});
