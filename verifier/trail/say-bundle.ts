import type { Language } from "../languages";
import type { Sentence } from "../sentence";
import type { Held } from "./hold-against";
import type { BundleVerdict } from "./verify-bundle";

/** `holds-partly`: after some entry the files only agree with each other. */
export type BundleState = "holds" | "holds-partly" | "agrees" | "differs";
type Sound = Extract<BundleVerdict, { ok: true }>;

/** What the files of an export show, first of all which entries nobody signed; and what that does not prove. */
export function sayBundle(verdict: BundleVerdict, language: Language): Sentence & { state: BundleState } {
  const say = words[language];
  const state = stateOf(verdict);
  if (!verdict.ok)
    return { state, says: say.differs(verdict.seq, verdict.says[language]), ...say.limits[state] };
  const { size, unsigned, unconfirmed, signedSize, checkpointsChecked } = verdict;
  const tail = [
    unsigned > 0 && say.tail(size - unsigned, size - 1),
    unconfirmed > 0 && say.unconfirmed(signedSize - unconfirmed, signedSize - 1),
  ];
  const holding = `${say.holding(state, verdict)}: ${say.counted(size, checkpointsChecked)}.`;
  return {
    state,
    says: capital([...tail.filter((one) => one !== false), holding].join("")),
    ...say.limits[state],
  };
}

function stateOf(verdict: BundleVerdict): BundleState {
  if (!verdict.ok) return "differs";
  const { size, unsigned, vouchedFor } = verdict;
  if (vouchedFor === null) return "agrees";
  // The entry that tells of a signing comes after what it signed.
  return vouchedFor >= size - unsigned - 1 ? "holds" : "holds-partly";
}

const english = {
  differs: (seq: number | null, why: string) =>
    seq === null ? `The trail does not hold. ${why}` : `The trail does not hold at entry ${seq}. ${why}`,
  tail: (from: number, to: number) =>
    from === to
      ? `entry ${from} is signed by no checkpoint: anybody could have written it. Before that, `
      : `entries ${from} to ${to} are signed by no checkpoint: anybody could have written them. Before that, `,
  unconfirmed: (from: number, to: number) =>
    from === to
      ? `entry ${from} is confirmed by too few of the witnesses you gave: whoever holds the key could have written it. Before that, `
      : `entries ${from} to ${to} are confirmed by too few of the witnesses you gave: whoever holds the key could have written them. Before that, `,
  holding: (state: BundleState, { held, vouchedFor }: Sound) => {
    if (state === "agrees") return "these files agree with each other";
    const by = listed(held, byWhat.en, " and ");
    if (state === "holds") return `the trail holds, by ${by}`;
    return `the trail holds up to entry ${(vouchedFor ?? 0) - 1}, by ${by}; after that these files only agree with each other`;
  },
  counted: (entries: number, checkpoints: number) =>
    `${entries} ${entries === 1 ? "entry" : "entries"}, ${checkpoints} signed ${checkpoints === 1 ? "checkpoint" : "checkpoints"}`,
  limits: {
    holds: {
      doesNotProve: "This does not show that what an entry says is true, or that nothing was left out.",
    },
    "holds-partly": {
      doesNotProve: "What comes after that entry could have been written anew by whoever holds the key.",
    },
    agrees: { doesNotProve: "Whoever wrote all of them could have written any history." },
    differs: {
      doesNotProve: "This does not show who changed something, or which of two histories is the true one.",
    },
  },
};

const spanish: typeof english = {
  differs: (seq, why) =>
    seq === null
      ? `El registro no se sostiene. ${why}`
      : `El registro no se sostiene en la entrada ${seq}. ${why}`,
  tail: (from, to) =>
    from === to
      ? `ningún punto de control firma la entrada ${from}: cualquiera pudo escribirla. Hasta ahí, `
      : `ningún punto de control firma las entradas ${from} a ${to}: cualquiera pudo escribirlas. Hasta ahí, `,
  unconfirmed: (from, to) =>
    from === to
      ? `muy pocos de los testigos que usted dio confirman la entrada ${from}: pudo escribirla quien tiene la clave. Hasta ahí, `
      : `muy pocos de los testigos que usted dio confirman las entradas ${from} a ${to}: pudo escribirlas quien tiene la clave. Hasta ahí, `,
  holding: (state, { held, vouchedFor }) => {
    if (state === "agrees") return "estos archivos concuerdan entre sí";
    const by = listed(held, byWhat.es, " y ");
    if (state === "holds") return `el registro se sostiene, por ${by}`;
    return `el registro se sostiene hasta la entrada ${(vouchedFor ?? 0) - 1}, por ${by}; después, estos archivos solo concuerdan entre sí`;
  },
  counted: (entries, checkpoints) =>
    `${entries} ${entries === 1 ? "entrada" : "entradas"}, ${checkpoints} ${checkpoints === 1 ? "punto de control firmado" : "puntos de control firmados"}`,
  limits: {
    holds: {
      doesNotProve: "Esto no demuestra que sea cierto lo que dice una entrada, ni que no se omitiera nada.",
    },
    "holds-partly": {
      doesNotProve: "Lo que sigue a esa entrada pudo escribirlo de nuevo quien tiene la clave.",
    },
    agrees: { doesNotProve: "Quien los escribió todos pudo escribir cualquier historia." },
    differs: {
      doesNotProve: "Esto no demuestra quién cambió algo, ni cuál de dos historias es la verdadera.",
    },
  },
};

const words: Record<Language, typeof english> = { en: english, es: spanish };

const byWhat: Record<Language, Record<Held["by"], string>> = {
  en: {
    key: "the key you gave",
    document: "the copies you gave",
    "older-export": "the older export",
    noted: "what you noted",
    witness: "the witnesses you gave",
  },
  es: {
    key: "la clave que usted dio",
    document: "las copias que usted dio",
    "older-export": "la exportación anterior",
    noted: "lo que usted anotó",
    witness: "los testigos que usted dio",
  },
};

const inTurn = ["key", "document", "older-export", "noted", "witness"] as const;

function listed(held: readonly Held[], names: Record<Held["by"], string>, and: string): string {
  const kinds = inTurn.filter((kind) => held.some(({ by }) => by === kind));
  const who = held.find(({ by }) => by === "witness")?.name;
  return kinds.map((kind) => (kind === "witness" ? `${names[kind]} (${who})` : names[kind])).join(and);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
