import { describe, test } from "vitest";
import { contentForgeries } from "./content-forgeries.fixture";
import { expectRefused, verifyText } from "./forgeries.fixture";

describe.each(Object.entries(contentForgeries))("%s", (_, cases) => {
  test.each(cases)("%s is not accepted", async (_title, make, reason) => {
    expectRefused(await verifyText(make()), reason);
  });
});
