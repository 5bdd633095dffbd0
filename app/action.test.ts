import { redirect } from "next/navigation";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { eventsOf } from "@/lib/auth/door.fixture";
import { findPatientEntry, findStaffContext } from "@/lib/auth/session";
import { NotFound, Refused } from "@/lib/errors";
import { DatabaseDown } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice } from "@/test/factories";
import { patientAction, publicAction, staffAction } from "./action";

// What only exists within a request of Next's is stood in for; the database is real.
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  redirect: (path: string) => {
    throw new Error(`redirect ${path}`);
  },
}));
vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("use-intl/core");
  const { en: messages } = await import("@/locales/en/texts");
  return {
    getTranslations: async () => createTranslator({ locale: "en", messages, namespace: "refusals" }),
  };
});
vi.mock("@/lib/auth/session", () => ({
  findStaffContext: vi.fn(),
  findPatientEntry: vi.fn(),
  visitor: async () => ({ ip: "192.0.2.7", userAgent: null }),
}));

await testDatabase();
const made = await makePractice();
const { ctx } = await makePatient(made);
const slug = made.practice.slug;
const schema = z.strictObject({ code: z.string().regex(/^\d+$/, "code-not-six-digits") });

beforeEach(() => {
  vi.mocked(findStaffContext).mockResolvedValue(made.office);
  vi.mocked(findPatientEntry).mockResolvedValue({ ctx, unprovenPatientIds: [] });
});

function form(entries: Record<string, string>) {
  const sent = new FormData();
  for (const [name, value] of Object.entries(entries)) sent.append(name, value);
  return sent;
}

test("an action gets the context of the bound practice, from a form with or without state, or typed", async () => {
  const action = patientAction(schema, async (context, { code }) => [context.userId, code]);
  const kept = { ok: true, value: [ctx.userId, "7"] };
  expect(await action(slug, null, form({ code: "7" }))).toEqual(kept);
  expect(await action(slug, form({ code: "7" }))).toEqual(kept);
  expect(await action(slug, { code: "7" })).toEqual(kept);
  expect(await action(slug, null, { code: "7" })).toEqual(kept);
  expect(findPatientEntry).toHaveBeenCalledWith(slug);
});

test("what is run is handed the practice that was checked, whatever the form says", async () => {
  const either = z.object({ practice: z.string() });
  const sent = form({ practice: "another-one" });
  const run = vi.fn(async (_ctx: unknown, _input: unknown, practice: string) => practice);
  expect(await staffAction(either, run)(slug, null, sent)).toEqual({ ok: true, value: slug });
  expect(await patientAction(either, run)(slug, null, sent)).toEqual({ ok: true, value: slug });
});

test.each([undefined, true, {}, "", "no\0slug", "a\r\nb: c", "häfen", "../x", "x".repeat(5_000)])(
  "a practice that cannot be one is not there: %j",
  async (practice) => {
    const run = vi.fn();
    await expect(Reflect.apply(staffAction(schema, run), null, [practice, null, form({})])).rejects.toThrow(
      "404",
    );
    await expect(Reflect.apply(patientAction(schema, run), null, [practice, null, form({})])).rejects.toThrow(
      "404",
    );
    expect(run).not.toHaveBeenCalled();
  },
);

const noted = (run: () => Promise<string>, note: string) =>
  staffAction(z.strictObject({ note: z.string() }), run)(slug, null, { note });

test.each(["a\0b", "a\ud83db", "\ude00", "\\\0"])(
  "a sign the database cannot keep is refused with its sentence: %j",
  async (note) => {
    const run = vi.fn();
    const message =
      "Something in this text cannot be stored, such as half of an emoji. Please type it again.";
    expect(await noted(run, note)).toMatchObject({ ok: false, message });
    expect(run).not.toHaveBeenCalled();
  },
);

test.each(["😀", "\\u0000", "\\ud83d", "C:\\users"])(
  "what only looks like one is taken: %j",
  async (note) => {
    expect(await noted(async () => "done", note)).toEqual({ ok: true, value: "done" });
  },
);

