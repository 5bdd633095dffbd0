import { sql } from "drizzle-orm";

/** Tens of thousands of moments are read as numbers: as text each would be parsed again. */
export function milliseconds(column: string) {
  return sql.raw(`round(date_part('epoch', ${column}) * 1000)`);
}
