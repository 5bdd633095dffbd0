import type { Page } from "@playwright/test";
import { asked, entered, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { choiceOf, choose, expectChosen, firstAnswers, review, sign } from "./answering";
import { downloaded, expectSealed } from "./copies";
import { expect, test } from "./fixtures";
import { linkIn, signInMail } from "./mailbox";
import { addedPatient, askedPatient, live, type StoryPatient } from "./people";
import * as plain from "./plain-answering";
import { makePractice, publishSecond } from "./practices";
import { phone, screens } from "./screens";
import { openSessionIn } from "./sessions";

const texts = ["session-recording", "video-sharing"];
const spanish = {
  "Yo repaso una sesión": "Sí",
  "Usted la vuelve a ver": "Sí",
} as const;

for (const { name, size } of screens) {
  test.describe(name, () => {
    test.use(size);

    test("a patient reads, answers, changes something, signs two texts and keeps sealed copies", async ({
      page,
      context,
      harbor,
    }) => {
      const patient = await askedPatient(harbor, texts);
      await openSessionIn(context, patient.email, "harbor");
      const copy = page.getByRole("link", { name: "Download signed copy" });
      await answerTwo(page, patient, () => expect(copy).toBeVisible());
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ ...phone, javaScriptEnabled: false });

  test("a patient answers and signs all the same", async ({ page, context, harbor }) => {
    const patient = await askedPatient(harbor, texts);
    await openSessionIn(context, patient.email, "harbor");
    const copy = page.getByRole("link", { name: "Download signed copy" });
    await answerTwo(page, patient, () =>
      expect(async () => {
        if ((await copy.count()) === 0)
          await page.getByRole("link", { name: "See whether it is here" }).click();
        await expect(copy).toBeVisible({ timeout: 500 });
      }).toPass(),
    );
  });
});

test.describe("changing the language", () => {
  test.use(phone);

  test("loses no answer and no name, and stays where one is", async ({ page, context, harbor }) => {
    const patient = await askedPatient(harbor, ["session-recording"]);
    await openSessionIn(context, patient.email, "harbor");
    await page.goto(routes.my("harbor"));
    await page.getByRole("link", { name: "Start" }).click();
    await choose(page, firstAnswers);

    await page.getByRole("button", { name: "Español" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Grabar nuestras sesiones" })).toBeVisible();
    for (const [use, said] of Object.entries(spanish)) {
      await expect(choiceOf(page, use).getByRole("radio", { name: said, exact: true })).toBeChecked();
    }
    await page.getByRole("button", { name: "Revisar mis respuestas" }).click();
    await page.getByLabel("Escriba su nombre completo").fill(patient.legalName);

    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { name: "Please check" })).toBeVisible();
    await expect(page.getByLabel("Type your full name")).toHaveValue(patient.legalName);
    const said = page.getByRole("region", { name: "You say" });
    await expect(said.getByRole("listitem").filter({ hasText: "You watch it again" })).toContainText("Yes");
    await page.getByRole("button", { name: "Change something" }).click();
    await choiceOf(page, "You watch it again")
      .getByRole("radio", { name: "Yes", exact: true })
      .press("Enter");
    await expect(page.getByRole("heading", { name: "Please check" })).toBeVisible();
    await page.getByLabel("Type your full name").press("Enter");
    await expect(page.getByRole("heading", { name: "Thank you, Mira." })).toBeVisible();
    await expect(page.getByText("You said yes to two uses and no to two.")).toBeVisible();
  });

  test("loses no answer and no name without JavaScript", async ({ harbor, plainPageOf }) => {
    const patient = await askedPatient(harbor, ["session-recording"]);
    const page = await plainPageOf(patient.email);
    await page.goto(routes.my("harbor"));
    await page.follow("Start");
    plain.choose(page, firstAnswers);

    await page.press("Español");
    page.one("heading", "Grabar nuestras sesiones");
    expect(plain.chosen(page, spanish)).toEqual(spanish);
    await page.press("Revisar mis respuestas");
    page.fill("Escriba su nombre completo", patient.legalName);

    await page.press("English");
    page.one("heading", "Please check");
    expect(page.field("Type your full name").value).toBe(patient.legalName);
    expect(page.part("region", "You say").partWith("listitem", "You watch it again").text).toContain("Yes");
    await page.press("Change something");
    await plain.review(page);
    await page.press(page.byEnter("Type your full name"));
    page.one("heading", "Thank you, Mira.");
    expect(page.text).toContain("You said yes to two uses and no to two.");
  });
});

test.describe("a parent", () => {
  test.use(phone);

  test("reads that they sign for the child, and is not thanked by the child's name", async ({
    page,
    context,
    harbor,
  }) => {
    const child = await askedPatient(harbor, ["video-platform"], {
      calledName: "Milo",
      dateOfBirth: "2015-03-09",
      mailboxOf: "parent",
    });
    await openSessionIn(context, child.email, "harbor");
    await page.goto(routes.my("harbor"));
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Milo");
    await page.getByRole("link", { name: "Start" }).click();
    await expect(page.getByText("You sign as the parent of Milo.")).toBeVisible();
    await choose(page, { "Sessions by Zoom": "Yes" });
    await review(page);
    await expect(page.getByText("You sign as the parent of Milo. Not you?")).toBeVisible();
    await page.getByLabel("Type your full name").fill("Marta Quiroga");
    await page.getByRole("button", { name: "Sign for Milo" }).click();

    await expect(page.getByRole("heading", { name: "Thank you.", exact: true })).toBeVisible();
    const link = page.getByRole("link", { name: "Download signed copy" });
    await expect(link).toBeVisible();
    const record = await expectSealed(page, await downloaded(page, link), "harbor");
    expect(record.signer).toEqual({ printedName: "Marta Quiroga", capacity: "parent" });
    await page.goto(routes.myConsents("harbor"));
    await expect(page.getByRole("heading", { name: "For Milo" })).toBeVisible();
  });
});

async function answerTwo(page: Page, { legalName }: StoryPatient, copyIsThere: () => Promise<void>) {
  await page.goto(routes.my("harbor"));
  await expect(page.getByRole("heading", { name: "For you to read (2)" })).toBeVisible();
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Recording our sessions" })).toBeVisible();
  await expect(page.getByText("1 of 2")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);

  await choose(page, firstAnswers);
  await review(page);
  await page.getByRole("button", { name: "Change something" }).click();
  await expectChosen(page, firstAnswers);
  await choose(page, { "You watch it again": "No" });
  await review(page);
  const said = page.getByRole("region", { name: "You say" });
  await expect(said.getByRole("listitem").filter({ hasText: "I look back" })).toContainText("Yes");
  await expect(said.getByRole("listitem").filter({ hasText: "You watch it again" })).toContainText("No");
  await sign(page, legalName);

  await expect(page.getByRole("heading", { name: "Thank you, Mira." })).toBeVisible();
  await expect(page.getByText("You said yes to one use and no to three.")).toBeVisible();
  await copyIsThere();
  const copy = await downloaded(page, page.getByRole("link", { name: "Download signed copy" }));
  const record = await expectSealed(page, copy, "harbor");
  expect(record.signer.printedName).toBe(legalName);
  expect(record.items.map(({ answer }) => answer)).toEqual(["yes", "no", "no", "no"]);

  await page.getByRole("link", { name: "Next: How you receive your video" }).click();
  await expect(page.getByText("2 of 2")).toBeVisible();
  await choose(page, { "Through a shared folder": "No", "Handed over on an encrypted stick": "No" });
  await review(page);
  await expect(page.getByLabel("Type your full name")).toHaveValue(legalName);
  await expect(page.getByText("By pressing Sign I say no to the above.")).toBeVisible();
  await sign(page);
  await expect(page.getByText("Your answer is no, and we will keep to it.")).toBeVisible();
  await copyIsThere();
  await expect(page.getByRole("link", { name: /^Next:/ })).toHaveCount(0);
}

test.describe("in Spanish, on a phone", () => {
  test.use(phone);

  test("a patient comes in by mail and answers in their own language", async ({ page }) => {
    const keys = ["video-platform", "session-recording", "video-sharing"];
    const practice = await makePractice(keys);
    const { slug } = practice;
    const past = [entered(0), yes(0, "video-platform")];
    const patient = await addedPatient(practice, past, { language: "es", calledName: "Ana" });
    await publishSecond(practice, "video-platform");
    await publishSecond(practice, "session-recording");
    await live(patient, [asked(0, keys, null)]);

    await page.goto(routes.my(slug));
    await page.getByLabel("Email").fill(patient.email);
    await page.getByRole("button", { name: "Send me a sign-in link" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
    await linkIn(await signInMail(page, patient.email)).click();
    await page.getByRole("button", { name: "Sign in" }).click();

    await expect(page.getByRole("heading", { name: "Para leer (3)" })).toBeVisible();
    await page.getByRole("link", { name: "Empezar" }).click();
    await expect(page.getByRole("heading", { name: "Cómo nos vemos por video" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Qué cambió desde su última respuesta" })).toBeVisible();
    await expect(page.getByText(/^Su respuesta del .+ (terminó el|vale hasta) .+\.$/)).toBeVisible();
    await expect(choiceOf(page, "Sesiones por Zoom").getByText("La última vez: sí")).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await choiceOf(page, "Sesiones por Zoom").getByRole("radio", { name: "Sí" }).check();
    await page.getByRole("button", { name: "Revisar mis respuestas" }).click();
    await page.getByLabel("Escriba su nombre completo").fill(patient.legalName);
    await page.getByRole("button", { name: "Firmar", exact: true }).click();

    await expect(page.getByRole("heading", { name: "Gracias, Ana." })).toBeVisible();
    const copy = await downloaded(page, page.getByRole("link", { name: "Descargar la copia firmada" }));
    const record = await expectSealed(page, copy, slug);
    expect(record.language).toBe("es");

    await page.getByRole("link", { name: "Siguiente: Grabar nuestras sesiones" }).click();
    await expect(page.getByText("2 de 3")).toBeVisible();
    await page.getByRole("button", { name: "No a todo esto" }).click();
    await choiceOf(page, "Yo repaso una sesión").getByRole("radio", { name: "Sí" }).check();
    await page.getByRole("button", { name: "Revisar mis respuestas" }).click();
    await expect(page.getByLabel("Escriba su nombre completo")).toHaveValue(patient.legalName);
    await page.getByRole("button", { name: "Firmar", exact: true }).click();
    await expect(page.getByText("Dijo que sí a un uso y que no a tres.")).toBeVisible();
  });
});