test("bad input runs nothing and is answered beside its field, with what was typed", async () => {
  const run = vi.fn();
  const state = await staffAction(schema, run)(slug, null, form({ code: "x" }));
  expect(run).not.toHaveBeenCalled();
  expect(state).toEqual({
    ok: false,
    message: "Please look again at what is marked. What you typed is still here.",
    fields: { code: "The code has six digits." },
    typed: { code: "x" },
  });
});

test("a field nobody asked for is refused", async () => {
  const state = await staffAction(schema, vi.fn())(slug, null, form({ code: "1", role: "owner" }));
  expect(state).toMatchObject({ ok: false });
});

test("a refusal is answered in words, with its details", async () => {
  const action = patientAction(schema, async () => {
    throw new Refused("entry-mismatch", { left: 1, phone: "(555) 010-0100" });
  });
  expect(await action(slug, { code: "1" })).toMatchObject({
    ok: false,
    message: "This is not what the practice noted. You have one more try. Or call (555) 010-0100.",
  });
});

test.each([
  ["a patient's", patientAction],
  ["the desk's", staffAction],
])("a refusal about one field stands beside it, with what was typed, in %s form", async (_whose, act) => {
  const mismatch = async () => {
    throw new Refused("entry-mismatch", { left: 1, phone: "(555) 010-0100" });
  };
  const sent = form({ code: "1" });
  expect(await act(schema, mismatch, { fields: { "entry-mismatch": "code" } })(slug, null, sent)).toEqual({
    ok: false,
    message: "Please look again at what is marked. What you typed is still here.",
    fields: {
      code: "This is not what the practice noted. You have one more try. Or call (555) 010-0100.",
    },
    typed: { code: "1" },
  });
  expect(await act(schema, mismatch, { fields: { "no-such-code": "code" } })(slug, null, sent)).toMatchObject(
    {
      message: expect.stringContaining("This is not what the practice noted."),
      fields: {},
    },
  );
});

test("a reason without words shows a sentence, not its key", async () => {
  const action = publicAction(schema, async () => {
    throw new Refused("nobody-wrote-this");
  });
  expect(await action(null, { code: "1" })).toMatchObject({
    message: "That is not possible right now. What you typed is still here.",
  });
});

test("what is absent or foreign is a 404, and so is a practice one does not belong to", async () => {
  const absent = staffAction(schema, async () => {
    throw new NotFound();
  });
  await expect(absent(slug, { code: "1" })).rejects.toThrow("404");
  vi.mocked(findStaffContext).mockResolvedValue("stranger");
  await expect(staffAction(schema, vi.fn())(slug, { code: "1" })).rejects.toThrow("404");
});

test("who was signed out meanwhile keeps what was typed", async () => {
  vi.mocked(findPatientEntry).mockResolvedValue("signed-out");
  const run = vi.fn();
  expect(await patientAction(schema, run)(slug, null, form({ code: "7" }))).toMatchObject({
    ok: false,
    message: expect.stringContaining("signed out"),
    typed: { code: "7" },
  });
  expect(run).not.toHaveBeenCalled();
});

test("a redirect, a database that is down and a bug pass through", async () => {
  const failing = (error: () => never) => publicAction(schema, async () => error())(null, { code: "1" });
  await expect(failing(() => redirect("/my"))).rejects.toThrow("redirect /my");
  const down = new DatabaseDown("out of reach");
  await expect(
    failing(() => {
      throw down;
    }),
  ).rejects.toBe(down);
});

test("a denied access leaves an event of its own", async () => {
  const action = staffAction(schema, async () => {
    throw new Refused("not-your-role", { ability: "publish-disclosures" });
  });
  expect(await action(slug, { code: "1" })).toMatchObject({ ok: false });
  expect(await eventsOf(made)).toMatchObject([
    {
      name: "access.refused",
      what: "publish-disclosures",
      reason: "not-your-role",
      actor: { kind: "staff", id: made.office.staffId },
    },
  ]);
});
