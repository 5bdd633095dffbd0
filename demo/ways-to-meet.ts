import { makeGroup } from "@/lib/groups/make-group";
import { readPractice } from "@/lib/in-practice";
import { addPlatform } from "@/lib/platforms/add-platform";
import type { FactKey, FactSource, FactValue } from "@/lib/platforms/facts";
import { leavePlatform } from "@/lib/platforms/leave-platform";
import { noteFact } from "@/lib/platforms/note-fact";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import { setDefault } from "@/lib/platforms/set-default";
import type { StarterKey } from "@/lib/platforms/starters";
import { assignRoom } from "@/lib/rooms/assign-room";
import { notePersonalMeeting } from "@/lib/rooms/note-personal-meeting";
import { addStarters } from "@/lib/safeguards/add-starters";
import { attestSafeguard } from "@/lib/safeguards/attest-safeguard";
import { listClaims } from "@/lib/safeguards/claims";
import type { DemoPlatform, DemoWorld } from "./world";

type Act = (world: DemoWorld, day: (daysAgo: number) => string) => Promise<unknown>;
export type DemoEvent = { daysAgo: number; act: Act };

const listed = (daysAgo: number, key: StarterKey & DemoPlatform): DemoEvent => ({
  daysAgo,
  act: (world) => list(world, key, "video", key),
});
const without = (daysAgo: number, kind: "phone" | "in-person"): DemoEvent => ({
  daysAgo,
  act: (world) => list(world, kind, kind, null),
});

async function list(world: DemoWorld, key: DemoPlatform, kind: PlatformKind, starter: StarterKey | null) {
  const { id } = await addPlatform(world.staff.owner, { kind, name: "", starter });
  world.platforms.set(key, id);
}

type Said = { en?: string; es?: string; source?: FactSource; goodForDays?: number };

function known(
  daysAgo: number,
  platform: DemoPlatform,
  key: FactKey,
  value: FactValue,
  said: Said = {},
): DemoEvent {
  const { en = null, es = null, source = "checked", goodForDays } = said;
  return {
    daysAgo,
    act: ({ staff, platforms }, day) =>
      noteFact(staff.owner, {
        platformId: platforms.get(platform) ?? "",
        key,
        value,
        words: { en, es },
        source,
        sourceName: null,
        link: null,
        checkedOn: day(daysAgo),
        goodUntil: goodForDays ? day(daysAgo - goodForDays) : null,
      }),
  };
}

const common = (daysAgo: number, platform: DemoPlatform): DemoEvent => ({
  daysAgo,
  act: ({ staff, platforms }) =>
    setDefault(staff.owner, { platformId: platforms.get(platform) ?? "", from: null }),
});

function ownMeeting(daysAgo: number, called: string, meeting: string, passcode: string): DemoEvent {
  return {
    daysAgo,
    act: ({ staff, platforms, patients }) =>
      assignRoom(staff.therapist, {
        owner: { patientId: patients.get(called) ?? "" },
        platformId: platforms.get("zoom") ?? "",
        meeting,
        passcode,
        waitingRoom: "yes",
        replaces: undefined,
      }),
  };
}

const couple: DemoEvent = {
  daysAgo: 58,
  act: async ({ staff, platforms, patients }, day) => {
    const { groupId } = await makeGroup(staff.therapist, {
      kind: "couple",
      name: "Ben and Chloe",
      treatingStaffId: staff.therapist.staffId,
      patientIds: ["Ben", "Chloe"].map((called) => patients.get(called) ?? ""),
      joinedOn: day(58),
    });
    await assignRoom(staff.therapist, {
      owner: { groupId },
      platformId: platforms.get("zoom") ?? "",
      meeting: "845 1122 3003",
      passcode: "harbor-3",
      waitingRoom: "yes",
      replaces: undefined,
    });
  },
};

const claimed: DemoEvent = {
  daysAgo: 198,
  act: ({ staff, platforms }) =>
    addStarters(staff.owner, {
      platformId: platforms.get("zoom") ?? null,
      keys: [
        "waiting-room",
        "passcode",
        "own-meeting-id",
        "nobody-before-host",
        "cloud-recording-off",
        "drive-encrypted",
        "one-at-a-time",
        "alone-in-the-room",
      ],
    }),
};

