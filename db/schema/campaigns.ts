/** A campaign asks everybody who holds an answer to an earlier text about the new one, once each. */
import { pgEnum, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { versions } from "./disclosures";
import { patients } from "./patients";
import { staffMembers } from "./practices";
import { moment, refers, tenantColumns } from "./tenancy";

export const campaignSkip = pgEnum("campaign_skip", [
  "archived",
  "mailbox-outgrown",
  "already-asked",
  "already-satisfied",
  "said-no",
  "asked-not-to",
  "not-met",
  "retired",
  "newer-text",
]);

export const campaigns = pgTable(
  "campaigns",
  {
    ...tenantColumns(),
    disclosureId: uuid("disclosure_id").notNull(),
    versionId: uuid("version_id").notNull(),
    begunAt: moment("begun_at").notNull(),
    begunBy: uuid("begun_by").notNull(),
    /** Until then it can be stopped before anybody hears of it. */
    leavesAt: moment("leaves_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "campaigns_pk", columns: [t.practiceId, t.id] }),
    refers("campaigns_version_fk", [t.disclosureId, t.versionId], [versions.disclosureId, versions.id]),
    refers("campaigns_begun_by_fk", [t.begunBy], staffMembers),
    unique("campaigns_one_per_version").on(t.practiceId, t.versionId),
  ],
);

/** Whom a campaign asks. Who has neither a request of it nor a skip is still to be asked. */
export const campaignHolders = pgTable(
  "campaign_holders",
  {
    ...tenantColumns(),
    campaignId: uuid("campaign_id").notNull(),
    patientId: uuid("patient_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "campaign_holders_pk", columns: [t.practiceId, t.id] }),
    refers("campaign_holders_campaign_fk", [t.campaignId], campaigns),
    refers("campaign_holders_patient_fk", [t.patientId], patients),
    unique("campaign_holders_once").on(t.practiceId, t.campaignId, t.patientId),
  ],
);

/** When their turn came there was a reason not to ask. */
export const campaignSkips = pgTable(
  "campaign_skips",
  {
    ...tenantColumns(),
    campaignId: uuid("campaign_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    reason: campaignSkip("reason").notNull(),
    skippedAt: moment("skipped_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "campaign_skips_pk", columns: [t.practiceId, t.id] }),
    refers(
      "campaign_skips_holder_fk",
      [t.campaignId, t.patientId],
      [campaignHolders.campaignId, campaignHolders.patientId],
    ),
    unique("campaign_skips_once").on(t.practiceId, t.campaignId, t.patientId),
  ],
);

export const campaignStops = pgTable(
  "campaign_stops",
  {
    ...tenantColumns(),
    campaignId: uuid("campaign_id").notNull(),
    stoppedAt: moment("stopped_at").notNull(),
    stoppedBy: uuid("stopped_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "campaign_stops_pk", columns: [t.practiceId, t.id] }),
    refers("campaign_stops_campaign_fk", [t.campaignId], campaigns),
    unique("campaign_stops_once").on(t.practiceId, t.campaignId),
  ],
);

export type Campaign = typeof campaigns.$inferSelect;
