/** What belongs to the installation and to no practice: the authority that vouches for every practice's seal. */
import { boolean, pgSchema, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./tenancy";

export const work = pgSchema("work");

export const installationAuthority = work.table("installation_authority", {
  id: uuid("id").primaryKey(),
  /** Always true, and unique: there is one authority. */
  only: boolean("only").notNull().default(true).unique("installation_authority_only"),
  certificate: bytes("certificate").notNull(),
  privateKey: bytes("private_key").notNull(),
  madeAt: moment("made_at").notNull(),
});
