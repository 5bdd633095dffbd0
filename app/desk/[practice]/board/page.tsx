import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { PageHead } from "@/app/desk/_kit/list";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { whyNotMay } from "@/lib/roles";
import { boardPage } from "@/lib/screens/desk/board";
import { boardParams } from "./board-address";
import { BoardView } from "./board-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("title") };
}

export default async function BoardPage({ params, searchParams }: PageProps<"/desk/[practice]/board">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const asked = boardParams(await searchParams);
  const board = await orNotFound(ctx, boardPage(ctx, asked, await requestLanguage()));
  const t = await getTranslations("board");
  return (
    <Words of={["board.form"]}>
      <PageHead title={t("title")} />
      <BoardView
        practice={practice}
        board={board}
        params={asked}
        mayAsk={whyNotMay(ctx, "ask-patients") === null}
      />
    </Words>
  );
}
