import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { ownDatabase, testDatabase } from "@/test/database";

const shared = await testDatabase();
const sharedAgain = await testDatabase();
const database = await ownDatabase();
const app = postgres(database.url, { max: 1 });
afterAll(() => app.end());

test("files share their worker's database, and one may have its own", () => {
  expect(sharedAgain.url).toBe(shared.url);
  expect(database.url).not.toBe(shared.url);
});

test("the database is reached by the app role", async () => {
  const [row] = await app`select current_user as name, current_database() as database`;
  expect(row?.name).toBe("candor_app");
  expect(database.ownerUrl).toContain(row?.database);
  expect(process.env.DATABASE_URL).toBe(database.url);
});

test("the app role is neither superuser nor above row-level security", async () => {
  const [row] =
    await app`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`;
  expect(row).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
});

test("letters with accents change case in the database", async () => {
  const [row] = await app`select lower('ÁÑÜ') as lower, 'É' ilike 'é' as alike`;
  expect(row).toEqual({ lower: "áñü", alike: true });
});
