/** A campaign asks everybody who holds an answer to an earlier text about the new one, once each. */
import { foreignKey, pgEnum, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { versions } from "./disclosures";
import { patients } from "./patients";
import { staffMembers } from "./practices";
import { moment, tenantColumns } from "./tenancy";

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
    foreignKey({
      name: "campaigns_version_fk",
      columns: [t.practiceId, t.disclosureId, t.versionId],
      foreignColumns: [versions.practiceId, versions.disclosureId, versions.id],
    }),
    foreignKey({
      name: "campaigns_begun_by_fk",
      columns: [t.practiceId, t.begunBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
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
    foreignKey({
      name: "campaign_holders_campaign_fk",
      columns: [t.practiceId, t.campaignId],
      foreignColumns: [campaigns.practiceId, campaigns.id],
    }),
    foreignKey({
      name: "campaign_holders_patient_fk",
      columns: [t.practiceId, t.patientId],
      foreignColumns: [patients.practiceId, patients.id],
    }),
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
    foreignKey({
      name: "campaign_skips_holder_fk",
      columns: [t.practiceId, t.campaignId, t.patientId],
      foreignColumns: [campaignHolders.practiceId, campaignHolders.campaignId, campaignHolders.patientId],
    }),
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
    foreignKey({
      name: "campaign_stops_campaign_fk",
      columns: [t.practiceId, t.campaignId],
      foreignColumns: [campaigns.practiceId, campaigns.id],
    }),
    unique("campaign_stops_once").on(t.practiceId, t.campaignId),
  ],
);

export type Campaign = typeof campaigns.$inferSelect;
