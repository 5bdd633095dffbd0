import postgres from "postgres";

export type DatabasePasswords = { ownerPassword: string; appPassword: string };

/** Makes the two login roles and a database of the owner's. Doing it again changes the passwords only. */
export async function prepareDatabase(superuserUrl: string, database: { name: string } & DatabasePasswords) {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await prepareRole(sql, "candor_owner", "createrole", database.ownerPassword);
    await prepareRole(sql, "candor_app", "nocreaterole", database.appPassword);

    const [found] = await sql`select 1 from pg_database where datname = ${database.name}`;
    if (!found) {
      await sql.unsafe(`create database ${quoteName(database.name)} owner candor_owner template template0`);
    }
    await grantConnect(sql, database.name);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Only the two roles may connect; a database made from a template does not inherit this. */
export async function grantConnect(sql: postgres.Sql, name: string) {
  await sql.unsafe(`revoke all on database ${quoteName(name)} from public`);
  await sql.unsafe(`grant connect on database ${quoteName(name)} to candor_owner, candor_app`);
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function prepareRole(sql: postgres.Sql, role: string, createrole: string, password: string) {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  const attributes = `login nosuperuser nocreatedb nobypassrls ${createrole}`;
  const secret = password.replaceAll("'", "''");
  await sql.unsafe(`${found ? "alter" : "create"} role ${role} ${attributes} password '${secret}'`);
}

export async function dropDatabase(superuserUrl: string, name: string) {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`drop database if exists ${quoteName(name)} with (force)`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
