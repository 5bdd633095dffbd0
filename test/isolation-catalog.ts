import type postgres from "postgres";
import { keptByWork, listKeepers, looks, ownersFunctions, workColumns } from "@/test/isolation-looks";
import { relations, type Verdict } from "@/test/isolation-verdicts";

type Sql = postgres.Sql | postgres.TransactionSql;
type Relations = Readonly<Record<string, Verdict>>;

const ours = ["public", "auth", "work", "drizzle"];
const tables = ["r", "p"];
const ownPractice =
  "(practice_id = ( SELECT (current_setting('app.practice'::text))::uuid AS current_setting))";

/** What the catalog says against the walls between practices, one sentence each; none when they stand. */
export async function faultsOfCatalog(sql: Sql, verdicts: Relations = relations): Promise<string[]> {
  return [
    ...(await faultsOfSchemas(sql)),
    ...(await faultsOfRelations(sql, verdicts)),
    ...(await faultsOfKeys(sql)),
    ...(await faultsOfPolicies(sql)),
    ...(await faultsOfTriggers(sql, verdicts)),
    ...(await faultsOfFunctions(sql)),
    ...(await faultsOfGrants(sql)),
    ...(await faultsOfRoles(sql)),
  ];
}

async function faultsOfSchemas(sql: Sql) {
  const rows = await sql<{ name: string; may: boolean }[]>`
    select nspname as name, has_schema_privilege('candor_app', oid, 'create') as may from pg_namespace
     where nspname !~ '^pg_' and nspname <> 'information_schema'`;
  const rogue = rows.filter(({ name }) => !ours.includes(name));
  return [
    ...rogue.map(({ name }) => `Schema ${name} has no verdict.`),
    ...rows.filter(({ may }) => may).map(({ name }) => `The app role may create things in schema ${name}.`),
  ];
}

async function faultsOfRelations(sql: Sql, verdicts: Relations) {
  const rows = await sql<
    {
      name: string;
      schema: string;
      kind: string;
      walled: boolean;
      forced: boolean;
      invoker: boolean;
      may: string[];
      sets: string[];
    }[]
  >`
    select n.nspname || '.' || c.relname as name, n.nspname as schema, c.relkind as kind,
      c.relrowsecurity as walled, c.relforcerowsecurity as forced,
      coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false) as invoker,
      case when c.relkind = 'S'
        then array(select p from unnest(array['select', 'update', 'usage']) p where has_sequence_privilege('candor_app', c.oid, p))
        else array(select p from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
                    where has_table_privilege('candor_app', c.oid, p)
                       or (p = 'references' and has_any_column_privilege('candor_app', c.oid, p))) end as may,
      array(select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and c.relkind <> 'S'
               and has_column_privilege('candor_app', c.oid, a.attnum, 'update') order by a.attnum) as sets
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any(${ours}) and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') order by 1`;
  const gone = Object.keys(verdicts).filter((name) => !rows.some((row) => row.name === name));
  const faults = gone.map((name) => `${name} has a verdict and does not exist.`);
  for (const { name, schema, kind, walled, forced, invoker, may, sets } of rows) {
    const verdict = verdicts[name];
    if (!verdict) faults.push(`${name} has no verdict.`);
    if (kind === "v" && !invoker)
      faults.push(`View ${name} shows what its owner may see: it is not security_invoker.`);
    if (kind === "m") faults.push(`Materialized view ${name} shows the rows of every practice.`);
    if (schema === "public" && tables.includes(kind)) {
      if (!walled) faults.push(`${name} has no row-level security.`);
      if (!forced) faults.push(`${name} does not force row-level security on its owner.`);
    }
    if (!verdict) continue;
    const expected = (["select", "insert", "delete"] as const).filter((verb) => verdict[verb]);
    if (may.join() !== expected.join())
      faults.push(`The app role may ${may} ${name}, and should ${expected}.`);
    if (sets.toSorted().join() !== verdict.update.toSorted().join())
      faults.push(`The app role may change ${sets} of ${name}, and should ${verdict.update}.`);
  }
  return faults;
}

