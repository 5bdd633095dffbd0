import postgres from "postgres";
import { patientWithBelongings } from "./belongings";
import { expect, test } from "./fixtures";
import { postPlainly } from "./posted-plainly";
import { makePractice } from "./practices";
import { addressOf, servedActions } from "./served";

test("where nothing can be stored, a plain form says so in both languages, and works again after it", async ({
  pageOf,
}) => {
  const practice = await makePractice(["electronic-records", "email-scheduling", "video-sharing"]);
  const own = await patientWithBelongings(practice);
  const { request } = await pageOf(own.patient.email, practice.slug);
  const action = servedActions().find(({ name }) => name === "withdrawEverythingAction");
  if (!action) throw new Error("There is no action to take everything back");
  const takeBack = () =>
    postPlainly(request, action, addressOf(action.route, own.open), [practice.slug], {
      patientId: own.patient.id,
    });
  const full = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  const { practiceId } = practice.staff.owner;
  await full.unsafe(`
    create function disk_is_full() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger full_disk before insert on withdrawals for each row
      when (new.practice_id = '${practiceId}') execute function disk_is_full()`);
  const refused = await takeBack();
  await full.unsafe("drop function disk_is_full cascade");
  await full.end();
  expect(refused.status).toBe(503);
  expect(refused.text).toMatch(
    /What you sent a moment ago was not stored[\s\S]*acaba de enviar no se guardó/,
  );
  expect((await takeBack()).status).toBe(303);
});
