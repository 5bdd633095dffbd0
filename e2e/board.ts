import type { Locator, Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import type { StoryPatient } from "./people";

/** The patient's row on the consent board, looked up as staff do: by searching. */
export async function boardRow(
  page: Page,
  { legalName, practice }: Pick<StoryPatient, "legalName" | "practice">,
): Promise<Locator> {
  await page.goto(routes.board(practice.slug));
  await page.getByRole("searchbox").fill(legalName);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("link", { name: "Show all" }).waitFor();
  return page.getByRole("row").filter({ hasText: legalName });
}
