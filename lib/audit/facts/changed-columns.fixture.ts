/** A statement that changes one column of one row, as far as its type has another value. */
export function changeOf(table: string, { name, type, isEnum }: Column): string {
  return `update ${table} set ${name} = ${another(name, type, isEnum)}
    where ctid = (select ctid from ${table} order by ${table === "events" ? "seq" : "id"} limit 1)`;
}

export type Column = { name: string; type: string; isEnum: boolean };

function another(name: string, type: string, isEnum: boolean): string {
  if (isEnum)
    return `(select other from unnest(enum_range(null::${type})) other where other is distinct from ${name} limit 1)`;
  switch (type) {
    case "uuid":
      return "gen_random_uuid()";
    case "timestamptz":
      return `coalesce(${name}, clock_timestamp()) + interval '1 day'`;
    case "date":
      return `coalesce(${name}, current_date) + 1`;
    case "bool":
      return `not coalesce(${name}, false)`;
    case "int2":
    case "int4":
    case "int8":
      return `coalesce(${name}, 0) + 1`;
    case "bytea":
      return `coalesce(${name}, '\\x') || '\\x01'`;
    case "jsonb":
      return `'{"other":1}'::jsonb`;
    case "_text":
      return `array_append(${name}, 'other')`;
    case "_language":
      return `array_append(${name}, 'en')`;
    default:
      return `coalesce(${name}, '') || 'x'`;
  }
}
