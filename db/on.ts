import { and, eq, getTableColumns, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";

type Tenant = PgTable & { practiceId: AnyPgColumn; id: AnyPgColumn };

/** Joins the row of the same practice that this column names; either of the two tables may be the one that is joined. */
export function on(table: Tenant, column: AnyPgColumn): SQL | undefined {
  const { practiceId } = getTableColumns(column.table);
  if (!practiceId) throw new Error(`${column.name} belongs to no practice`);
  return and(eq(table.practiceId, practiceId), eq(table.id, column));
}
