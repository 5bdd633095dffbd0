/** What every table of a practice shares: the practice, an id made by the app, and times of the database clock. */
import { customType, pgEnum, timestamp, uuid } from "drizzle-orm/pg-core";

export const tenantColumns = () => ({ practiceId: uuid("practice_id").notNull(), id: uuid("id").notNull() });

export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const route = pgEnum("route", ["portal", "in-person", "paper", "phone", "system"]);

/** Who did it, and by which route: somebody of the practice, or else the patient's side. */
export const actorColumns = () => ({
  byUser: uuid("by_user").notNull(),
  byStaff: uuid("by_staff"),
  route: route("route").notNull(),
});