function checkedAll(daysAgo: number, keys: readonly string[], note: string | null = null): DemoEvent {
  return {
    daysAgo,
    act: async ({ staff }, day) => {
      const { therapist } = staff;
      const claims = await readPractice(therapist, (tx, now) => listClaims(tx, therapist, now));
      for (const { id } of claims.filter((claim) => keys.includes(claim.key))) {
        const said = { outcome: "holds", checkedOn: day(daysAgo), note } as const;
        await attestSafeguard(therapist, { safeguardId: id, staffId: therapist.staffId, ...said }, null);
      }
    },
  };
}

/** How Harbor came to meet on Zoom, what it knows about that, and what its therapist checks. */
export const harborWays: readonly DemoEvent[] = [
  listed(299, "teams"),
  without(299, "phone"),
  without(299, "in-person"),
  known(299, "teams", "vendor-agreement", "yes", { goodForDays: 120 }),
  common(298, "teams"),
  known(298, "phone", "recording", "no"),
  known(298, "phone", "quality", "fair", {
    en: "No picture; a silence is harder to read.",
    es: "Sin imagen; cuesta más entender un silencio.",
    source: "experience",
  }),
  known(298, "in-person", "quality", "good", { source: "experience" }),
  listed(204, "zoom"),
  known(204, "zoom", "account-needed", "no", {
    en: "You press the link; no account.",
    es: "Usted pulsa el enlace; sin cuenta.",
  }),
  known(203, "zoom", "vendor-agreement", "yes", { goodForDays: 365 }),
  common(200, "zoom"),
  {
    daysAgo: 196,
    act: ({ staff, platforms }) =>
      leavePlatform(staff.owner, {
        platformId: platforms.get("teams") ?? "",
        why: "Several people could not get in on their phones, and the agreement was about to end.",
      }),
  },
  claimed,
  checkedAll(197, ["waiting-room", "passcode", "own-meeting-id", "nobody-before-host", "drive-encrypted"]),
  checkedAll(40, ["cloud-recording-off"], "Looked in the account's settings, recording tab."),
  checkedAll(25, ["waiting-room", "passcode", "own-meeting-id", "nobody-before-host", "one-at-a-time"]),
  checkedAll(24, ["drive-encrypted", "alone-in-the-room"]),
  known(60, "zoom", "recording", "yes", {
    en: "On my own computer, and only what you allowed.",
    es: "En mi propio equipo, y solo lo que usted permitió.",
  }),
  known(60, "zoom", "quality", "good", { source: "experience" }),
  known(60, "zoom", "ease", "good", { source: "experience" }),
  known(59, "zoom", "content-use", "no", {
    en: "The company says it does not use sessions for advertising or to train its programs.",
    es: "La empresa dice que no usa las sesiones para publicidad ni para entrenar sus programas.",
    source: "vendor",
  }),
  listed(100, "doxy-me"),
  known(95, "doxy-me", "vendor-agreement", "yes", { goodForDays: 365 }),
  known(94, "doxy-me", "quality", "fair", {
    en: "The sound drops more often.",
    es: "El sonido se corta más a menudo.",
    source: "experience",
  }),
  known(94, "doxy-me", "ease", "good", { source: "experience" }),
  listed(50, "meet"),
  {
    daysAgo: 198,
    act: ({ staff }) =>
      notePersonalMeeting(staff.therapist, { meeting: "https://zoom.us/my/elena.reyes.harbor" }),
  },
  ownMeeting(198, "Ana", "https://us02web.zoom.us/j/84511223001", "harbor-1"),
  ownMeeting(198, "Gabriel", "845 1122 3004", "harbor-4"),
  ownMeeting(150, "Hannah", "845 1122 3005", "harbor-5"),
  ownMeeting(110, "Paula", "845 1122 3006", "harbor-6"),
  ownMeeting(59, "Ben", "845 1122 3002", "harbor-2"),
  couple,
];

/** Lakeside meets on what comes with its health record, and by phone. */
export const lakesideWays: readonly DemoEvent[] = [
  listed(290, "zoom"),
  without(290, "phone"),
  known(290, "zoom", "vendor-agreement", "yes", { goodForDays: 700 }),
  common(289, "zoom"),
];
