import { and, eq, isNull } from "drizzle-orm";
import { memberships, requests } from "@/db/schema";
import { beginSession } from "@/lib/auth/begin-session";
import { ownPractices } from "@/lib/auth/own-practices";
import { findAsPatient, findAsStaff, type Who } from "@/lib/auth/person";
import { seeSession } from "@/lib/auth/see-session";
import type { SystemContext } from "@/lib/context";
import { inPractice, readPractice, type Tx } from "@/lib/in-practice";
import { listPatients } from "@/lib/patients/list-patients";
import { viewPatient } from "@/lib/patients/view-patient";
import { routes } from "@/lib/routes";
import { deskFrame } from "@/lib/screens/desk/frame";
import { patientPage } from "@/lib/screens/desk/patient";
import { todayPage } from "@/lib/screens/desk/today";
import { answerPage } from "@/lib/screens/my/answer";
import { homePage } from "@/lib/screens/my/home";
import { statementsOf } from "@/test/statements";

const slug = "harbor";
const nowhere = { ip: null, userAgent: null };
export type Page = "question" | "home" | "today" | "patient at the desk";

/** What each page asks the database for each of Harbor's people, from the cookie to the last row. */
export async function askedByPages(harbor: SystemContext): Promise<Record<Page, string[][]>> {
  const { practiceId } = harbor;
  const asked: Awaited<ReturnType<typeof askedByPages>> = {
    question: [],
    home: [],
    today: [],
    "patient at the desk": [],
  };
  const { people, questions } = await readPractice(harbor, async (tx) => ({
    people: await tx
      .selectDistinct({ userId: memberships.userId, kind: memberships.kind })
      .from(memberships)
      .where(and(eq(memberships.practiceId, practiceId), isNull(memberships.endedAt))),
    questions: await tx.select().from(requests).where(eq(requests.practiceId, practiceId)),
  }));
  for (const { userId, kind } of people) await (kind === "staff" ? ofStaff(userId) : ofPatient(userId));
  return asked;

  async function ofPatient(userId: string) {
    const token = await signIn(userId, routes.my(slug));
    const enter = () => entered(token, findAsPatient);
    const { ctx } = await enter();
    if (ctx.patientIds.length === 0) return;
    const openHome = async () => {
      const { ctx, belongs } = await enter();
      await homePage(ctx, "en");
      await ownPractices(belongs, routes.my(slug));
    };
    asked.home.push(await statementsOf(openHome));
    for (const { id } of questions.filter(({ patientId }) => ctx.patientIds.includes(patientId)))
      asked.question.push(await statementsOf(async () => answerPage((await enter()).ctx, id, "en")));
  }

  async function ofStaff(userId: string) {
    const token = await signIn(userId, routes.desk(slug));
    const enter = async () => {
      const { belongs, ...ctx } = await entered(token, findAsStaff);
      await deskFrame(ctx);
      await ownPractices(belongs, routes.desk(slug));
      return ctx;
    };
    const ctx = await enter();
    asked.today.push(await statementsOf(async () => todayPage(await enter(), "en")));
    const { rows } = await readPractice(ctx, (tx) => listPatients(tx, ctx, { most: 12 }));
    for (const { id: patientId } of rows) {
      const open = async () => {
        const ctx = await enter();
        await viewPatient(ctx, { patientId });
        await patientPage(ctx, patientId, "en");
      };
      await open();
      asked["patient at the desk"].push(await statementsOf(open));
    }
  }

  async function signIn(userId: string, landing: string): Promise<string> {
    const entering = { userId, practiceId, landing };
    const { opened } = await inPractice(harbor, (tx, now) =>
      beginSession(tx, now, entering, "email-link", nowhere),
    );
    return opened.sessionToken;
  }

  async function entered<T extends object>(token: string, find: (tx: Tx, who: Who) => Promise<T | null>) {
    const session = await seeSession(token);
    if (!session) throw new Error("The session that was just begun is not there.");
    const { userId, belongs, authentication, createdAt: authenticatedAt } = session;
    const arrival = { ...nowhere, authentication, authenticatedAt };
    const found = await readPractice(harbor, (tx) => find(tx, { userId, practiceId, arrival }));
    if (!found) throw new Error("Nobody of this practice signed in.");
    return { ...found, belongs };
  }
}