async function faultsOfKeys(sql: Sql) {
  const rows = await sql<{ fault: string }[]>`
    with of_practice as (
      select c.oid, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p')
    ), keys as (
      select t.name, t.oid, k.conname, k.contype, k.confrelid,
        array(select a.attname::text from unnest(k.conkey) with ordinality u(num, at)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by u.at) as here,
        array(select a.attname::text from unnest(k.confkey) with ordinality u(num, at)
                join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num order by u.at) as there
        from of_practice t join pg_constraint k on k.conrelid = t.oid
    )
    select name || ' has no primary key (practice_id, id).' as fault from of_practice t
     where not exists (select from keys k where k.oid = t.oid and contype = 'p' and here = array['practice_id', 'id'])
    union all
    select format('Foreign key %s of %s can point into another practice: it lacks practice_id.', conname, name) from keys
     where contype = 'f' and confrelid in (select oid from of_practice)
       and not (here[1] = 'practice_id' and there[1] = 'practice_id')
    union all
    select format('Unique index %s of %s tells what other practices have: it does not start with practice_id.',
                  i.indexrelid::regclass, t.name)
      from of_practice t join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
     where a.attname is distinct from 'practice_id'`;
  return rows.map(({ fault }) => fault);
}

async function faultsOfPolicies(sql: Sql) {
  const rows = await sql<{ name: string; policies: string[] }[]>`
    select n.nspname || '.' || c.relname as name,
      array(select concat_ws(' ', p.polname, p.polpermissive, p.polcmd, (select string_agg(r::regrole::text, ',') from unnest(p.polroles) r),
                             pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
              from pg_policy p where p.polrelid = c.oid order by p.polname) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any(${ours}) and c.relkind in ('r', 'p')`;
  return rows.flatMap(({ name, policies }) => {
    const expected = name.startsWith("public.")
      ? [
          `own_practice t * candor_app ${ownPractice} ${ownPractice}`,
          "owner_migrates t * candor_owner true true",
        ]
      : [];
    if (workColumns[name] && !keptByWork.includes(name)) expected.push("work_looks t r candor_work true");
    const wrong = [
      ...policies
        .filter((policy) => !expected.includes(policy))
        .map((policy) => `has the policy "${policy}"`),
      ...expected
        .filter((policy) => !policies.includes(policy))
        .map((policy) => `lacks the policy "${policy}"`),
    ];
    return wrong.map((what) => `${name} ${what}.`);
  });
}

