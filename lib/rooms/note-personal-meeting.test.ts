import { expect, test } from "vitest";
import { personalMeetingsPage } from "@/lib/screens/desk/personal-meetings";
import { testDatabase } from "@/test/database";
import { makePractice, makeStaff, trailOf } from "@/test/factories";
import { assignRoom } from "./assign-room";
import { notePersonalMeeting } from "./note-personal-meeting";
import { makeMeeting } from "./rooms.fixture";

await testDatabase();

test("one's own personal meeting is noted, shown by its ending alone, and recorded", async () => {
  const { owner, therapist, practice } = await makePractice();
  const { meetingId } = await notePersonalMeeting(therapist, { meeting: "https://zoom.us/my/dr.reyes" });
  expect(await personalMeetingsPage(therapist)).toMatchObject([{ id: meetingId, ending: "eyes" }]);
  expect(await personalMeetingsPage(owner)).toEqual([]);
  const event = (await trailOf(practice.id)).at(-1);
  expect(event).toMatchObject({ name: "personal-meeting.noted", meetingId, staffId: therapist.staffId });
});

test("what a patient or a colleague has is refused, and what is noted already too", async () => {
  const { made, input } = await makeMeeting();
  await assignRoom(made.therapist, { ...input, meeting: "812 3456 7890" });
  const theirs = notePersonalMeeting(made.therapist, { meeting: "https://zoom.us/j/81234567890" });
  await expect(theirs).rejects.toMatchObject({ reason: "meeting-of-someone-else" });
  await notePersonalMeeting(made.owner, { meeting: "doxy.me/okafor" });
  const colleague = await makeStaff(made, { roles: ["therapist"] });
  const again = (ctx: typeof colleague) => notePersonalMeeting(ctx, { meeting: "https://doxy.me/Okafor" });
  await expect(again(colleague)).rejects.toMatchObject({ reason: "meeting-of-someone-else" });
  await expect(again(made.owner)).rejects.toMatchObject({ reason: "personal-meeting-noted" });
  await expect(notePersonalMeeting(made.owner, { meeting: "tel:1" })).rejects.toHaveProperty("reason");
  await expect(notePersonalMeeting(made.auditor, { meeting: "812 0000 0000" })).rejects.toMatchObject({
    reason: "not-your-role",
  });
});

test("another practice knows nothing of it", async () => {
  const [here, there] = [await makePractice(), await makePractice()];
  await notePersonalMeeting(here.owner, { meeting: "812 3456 7890" });
  await expect(notePersonalMeeting(there.owner, { meeting: "812 3456 7890" })).resolves.toHaveProperty(
    "meetingId",
  );
});

test("of two who note the same at once, one has it", async () => {
  const { owner, therapist } = await makePractice();
  const tries = await Promise.allSettled(
    [owner, therapist].map((ctx) => notePersonalMeeting(ctx, { meeting: "812 3456 7890" })),
  );
  expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});
