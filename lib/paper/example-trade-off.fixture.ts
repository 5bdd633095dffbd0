import type { Language } from "@/lib/languages";
import type { ComparedPlatform } from "@/lib/platforms/compare-facts";
import type { FactKey } from "@/lib/platforms/facts";
import { asItem, composeTradeOff, tradeOffWords } from "@/lib/trade-offs/compose-trade-off";
import type { SignedRecord, TradeOffMeaning } from "@/verifier/record";
import { exampleRecord } from "./example-record.fixture";

type Fact = Omit<NonNullable<ReturnType<ComparedPlatform["facts"]["get"]>>, "goodUntil" | "notedAt">;

const meet = platform("Google Meet", [
  [
    "account-needed",
    fact({ value: "partly", words: { en: "Guests can be let in.", es: "Se puede dejar entrar." } }),
  ],
  ["recording", fact({ value: "yes", checkedOn: "2026-03-03" })],
  ["dial-in", fact({ value: "yes" })],
  ["in-browser", fact({ value: "yes" })],
  ["quality", fact({ value: "good", source: "experience" })],
]);
const doxy = platform("doxy.me", [
  ["account-needed", fact({ value: "no", source: "vendor" })],
  [
    "recording",
    fact({
      value: "no",
      source: "vendor",
      words: { en: "None by the platform.", es: "La plataforma no graba." },
    }),
  ],
  ["in-browser", fact({ value: "yes" })],
  ["quality", fact({ value: "fair", source: "opinion", sourceName: "Dr. Łucja Ødegaard" })],
  ["ease", fact({ value: "good", source: "experience" })],
]);

/** What is different on another service, signed or explained; every value is invented. */
export function exampleTradeOff(meaning: TradeOffMeaning, language: Language): SignedRecord {
  const kind = meaning === "explains-trade-off" ? "explained" : "signed";
  const facts = { now: meet, there: doxy, fromOn: "2026-12-01", trialUntil: "2027-01-14" };
  const dates = { reviewOn: "2027-01-12", today: "2026-11-20" };
  const text = composeTradeOff({ ...facts, ...dates, recording: "rests" }, language, kind);
  const { title, inShort, body, textSha256, statement } = text;
  const { answer, evidence, ...record } = exampleRecord({ language, meaning });
  const { id } = answer;
  const noted = {
    explainedOn: "2026-11-19",
    signer: { printedName: null, capacity: null },
    notedBy: { staffId: "019ab0f0-0000-7000-8000-00000000000a", name: "Dr. Reyes" },
    evidence: { ...evidence, mark: "explained" },
  } as const;
  return {
    ...record,
    evidence,
    disclosure: { id, kind: "platform-trade-off", title, inShort, body, textSha256 },
    items: [{ id, position: 1, ...asItem(statement), answer: "yes" }],
    answer: { ...answer, intent: tradeOffWords[language].intent[kind] },
    ...(kind === "explained" && noted),
  };
}

function platform(name: string, facts: [FactKey, Fact][]): ComparedPlatform {
  const noted = { goodUntil: null, notedAt: new Date("2026-11-01T10:00:00Z") };
  return {
    id: name,
    kind: "video",
    name,
    facts: new Map(facts.map(([key, one]) => [key, { ...one, ...noted }])),
  };
}

function fact(known: Partial<Fact>): Fact {
  return {
    value: "yes",
    words: null,
    source: "checked",
    sourceName: null,
    checkedOn: "2026-11-02",
    ...known,
  };
}
