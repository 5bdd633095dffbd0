import { routes } from "@/lib/routes";
import { en } from "@/locales/en/texts";
import { type Reply, type Visitor, visitor } from "./browser-like";
import { type CpuSeconds, cpuDuring, cpuFigures } from "./cpu";
import { type Figure, figureOf } from "./figures";
import type { Installation } from "./installation";
import { type Fields, fieldsOfButton, fieldsOfForm, textOf } from "./plain-form";
import type { Asked, BenchPractice, SignedInPatient } from "./practice";
import { makeReadyPatients } from "./ready-patients";
import type { Sizes } from "./sizes";
import { untilNothingWaits } from "./waiting";

const textsInASitting = 4;

export type Question = { patient: SignedInPatient; asked: Asked };
type Round = { operations: number; seconds: number; waits: number[]; cpu: CpuSeconds };

/**
 * Sixteen patients at once, each with a session of their own, sign the texts of their sitting with the plain form that
 * a browser without JavaScript sends. The worker seals meanwhile, as it does in life; that they agreed to electronic
 * records and opened their sample is long done.
 */
export async function measureAnswering(
  installation: Installation,
  practice: BenchPractice,
  { atOnce, patients, rounds }: Sizes["answering"],
): Promise<Figure[]> {
  const browser = visitor(installation.origin, atOnce);
  const slug = practice.practice.slug;

  const first = await questionsOfSittings(practice, atOnce);
  const press = await pressOfSign(browser, slug, first);
  await inTurns(atOnce, first, (question) => readAndSign(browser, slug, question, press));
  const signing: Round[] = [];
  const whole: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const questions = await questionsOfSittings(practice, patients);
    const forms = await inTurns(atOnce, questions, async (question) => {
      return { question, form: await readForm(browser, slug, question) };
    });
    signing.push(
      await timed(forms, ({ question, form }) => sign(browser, slug, question, [...form, ...press])),
    );
    const others = await questionsOfSittings(practice, patients);
    whole.push(await timed(others, (question) => readAndSign(browser, slug, question, press)));
  }
  browser.close();
  await untilNothingWaits();
  const hands = `${atOnce} patients at once`;
  return [...figuresOf("POST", hands, signing, true), ...figuresOf("GET + POST", hands, whole, false)];

  async function timed<Q>(questions: Q[], answer: (question: Q) => Promise<number>): Promise<Round> {
    const began = performance.now();
    const { result, cpu } = await cpuDuring(installation, () => inTurns(atOnce, questions, answer));
    const seconds = (performance.now() - began) / 1_000;
    return { operations: questions.length, seconds, waits: result, cpu };
  }
}

export async function readForm(browser: Visitor, slug: string, { patient, asked }: Question) {
  const page = await browser.visit({
    path: routes.request(slug, asked.requestId),
    cookie: patient.cookie,
  });
  mustBe(page, 200);
  return fieldsOfForm(textOf(page), "requestId").filter(([name]) => !name.startsWith("$ACTION"));
}

/** What the button sends that signs, which a page shows only once the answers are to be checked. */
export async function pressOfSign(browser: Visitor, slug: string, [question]: Question[]): Promise<Fields> {
  if (!question) throw new Error("Nobody was asked.");
  const { patient, asked } = question;
  const at = { path: routes.request(slug, asked.requestId), cookie: patient.cookie };
  const page = textOf(await browser.visit(at));
  const form = [...(await readForm(browser, slug, question)), ...fieldsOfButton(page, en.answer.review)];
  const checked = await browser.visit({ ...at, form });
  mustBe(checked, 200);
  return fieldsOfButton(textOf(checked), en.answer.sign);
}

/** Signs, and answers with the milliseconds until the patient is sent on. */
export async function sign(
  browser: Visitor,
  slug: string,
  { patient, asked }: Question,
  fields: Fields,
): Promise<number> {
  const unsigned = fields.filter(([name]) => name !== "printedName");
  const reply = await browser.visit({
    path: routes.request(slug, asked.requestId),
    cookie: patient.cookie,
    form: [...unsigned, ["printedName", patient.legalName]],
  });
  mustBe(reply, 303);
  if (!reply.headers.location?.endsWith(routes.answered(slug, asked.requestId))) {
    throw new Error(`The answer was not accepted: sent on to ${reply.headers.location}`);
  }
  return reply.milliseconds;
}

/** The wait is for both requests together. */
async function readAndSign(
  browser: Visitor,
  slug: string,
  question: Question,
  press: Fields,
): Promise<number> {
  const began = performance.now();
  await sign(browser, slug, question, [...(await readForm(browser, slug, question)), ...press]);
  return performance.now() - began;
}

/** A text after the other of one sitting, so that two patients never wait for each other's place in the list. */
export async function questionsOfSittings(practice: BenchPractice, count: number): Promise<Question[]> {
  const patients = await makeReadyPatients(practice, count, practice.texts.slice(1, 1 + textsInASitting));
  await untilNothingWaits();
  return Array.from({ length: textsInASitting }, (_, at) => at).flatMap((at) =>
    patients.flatMap((patient) => {
      const asked = patient.asked[at];
      return asked ? [{ patient, asked }] : [];
    }),
  );
}

/** So many hands take the next one from the pile until it is empty. */
async function inTurns<Q, A>(atOnce: number, pile: readonly Q[], act: (one: Q) => Promise<A>): Promise<A[]> {
  const left = pile.values();
  const done: A[] = [];
  const hand = async () => {
    for (const one of left) done.push(await act(one));
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return done;
}

function figuresOf(what: string, hands: string, runs: Round[], isTargeted: boolean): Figure[] {
  const rates = runs.map(({ operations, seconds }) => operations / seconds);
  const waits = runs.flatMap((run) => run.waits);
  const [rate, wait] = isTargeted ? ([{ atLeast: 60 }, { atMost: 400, of: "p95" }] as const) : [null, null];
  return [
    figureOf("answering", `Answers accepted, ${hands} (${what})`, "/s", rates, rate),
    figureOf("answering", `  ${what}: wait of the patient`, "ms", waits, wait),
    ...cpuFigures("answering", what, runs),
  ];
}

function mustBe(reply: Reply, status: number) {
  if (reply.status !== status)
    throw new Error(`Answered ${reply.status}, not ${status}: ${textOf(reply).slice(0, 300)}`);
}
