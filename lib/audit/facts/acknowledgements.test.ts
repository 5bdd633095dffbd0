import { expect, test } from "vitest";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { noteExplained } from "@/lib/trade-offs/note-explained";
import { explanationOf, makeAgreed } from "@/lib/trade-offs/trade-offs.fixture";
import { ownDatabase } from "@/test/database";
import { verifyFacts } from "./verify-facts";

const { asSuperuser } = await ownDatabase();

test("what was explained is of the user of whoever explained it, also after they left", async () => {
  const agreed = await makeAgreed();
  const { made } = agreed;
  await noteExplained(made.therapist, await explanationOf(agreed));
  const trail = await verifyStoredTrail(made.owner);
  const size = trail.ok ? trail.size : 0;
  const verdict = () => verifyFacts(made.owner, { size, withFiles: true });
  expect(await verdict()).toMatchObject({ ok: true });
  await asSuperuser("update auth.memberships set ended_at = clock_timestamp()");
  expect(await verdict()).toMatchObject({ ok: true });

  await asSuperuser(`update acknowledgements set by_user = (select user_id from auth.memberships
    where row_id = '${made.owner.staffId}')`);
  expect(await verdict()).toMatchObject({ ok: false, reason: "noted" });
});
