/** What every table of a practice shares: the practice, an id made by the app, and times of the database clock. */
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

export const tenantColumns = () => ({ practiceId: uuid("practice_id").notNull(), id: uuid("id").notNull() });

export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
