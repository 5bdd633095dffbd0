import { expect, test } from "vitest";
import { dateFormat } from "./date-format";

test("the same is made once, and another zone, language or form by itself", () => {
  const day = { month: "short", day: "numeric", timeZone: "America/Los_Angeles" } as const;
  const format = dateFormat("en-US", day);
  expect(dateFormat("en-US", { ...day })).toBe(format);
  for (const other of [
    dateFormat("es-US", day),
    dateFormat("en-US", { ...day, timeZone: "Europe/Madrid" }),
    dateFormat("en-US", { ...day, month: "long" }),
  ])
    expect(other).not.toBe(format);
});
