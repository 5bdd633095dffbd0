import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { newSurname } from "./people";
import { screens } from "./screens";

for (const { name, size } of screens) {
  test.describe(name, () => {
    test.use(size);

    test("a therapist adds a patient, changes details, archives and brings back", async ({ therapist }) => {
      const surname = newSurname();
      await therapist.goto(routes.patients("harbor"));
      await therapist.getByRole("link", { name: "Add a patient" }).first().click();
      await therapist.getByLabel("Legal name").fill(`Noor ${surname}`);
      await therapist.getByLabel("E-mail").fill("ana@patients.test");
      await therapist.getByLabel("Phone").fill("(555) 010-0177");
      await therapist.getByLabel("Language").selectOption("Español");
      await therapist.getByLabel("Date of birth").fill("1990-02-03");
      await therapist.getByRole("button", { name: "Add the patient" }).click();
      await expect(therapist.getByText("Another adult of the practice uses this address.")).toBeVisible();
      await expect(therapist.getByLabel("Legal name")).toHaveValue(`Noor ${surname}`);

      await therapist.getByLabel("E-mail").fill(`${surname.toLowerCase()}@patients.test`);
      await therapist.getByRole("button", { name: "Add the patient" }).click();
      await expect(therapist.getByRole("heading", { level: 1, name: `Noor ${surname}` })).toBeVisible();
      await expect(therapist.getByText("Has not come in yet")).toBeVisible();

      await therapist.getByRole("link", { name: "Edit" }).click();
      await therapist.getByLabel("Called name").fill("Nora");
      await therapist.getByRole("button", { name: "Save the changes" }).click();
      await expect(therapist.getByRole("heading", { level: 1, name: `Noor ${surname}` })).toBeVisible();
      await expect(therapist.getByRole("definition").filter({ hasText: "Nora" })).toBeVisible();

      await therapist.getByRole("button", { name: "Archive" }).click();
      await expect(therapist.getByText("Nobody is asked or reminded")).toBeVisible();
      await therapist.goto(`${routes.patients("harbor")}?q=${surname}`);
      await expect(therapist.getByText("No patient matches this search.")).toBeVisible();
      await therapist.getByRole("link", { name: /^Archived 1$/ }).click();
      await therapist.getByRole("link", { name: `Noor ${surname}` }).click();
      await therapist.getByRole("button", { name: "Restore" }).click();
      await expect(therapist.getByRole("button", { name: "Archive" })).toBeVisible();
    });
  });
}

test("a patient's page tells everything about them in time order", async ({ therapist }) => {
  await therapist.goto(`${routes.patients("harbor")}?q=Marcus`);
  await therapist.getByRole("link", { name: "Marcus Bell" }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: "Marcus Bell" })).toBeVisible();
  const story = therapist.getByRole("list").filter({ hasText: "added Marcus Bell" }).getByRole("listitem");
  const times = await story
    .getByRole("time")
    .evaluateAll((shown) => shown.map((one) => one.getAttribute("datetime")));
  expect(times.length).toBeGreaterThan(10);
  expect(times).toEqual(times.toSorted().reverse());
});