async function faultsOfTriggers(sql: Sql, verdicts: Relations) {
  const rows = await sql<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (select count(*) from pg_trigger t
             where t.tgrelid = c.oid and t.tgfoid = 'work.refuse_change'::regproc and t.tgenabled in ('O', 'A')
               and ((t.tgname = 'refuse_change' and t.tgtype = 27) or (t.tgname = 'refuse_truncate' and t.tgtype = 34))) = 2`;
  const guarded = rows.map(({ name }) => name);
  return Object.entries(verdicts)
    .filter(([name, { appendOnly }]) => appendOnly !== guarded.includes(name))
    .map(([name, { appendOnly }]) =>
      appendOnly
        ? `${name} is append-only by grant alone: its triggers are missing.`
        : `${name} refuses the changes its verdict allows.`,
    );
}

async function faultsOfFunctions(sql: Sql) {
  const rows = await sql<
    {
      name: string;
      definer: boolean;
      owner: string;
      path: boolean;
      returns: string;
      app: boolean;
      anybody: boolean;
    }[]
  >`
    select format('%s.%s(%s)', n.nspname, p.proname, replace(oidvectortypes(p.proargtypes), ', ', ',')) as name,
      p.prosecdef as definer, p.proowner::regrole::text as owner,
      coalesce(p.proconfig && array['search_path=""'], false) as path, coalesce(pg_get_function_result(p.oid), '') as returns,
      has_function_privilege('candor_app', p.oid, 'execute') as app, has_function_privilege('public', p.oid, 'execute') as anybody
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any(${ours})`;
  const known = [...Object.keys(looks), ...ownersFunctions, ...listKeepers];
  const faults = known
    .filter((name) => !rows.some((row) => row.name === name))
    .map((name) => `${name} has a verdict and does not exist.`);
  for (const { name, definer, owner, path, returns, app, anybody } of rows) {
    if (!known.includes(name)) faults.push(`Function ${name} has no verdict.`);
    if (definer && !(name in looks) && !listKeepers.includes(name))
      faults.push(`Function ${name} is SECURITY DEFINER and not a listed look.`);
    if (!path) faults.push(`Function ${name} has no fixed search_path.`);
    if (anybody) faults.push(`Anybody may call ${name}.`);
    if (app !== name in looks) faults.push(`The app role ${app ? "may" : "may not"} call ${name}.`);
    if (!(name in looks) && !listKeepers.includes(name)) continue;
    if (!definer || owner !== "candor_work")
      faults.push(`${name} must be SECURITY DEFINER of candor_work, not of ${owner}.`);
    if (name in looks && returns !== looks[name])
      faults.push(`${name} tells ${returns}, and should tell ${looks[name]}.`);
  }
  return faults;
}

async function faultsOfGrants(sql: Sql) {
  const strangers = await sql<{ fault: string }[]>`
    with given as (
      select n.nspname || '.' || c.relname as name, (aclexplode(c.relacl)).grantee
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any(${ours})
      union select n.nspname || '.' || c.relname || '.' || a.attname, (aclexplode(a.attacl)).grantee
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any(${ours})
    )
    select format('%s is granted to %s.', name, case when grantee = 0 then 'everybody' else grantee::regrole::text end) as fault
      from given where grantee = 0 or grantee::regrole::text not in ('candor_owner', 'candor_app', 'candor_work')`;
  const work = await sql<{ name: string; sees: string[]; changes: boolean }[]>`
    select n.nspname || '.' || c.relname as name,
      array(select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
               and has_column_privilege('candor_work', c.oid, a.attnum, 'select')) as sees,
      has_any_column_privilege('candor_work', c.oid, 'insert, update, references')
        or has_table_privilege('candor_work', c.oid, 'delete, truncate, trigger') as changes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any(${ours}) and c.relkind in ('r', 'p', 'v', 'm', 'f')`;
  const loose = work.filter(
    ({ name, sees, changes }) =>
      changes !== keptByWork.includes(name) ||
      sees.toSorted().join() !== (workColumns[name] ?? []).toSorted().join(),
  );
  return [
    ...strangers.map(({ fault }) => fault),
    ...loose.map(
      ({ name, sees }) =>
        `candor_work sees ${sees} of ${name}, and should see ${workColumns[name] ?? "nothing"}.`,
    ),
  ];
}

async function faultsOfRoles(sql: Sql) {
  const rows = await sql<{ fault: string }[]>`
    select format('The role %s is above row-level security.', rolname) as fault from pg_roles
     where rolname in ('candor_app', 'candor_work', 'candor_owner') and (rolsuper or rolbypassrls)
    union all
    select format('The app role is a member of %s.', roleid::regrole) from pg_auth_members where member = 'candor_app'::regrole
    union all
    select 'candor_work may sign in.' from pg_roles where rolname = 'candor_work' and rolcanlogin
    union all
    select format('The app role owns %s.', pg_describe_object(classid, objid, objsubid)) from pg_shdepend
     where refobjid = 'candor_app'::regrole and deptype = 'o' and dbid in (0, (select oid from pg_database where datname = current_database()))
    union all
    select 'The app role may create schemas or temporary tables.'
     where has_database_privilege('candor_app', current_database(), 'create, temporary')`;
  return rows.map(({ fault }) => fault);
}
