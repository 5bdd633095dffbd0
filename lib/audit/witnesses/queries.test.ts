import { describe, expect, it, vi } from "vitest";
import { readPractice } from "@/lib/in-practice";
import { chooseWitnesses } from "@/lib/practices/choose-witnesses";
import { todayPage } from "@/lib/screens/desk/today";
import { readiness } from "@/lib/sweeps/readiness";
import { runWitness } from "@/server/witness/running-witness.fixture";
import { ownDatabase } from "@/test/database";
import { listWitnesses } from "./queries";
import { showCheckpoint } from "./show-checkpoint";
import { grow, type Made, showing, tampering } from "./shown-trail.fixture";
import { newWitness } from "./witness.fixture";

const database = await ownDatabase();
const { later, setBack } = tampering(database);

const told = async (made: Made, who: "owner" | "auditor" | "office" | "therapist" = "owner") =>
  (await todayPage(made[who], "en")).unwitnessed;

let days = 0;

/** At most one look a second is taken: each is a day after the one before. */
async function counted() {
  days += 1;
  const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + days * 86_400_000);
  const { unwitnessed, contradicted } = await readiness();
  now.mockRestore();
  return { unwitnessed, contradicted };
}

describe("too few confirmations of a history", () => {
  it("are told of after an hour, to owner and auditor, and counted, until there are enough", async () => {
    const { offered, follow } = await runWitness();
    const dead = newWitness("chamber.example/dead");
    const made = await showing(offered, dead);
    follow(made.origin, made.key);
    await showCheckpoint(made.system, [offered, dead]);
    expect(await told(made)).toBeNull();
    expect(await counted()).toEqual({ unwitnessed: 0, contradicted: 0 });

    await later(made);
    const late = { quorum: 2, names: ["chamber.example/dead"], since: expect.any(Date) };
    expect(await told(made)).toEqual({ contradicting: [], late });
    expect(await told(made, "auditor")).toEqual({ contradicting: [], late });
    expect([await told(made, "office"), await told(made, "therapist")]).toEqual([null, null]);
    expect(await counted()).toEqual({ unwitnessed: 1, contradicted: 0 });

    await chooseWitnesses(made.owner, { witnesses: [offered.verifierKey], quorum: 1 }, [offered]);
    await later(made);
    expect(await told(made)).toBeNull();
    expect(await counted()).toEqual({ unwitnessed: 0, contradicted: 0 });
  });

  it("are of no concern where none have to be", async () => {
    const dead = newWitness("chamber.example/dead");
    const made = await showing(dead);
    await chooseWitnesses(made.owner, { witnesses: [dead.verifierKey], quorum: 0 }, [dead]);
    await showCheckpoint(made.system, [dead]);
    await later(made);
    expect(await told(made)).toBeNull();
    expect(await counted()).toEqual({ unwitnessed: 0, contradicted: 0 });
  });

  it("count by what is the longest history that enough have confirmed", async () => {
    const { offered, follow, stop } = await runWitness();
    const made = await showing(offered);
    follow(made.origin, made.key);
    await showCheckpoint(made.system, [offered]);
    await later(made);
    expect(await told(made)).toBeNull();
    stop();
    await grow(made);
    await showCheckpoint(made.system, [offered]);
    expect(await told(made)).toBeNull();
    await later(made);
    expect((await told(made))?.late).toMatchObject({ quorum: 1 });
    expect((await counted()).unwitnessed).toBe(1);
  });
});

describe("a witness that saw another history", () => {
  it("is told of at once, also where none has to confirm, until it confirms again", async () => {
    const { offered, follow, memory } = await runWitness();
    const made = await showing(offered);
    await chooseWitnesses(made.owner, { witnesses: [offered.verifierKey], quorum: 0 }, [offered]);
    follow(made.origin, made.key);
    await grow(made, 20);
    await showCheckpoint(made.system, [offered]);
    const known = memory.latestOf(made.origin)?.size;
    await setBack(made);
    await grow(made, 2);
    await showCheckpoint(made.system, [offered]);
    const since = expect.any(Date);
    const { name } = offered;
    expect(await told(made)).toEqual({
      contradicting: [{ name, fault: "set-back", known, since }],
      late: null,
    });
    expect((await counted()).contradicted).toBe(1);

    await later(made);
    await grow(made, 60);
    await showCheckpoint(made.system, [offered]);
    expect((await told(made, "auditor"))?.contradicting).toMatchObject([{ fault: "another-history" }]);
    expect((await counted()).contradicted).toBe(1);
  });
});

it("the owner sees each that is offered or chosen, with what it did last", async () => {
  const { offered, follow } = await runWitness();
  const [gone, free] = [newWitness("chamber.example/gone"), newWitness("chamber.example/free")];
  const made = await showing(offered, gone);
  follow(made.origin, made.key);
  await showCheckpoint(made.system, [offered]);
  const { quorum, witnesses } = await readPractice(made.owner, (tx) =>
    listWitnesses(tx, made.owner, [offered, free]),
  );
  expect(quorum).toBe(2);
  expect(witnesses).toMatchObject([
    { name: "chamber.example/witness", isChosen: true, confirmed: { size: 5 }, failure: null },
    { name: "chamber.example/free", isChosen: false, confirmed: null, failure: null },
    {
      name: "chamber.example/gone",
      isChosen: true,
      confirmed: null,
      failure: { fault: "not-offered", times: 1 },
    },
  ]);
});
