import { getTranslations } from "next-intl/server";
import { LinkToToday } from "@/app/desk/_kit/link-to-today";
import { Empty, PageHead } from "@/app/desk/_kit/list";

/** Within the desk what is not there leaves everything around it in place. */
export default async function NotFoundHere() {
  const t = await getTranslations("notFound");
  return (
    <>
      <PageHead title={t("title")} />
      <Empty>
        <p>{t("body")}</p>
        <LinkToToday>{t("toToday")}</LinkToToday>
      </Empty>
    </>
  );
}
