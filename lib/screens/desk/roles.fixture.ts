import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import { listOpenConversations } from "@/lib/conversations/queries";
import { talkFirst } from "@/lib/conversations/talk-first";
import { NotFound, Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { type Attempt, requestTo } from "@/lib/roles.fixture";
import { patientPage } from "./patient";
import { trailPage } from "./trail";

/** What is left out of a page where others see it counts as not found, a note that is hidden as refused. */
export const readings: Attempt[] = [
  {
    ability: "see-conversations",
    name: "listOpenConversations",
    about: "patient",
    run: async (ctx, world) => {
      await talkFirst(world.patientCtx, await requestTo(world));
      const open = await readPractice(ctx, (tx) => listOpenConversations(tx, ctx));
      if (open.length === 0) throw new NotFound();
    },
  },
  {
    ability: "read-conversation-notes",
    name: "patientPage",
    about: "patient",
    run: async (ctx, world) => {
      await talkFirst(world.patientCtx, await requestTo(world));
      const { owner } = world.made;
      const [open] = await readPractice(owner, (tx) => listOpenConversations(tx, owner));
      const conversation = { conversationIds: [open?.id ?? ""], outcome: "wants-time" as const };
      await concludeConversation(owner, { ...conversation, note: "Would rather meet in person." });
      const { conversations } = await patientPage(ctx, world.patient.id, "en");
      if (!conversations[0]?.note) throw new Refused("not-your-role");
    },
  },
  {
    ability: "read-trail",
    name: "trailPage",
    about: "patient",
    run: async (ctx, { patient }) => {
      const { patient: found } = await trailPage(ctx, { patientId: patient.id }, "en");
      if (!found) throw new NotFound();
    },
  },
];
