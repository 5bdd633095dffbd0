import { generateKeyPairSync } from "node:crypto";
import { leafHash } from "@/verifier/trail/merkle";
import { signCheckpoint, trailKeyOf } from "./checkpoint";
import { type StoredEvent, storedEvent } from "./event-body";
import type { BreakReason } from "./fact-break";
import { rehash, soundTrail, type Trail } from "./trail.fixture";

export const rows = Number(process.env.TRAIL_ROWS ?? 200);
const every = Math.min(50, rows / 4);
export const sound = soundTrail(1, rows, every);
const foreign = soundTrail(2, rows, every);
const stranger = generateKeyPairSync("ed25519");

export function copyOf(trail: Trail): Trail {
  const { events, checkpoints, keys } = trail;
  return {
    ...trail,
    events: [...events],
    checkpoints: [...checkpoints],
    keys: [...keys],
  };
}

type Found = { reasons: BreakReason[]; from: number; to: number };
type Tamper = (trail: Trail, row: number, event: StoredEvent) => Found;

const at = (row: number, ...reasons: BreakReason[]): Found => ({ reasons, from: row, to: row });
/** When the next row or the next checkpoint gives it away. */
const around = (row: number): Found => ({ reasons: ["link", "root"], from: lastSigned(row), to: row + 1 });
const lastSigned = (row: number) => Math.floor(row / every) * every;
const atOrAfter = (row: number) => Math.min(Math.ceil((row + 1) / every) - 1, sound.checkpoints.length - 2);
const other = (row: number) => (row + 1 + ((row * 7) % (rows - 1))) % rows;
const renumbered = (events: StoredEvent[]) => events.map((event, seq) => ({ ...event, seq }));
const edited = (event: StoredEvent) => event.body.replace('"route":"portal"', '"route":"paper"');

/** Each way to tamper with a row, and where it has to be found. */
export const tampers: Record<string, Tamper> = {
  "editing the name column": (trail, row, event) => {
    trail.events[row] = {
      ...event,
      name: event.name === "consent.given" ? "consent.refused" : "consent.given",
    };
    return at(row, "column");
  },
  "editing the time column": (trail, row, event) => {
    trail.events[row] = { ...event, at: "2026-11-20T00:00:00.000Z" };
    return at(row, "column");
  },
  "editing the actor column": (trail, row, event) => {
    trail.events[row] = { ...event, actorId: trail.practice };
    return at(row, "column");
  },
  "editing the patient column": (trail, row, event) => {
    trail.events[row] = { ...event, patientId: event.patientId ? null : trail.practice };
    return at(row, "column");
  },
  "editing the sequence column": (trail, row, event) => {
    trail.events.splice(row, 1);
    trail.events.push({ ...event, seq: rows + 5 });
    return at(row, "gap");
  },
  "editing the leaf column": (trail, row, event) => {
    trail.events[row] = { ...event, leaf: leafHash("other") };
    return at(row, "hash");
  },
  "editing the text": (trail, row, event) => {
    trail.events[row] = { ...event, body: edited(event) };
    return at(row, "hash");
  },
  "editing the text and its leaf": (trail, row, event) => {
    trail.events[row] = storedEvent(JSON.parse(edited(event)));
    return around(row);
  },
  "editing the text in another spelling and its leaf": (trail, row, event) => {
    const body = event.body.replace('{"actor"', '{ "actor"');
    trail.events[row] = { ...event, body, leaf: leafHash(body) };
    return at(row, "hash");
  },
  "editing the text and every leaf after it": (trail, row) => {
    rehash(trail.events, row, (body) => {
      body.route = "paper";
    });
    return { reasons: ["root"], from: lastSigned(row), to: row };
  },
  "turning back the time and every leaf after it": (trail, row) => {
    rehash(trail.events, row, (body) => {
      body.at = "2026-11-20T00:00:00.000Z";
    });
    return row === 0 ? { reasons: ["root"], from: 0, to: 0 } : at(row, "time");
  },
  "deleting the row": (trail, row) => {
    trail.events.splice(row, 1);
    return at(row, row === rows - 1 ? "missing-tail" : "gap");
  },
  "deleting the row and closing the gap": (trail, row) => {
    trail.events = renumbered(trail.events.toSpliced(row, 1));
    return at(row, row === rows - 1 ? "missing-tail" : "link");
  },
  "inserting a row that fits the one before it": (trail, row, event) => {
    const forged = storedEvent(JSON.parse(edited(event)));
    trail.events = renumbered(trail.events.toSpliced(row, 0, forged));
    return around(row);
  },
  "swapping two rows": (trail, row) => {
    const [a, b] = [row, other(row)].map((seq) => trail.events[seq]);
    if (!a || !b) throw new Error("no such row");
    trail.events = trail.events.with(row, { ...b, seq: a.seq }).with(other(row), { ...a, seq: b.seq });
    return at(Math.min(row, other(row)), "link");
  },
  "moving the row elsewhere": (trail, row, event) => {
    trail.events = renumbered(trail.events.toSpliced(row, 1).toSpliced(other(row), 0, event));
    return at(Math.min(row, other(row)), "link");
  },
  "duplicating the row": (trail, row, event) => {
    trail.events.splice(row, 0, event);
    return at(row, "gap");
  },
  "duplicating the row under the next number": (trail, row, event) => {
    trail.events = renumbered(trail.events.toSpliced(row, 0, event));
    return { reasons: ["link"], from: row + 1, to: row + 1 };
  },
  "cutting the tail": (trail, row) => {
    trail.events.length = row;
    return at(row, "missing-tail");
  },
  "cutting the tail with the checkpoints over it, except one kept outside": (trail, row) => {
    trail.events.length = row;
    trail.checkpoints = trail.checkpoints.filter(({ size }) => size <= row || size === rows);
    return at(row, "missing-tail");
  },
  "putting the row of another practice in its place": (trail, row) => {
    trail.events = trail.events.with(row, foreign.events[row] ?? storedEvent(JSON.parse("{}")));
    return row === 0 ? around(0) : at(row, "link");
  },
  "replacing a checkpoint by one of a stranger": (trail, row) => {
    const size = trail.checkpoints[atOrAfter(row)]?.size ?? 0;
    const forged = { origin: trail.origin, size, root: leafHash("other"), key: stranger.privateKey };
    trail.checkpoints[atOrAfter(row)] = { size, note: signCheckpoint(forged) };
    return at(size - 1, "signature");
  },
  "replacing a checkpoint by an older one": (trail, row) => {
    const size = trail.checkpoints[atOrAfter(row)]?.size ?? 0;
    const older = trail.checkpoints.at(atOrAfter(row) - 1)?.note ?? "";
    trail.checkpoints[atOrAfter(row)] = { size, note: older };
    return at(size - 1, "signature");
  },
  "taking a checkpoint away": (trail, row) => {
    const [gone] = trail.checkpoints.splice(atOrAfter(row), 1);
    return at(gone?.size ?? 0, "root");
  },
  "replacing the key in the list of keys": (trail, row) => {
    trail.keys[row % 2] = trailKeyOf(stranger.publicKey);
    return at(row % 2 ? rows / 2 + 1 : 1, "signature");
  },
  "adding a key to the list of keys": (trail) => {
    trail.keys.push(trailKeyOf(stranger.publicKey));
    return at(rows - 1, "signature");
  },
};
