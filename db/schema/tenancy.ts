/** What every table of a practice shares: the practice, an id made by the app, and times of the database clock. */
import { getTableColumns } from "drizzle-orm";
import {
  type AnyPgColumn,
  customType,
  foreignKey,
  type PgTable,
  pgEnum,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

export const tenantColumns = () => ({ practiceId: uuid("practice_id").notNull(), id: uuid("id").notNull() });

export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const bytes = customType<{ data: Buffer; driverData: Buffer | string }>({
  dataType: () => "bytea",
  // As text, inside of JSON, they are hex behind two signs.
  fromDriver: (value) => (typeof value === "string" ? Buffer.from(value.slice(2), "hex") : value),
});

export const route = pgEnum("route", ["portal", "in-person", "paper", "phone", "system"]);

/** Who did it, and by which route: somebody of the practice, or else the patient's side. */
export const actorColumns = () => ({
  byUser: uuid("by_user").notNull(),
  byStaff: uuid("by_staff"),
  route: route("route").notNull(),
});

type Tenant = PgTable & { practiceId: AnyPgColumn; id: AnyPgColumn };
type Columns = readonly [AnyPgColumn, ...AnyPgColumn[]];

/** A key into another table: to a row of the same practice by its id, or by the columns named. */
export function refers(name: string, columns: Columns, to: Tenant | Columns) {
  const foreignColumns = isTable(to) ? ([to.practiceId, to.id] as const) : withPractice(to);
  return foreignKey({ name, columns: [...withPractice(columns)], foreignColumns: [...foreignColumns] });
}

function withPractice(columns: Columns): Columns {
  const [first] = columns;
  const { practiceId } = getTableColumns(first.table);
  return first.name === "practice_id" || !practiceId ? columns : [practiceId, ...columns];
}

function isTable(to: Tenant | Columns): to is Tenant {
  return "practiceId" in to;
}
