import type { Attempt } from "@/lib/roles.fixture";
import { addSafeguard } from "./add-safeguard";
import { addStarters } from "./add-starters";
import { attestSafeguard } from "./attest-safeguard";
import { dropSafeguard } from "./drop-safeguard";
import { openAttestation } from "./open-attestation";
import { checkBy, ownClaim, picture } from "./safeguards.fixture";
import { takeUpSafeguard } from "./take-up-safeguard";

type World = Parameters<Attempt["run"]>[1];

/** What the practice claims, and who says that it holds, one attempt each. */
export const safeguardAttempts: Attempt[] = [
  {
    ability: "manage-safeguards",
    name: "addSafeguard",
    about: "nobody",
    run: (ctx) => addSafeguard(ctx, ownClaim),
  },
  {
    ability: "manage-safeguards",
    name: "addStarters",
    about: "nobody",
    run: (ctx) => addStarters(ctx, { keys: ["passcode"], platformId: null }),
  },
  {
    ability: "manage-safeguards",
    name: "dropSafeguard",
    about: "practice",
    run: async (ctx, world) => dropSafeguard(ctx, await claimed(world)),
  },
  {
    ability: "manage-safeguards",
    name: "takeUpSafeguard",
    about: "practice",
    run: async (ctx, world) => {
      const about = await claimed(world);
      await dropSafeguard(world.made.owner, about);
      await takeUpSafeguard(ctx, about);
    },
  },
  {
    ability: "attest-safeguards",
    name: "attestSafeguard",
    about: "practice",
    run: async (ctx, world) => {
      const { safeguardId } = await claimed(world);
      await attestSafeguard(ctx, checkBy(ctx, safeguardId, "2026-01-12"), null);
    },
  },
  {
    ability: "read-attestations",
    name: "openAttestation",
    about: "practice",
    run: async (ctx, world) => {
      const { safeguardId } = await claimed(world);
      const { owner } = world.made;
      const said = checkBy(owner, safeguardId, "2026-01-12");
      await openAttestation(ctx, (await attestSafeguard(owner, said, picture)).attestationId);
    },
  },
];

async function claimed({ made }: World) {
  return addSafeguard(made.owner, ownClaim);
}
