import type postgres from "postgres";

const freshFor = 1_000;
const patience = 2_000;

/** Answers whether the database is there, asking it at most once a second however many visitors come. */
export function watchDatabase(sql: postgres.Sql): () => Promise<boolean> {
  let asked = -freshFor;
  let answer: Promise<boolean> = Promise.resolve(false);

  return () => {
    if (performance.now() - asked < freshFor) return answer;
    asked = performance.now();
    answer = Promise.race([
      sql`select 1`.then(
        () => true,
        () => false,
      ),
      new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref()),
    ]);
    return answer;
  };
}
