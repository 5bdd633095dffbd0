import { and, eq } from "drizzle-orm";
import { on } from "@/db/on";
import {
  acknowledgements,
  answers,
  type Document,
  patients,
  signatures,
  versionTexts,
  withdrawals,
} from "@/db/schema";
import type { Context } from "@/lib/context";
import { today } from "@/lib/dates";
import { fileName } from "@/lib/file-name";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { nameInFiles } from "@/lib/patients/file-names";
import { getPractice } from "@/lib/practices/queries";
import { isAnswerSigned } from "./queries";

const takenBack: Record<Language, string> = { en: "taken back", es: "retirada" };

/** What a copy is called where it is saved: its title as it was signed, whom it is about, and the day it was signed. */
export async function documentFileName(
  tx: Tx,
  ctx: Context,
  { id, signatureId }: Pick<Document, "id" | "signatureId">,
) {
  const [found] = await tx
    .select({
      patient: { id: patients.id, legalName: patients.legalName },
      kind: signatures.kind,
      signedAt: signatures.signedAt,
      title: versionTexts.title,
      language: answers.language,
      ownTitle: acknowledgements.title,
    })
    .from(signatures)
    .innerJoin(patients, on(patients, signatures.patientId))
    .leftJoin(withdrawals, on(withdrawals, signatures.id))
    .leftJoin(answers, isAnswerSigned)
    .leftJoin(
      versionTexts,
      and(
        eq(versionTexts.practiceId, answers.practiceId),
        eq(versionTexts.versionId, answers.versionId),
        eq(versionTexts.language, answers.language),
      ),
    )
    .leftJoin(acknowledgements, on(acknowledgements, signatures.id))
    .where(and(eq(signatures.practiceId, ctx.practiceId), eq(signatures.id, signatureId)));
  if (!found) throw new Error(`Document ${id} is of no signature`);
  const { timeZone } = await getPractice(tx, ctx);
  const { ownTitle, title, language, kind } = found;
  const said = kind === "withdrawal" && language ? `${title} ${takenBack[language]}` : (ownTitle ?? title);
  const name = await nameInFiles(tx, ctx, found.patient);
  return fileName({ title: said ?? "", name, day: today(found.signedAt, timeZone) }, "pdf");
}
