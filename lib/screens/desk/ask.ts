import { and, asc, isNull } from "drizzle-orm";
import { patientArchivings, patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { disclosureTitles, listDisclosures } from "@/lib/disclosures/queries";
import { currentVersion, usualTexts } from "@/lib/disclosures/rules";
import { listUsualTexts } from "@/lib/disclosures/usual-texts";
import { listSayAloudWords } from "@/lib/drafts/say-aloud-words";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { mostAskedAtOnce } from "@/lib/requests/input";
import { mustMay } from "@/lib/roles";
import { type BoardParams, readBoard } from "./board";
import type { BoardRow } from "./board-rows";

/** Whom one may ask, and about what; with the patients a view of the board shows, as far as one asking reaches. */
export async function askPage(ctx: StaffContext, language: Language, shown: BoardParams | null = null) {
  mustMay(ctx, "ask-patients");
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const titles = await disclosureTitles(tx, ctx, language);
    const disclosures = await listDisclosures(tx, ctx);
    const { asked, fallenOut } = usualTexts(disclosures, await listUsualTexts(tx, ctx), now);
    const published = disclosures.filter(
      ({ versions, retiredAt }) => currentVersion(versions, now) && !retiredAt,
    );
    const { id, legalName, calledName, email, phone, language: theirs } = patients;
    const people = await tx
      .select({ id, legalName, calledName, email, phone, language: theirs })
      .from(patients)
      .leftJoin(patientArchivings, openArchiving())
      .where(and(visiblePatients(ctx, "ask-patients"), isNull(patientArchivings.id)))
      .orderBy(asc(legalName), asc(id));
    const said = await listSayAloudWords(
      tx,
      ctx,
      published.flatMap(({ versions }) => versions.map(({ id }) => id)),
    );
    const everybody = { filter: "all", search: "", sort: "name", page: 1 } as const;
    const board = await readBoard(tx, ctx, everybody, language, now);
    const needing = new Map(
      board.columns.map(({ id, index }) => [
        id,
        new Set(board.matching.filter((row) => isUnasked(row, index)).map(({ patient }) => patient.id)),
      ]),
    );
    const matching = shown ? (await readBoard(tx, ctx, shown, language, now)).matching : [];
    const known = new Set(people.map((one) => one.id));
    const wanted = matching.map(({ patient }) => patient.id).filter((one) => known.has(one));
    return {
      day: today(now, timeZone),
      timeZone,
      chosen: wanted.slice(0, mostAskedAtOnce),
      /** What a new patient is usually asked about, and what is given out no longer. */
      usual: asked.map(({ id }) => id),
      fallenOut: fallenOut.map(({ id, key, retiredAt }) => ({ title: titles.get(id) ?? key, retiredAt })),
      left: Math.max(0, wanted.length - mostAskedAtOnce),
      disclosures: published.map((one) => ({
        id: one.id,
        title: titles.get(one.id) ?? one.key,
        /** Who needs it and was not asked, by their places among the people. */
        needing: people.flatMap(({ id }, place) => (needing.get(one.id)?.has(id) ? place : [])),
        /** Of every version: the plan says which one is asked about. */
        sayAloud: said.flatMap(({ versionId, language: spoken, said: words }) =>
          words && one.versions.some(({ id }) => id === versionId)
            ? { versionId, language: spoken, words }
            : [],
        ),
      })),
      people: people.map((one) => ({
        id: one.id,
        name:
          one.calledName === one.legalName.split(" ")[0]
            ? one.legalName
            : `${one.legalName} (${one.calledName})`,
        phone: one.phone,
        language: one.language,
        /** Null where no mail can go. */
        mailLanguage: one.email === null ? null : one.language,
      })),
    };
  });
}

/** Needs it, was not asked, and did not ask to be left alone. */
function isUnasked({ cells }: BoardRow, index: number): boolean {
  const cell = cells[index];
  return cell?.isNeeded === true && cell.state.word === "not-asked" && !cell.state.declinedAt;
}
