import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { cellWords } from "@/app/desk/_kit/cell-words";
import { staffOfPost } from "@/app/desk/_kit/post-route";
import { wordOfUse } from "@/lib/consents/word-of-use";
import { csvLine } from "@/lib/csv";
import { fileName, savedAs } from "@/lib/file-name";
import { platformName } from "@/lib/platforms/platform-name";
import type { Meeting } from "@/lib/platforms/where-they-meet";
import { whyNotMay } from "@/lib/roles";
import { routes } from "@/lib/routes";
import type { BoardCell } from "@/lib/screens/desk/board-rows";
import { exportBoard } from "@/lib/screens/desk/export-board";
import { boardParams } from "../board-address";
import { type NextStep, nextStep } from "../next-step";

/** The board under the same filters, for a spreadsheet. */
export async function POST(request: Request, { params }: RouteContext<"/desk/[practice]/board/file">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffOfPost(practice, routes.board(practice));
  if (ctx instanceof Response) return ctx;
  const asked = boardParams(Object.fromEntries(new URL(request.url).searchParams));
  const board = await orNotFound(ctx, exportBoard(ctx, asked, await requestLanguage()));
  const t = await getTranslations("board");
  const time = await timesIn(board.timeZone);

  const mayAsk = whyNotMay(ctx, "ask-patients") === null;

  const placing = await getTranslations("placing.board");
  const language = await requestLanguage();
  const hasMeetings = board.platforms.length > 0;

  const lines = board.matching.map(({ patient, cells, needs }) => [
    patient.legalName,
    patient.calledName,
    patient.phone ?? "",
    ...(hasMeetings ? [meetsWords(board.meeting(patient.id))] : []),
    ...board.shown.map(({ index }) => {
      const cell = cells[index];
      if (!cell) return "";
      const { word, since, yes, uses, notes } = cellWords(cell, patient, board.day);
      const words = t(`word.${word}`, { since: since ? time(since).date : "", yes, uses });
      const beside = notes.map(({ note }) => t(`note.${note}`, { count: cell.state.withdrawn.length }));
      return [words, ...beside].join("; ");
    }),
    ...board.uses.map(({ key }) => wordsOfUse(cells[board.about?.index ?? -1], key)),
    stepWords(nextStep(needs, mayAsk)),
  ]);
  const titles = [...board.shown.map(({ title }) => title), ...board.uses.map(({ label }) => label)];
  const meets = hasMeetings ? [placing("column")] : [];
  const head = [t("patient"), t("calledName"), t("phone"), ...meets, ...titles, t("nextStep")];
  // The mark tells spreadsheets that this is UTF-8.
  const body = `\uFEFF${[head, ...lines].map(csvLine).join("")}`;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": savedAs(fileName({ title: t("title"), name: practice, day: board.day }, "csv")),
      "cache-control": "no-store",
    },
  });

  function meetsWords(meets: Meeting | null): string {
    if (!meets) return "";
    const { platform, isOwn, trialUntil, next, toAgree } = meets;
    const own = trialUntil ? placing("trial", { date: time(trialUntil).date }) : placing("own");
    const coming =
      next && placing("next", { platform: platformName(next.platform, language), date: time(next.at).date });
    return [
      platformName(platform, language),
      toAgree ? placing("toAgree") : "",
      isOwn ? own : "",
      coming ?? "",
    ]
      .filter(Boolean)
      .join("; ");
  }

  function wordsOfUse(cell: BoardCell | undefined, key: string): string {
    const word = cell ? wordOfUse(cell.state, key) : "not-said";
    return word === "not-said" ? "" : t(`use.${word}`);
  }

  function stepWords(step: NextStep | null): string {
    return step ? t(`stepInFile.${step}`) : "";
  }
}
