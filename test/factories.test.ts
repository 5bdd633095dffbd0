import { expect, test } from "vitest";
import { testDatabase } from "./database";
import { makeDisclosure, makePatient, makePractice } from "./factories";

await testDatabase();

test("what the tests build stands in one practice", async () => {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made, { archived: true });
  const { version, items, texts } = await makeDisclosure(made);

  expect(ctx.patientIds).toEqual([patient.id]);
  expect(version.number).toBe(1);
  expect(items.map((item) => item.key)).toEqual(["look-back", "teaching"]);
  expect(texts.es.title).toBe("Grabar nuestras sesiones");
});
