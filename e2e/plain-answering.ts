import type { PlainPage } from "./plain-page";

type Answers = Record<string, string>;

/** As `answering.ts`, without scripts. */
export function choose(page: PlainPage, answers: Answers): void {
  for (const [use, said] of Object.entries(answers)) page.part("group", use).check("radio", said);
}

export function chosen(page: PlainPage, answers: Answers): Answers {
  const said = (use: string) => {
    const checked = page.part("group", use).all("radio") as HTMLInputElement[];
    return checked.find((radio) => radio.checked)?.labels?.[0]?.textContent ?? "";
  };
  return Object.fromEntries(Object.keys(answers).map((use) => [use, said(use)]));
}

export async function review(page: PlainPage): Promise<void> {
  await page.press("Review my answers");
  page.one("heading", "Please check");
}

export async function sign(page: PlainPage, name?: string): Promise<void> {
  if (name !== undefined) page.fill("Type your full name", name);
  await page.press("Sign");
}

/** Answers the question on the screen to its end. */
export async function answer(page: PlainPage, answers: Answers, name: string): Promise<void> {
  choose(page, answers);
  await review(page);
  await sign(page, name);
  page.one("heading", /^Thank you/);
}
