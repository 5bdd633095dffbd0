import postgres from "postgres";
import { afterAll } from "vitest";
import type { TestDatabase } from "@/test/database";

/** One connection a role, closed when the calling test file ends. */
export function connections({ url, ownerUrl, superuserUrl }: TestDatabase) {
  const quiet = { max: 1, onnotice: () => {} };
  const made = {
    app: postgres(url, quiet),
    owner: postgres(ownerUrl, quiet),
    superuser: postgres(superuserUrl, quiet),
  };
  afterAll(() => Promise.all(Object.values(made).map((sql) => sql.end())));
  return made;
}

/** Changes of the catalog are taken back like any other. */
export async function rolledBack(sql: postgres.Sql, act: (tx: postgres.TransactionSql) => Promise<void>) {
  const over = new Error("over");
  const doing = sql.begin(async (tx) => {
    await act(tx);
    throw over;
  });
  await doing.catch((error) => {
    if (error !== over) throw error;
  });
}
