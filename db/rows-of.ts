import { getTableColumns, type InferSelectModel, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * With each row of a select: those of another table that belong to it, in this order, as a select by itself would give
 * them. So what one noun knows is one statement, in however many tables it stands.
 */
export function rowsOf<T extends PgTable>(
  table: T,
  belonging: SQL | undefined,
  ...order: SQLWrapper[]
): SQL<InferSelectModel<T>[]> {
  const inOrder = order.length > 0 ? sql` order by ${sql.join(order, sql`, `)}` : sql``;
  return sql`(select coalesce(json_agg(to_json(${table})${inOrder}), '[]') from ${table} where ${belonging})`.mapWith(
    (told: Record<string, unknown>[]) => told.map((row) => asRow(table, row)),
  );
}

/** Safe because each column reads its value as it does in a select, where it comes as text too. */
function asRow<T extends PgTable>(table: T, told: Record<string, unknown>): InferSelectModel<T> {
  const values = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const value = told[column.name];
    return [key, value === null ? null : column.mapFromDriverValue(value)];
  });
  return Object.fromEntries(values) as InferSelectModel<T>;
}
