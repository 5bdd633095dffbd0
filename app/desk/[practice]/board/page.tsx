import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { addressed } from "@/app/_ui/addressed";
import { found } from "@/app/_ui/found";
import { PageHead } from "@/app/desk/_kit/list";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { whyNotMay } from "@/lib/roles";
import { boardPage } from "@/lib/screens/desk/board";
import { boardAsked } from "./asked";
import { BoardView } from "./board-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("title") };
}

export default async function BoardPage({ params, searchParams }: PageProps<"/desk/[practice]/board">) {
  const { practice } = await addressed(params);
  const ctx = await staffContext(practice);
  const asked = boardAsked(await searchParams);
  const board = await found(ctx, boardPage(ctx, asked, await requestLanguage()));
  const t = await getTranslations("board");
  return (
    <Words of={["board.form"]}>
      <PageHead title={t("title")} />
      <BoardView
        practice={practice}
        board={board}
        asked={asked}
        mayAsk={whyNotMay(ctx, "ask-patients") === null}
      />
    </Words>
  );
}
