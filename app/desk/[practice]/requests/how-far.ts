import type { getTranslations } from "next-intl/server";
import { marked } from "@/app/desk/_kit/name";
import type { requestsPage } from "@/lib/screens/desk/requests";

type Row = Awaited<ReturnType<typeof requestsPage>>["rows"][number];
type Translate = Awaited<ReturnType<typeof getTranslations<"requests.list">>>;

/** How far a question has come; what did not arrive is never called waiting, and says what to do. */
export function howFar(row: Row, t: Translate, day: (at: Date) => string): string {
  const { phone, email } = row.patient;
  if (row.declinedAt) return t("askedNotTo", { date: day(row.declinedAt) });
  if (row.talkFirstSince) return t("talkFirst", { date: day(row.talkFirstSince) });
  if (row.undelivered)
    return t("notDelivered", { hasPhone: String(phone !== null), phone: marked(phone ?? "") });
  if (row.openedAt) return t("opened", { date: day(row.openedAt) });
  return t(email ? "notOpened" : "inTheRoom");
}
