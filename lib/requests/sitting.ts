import type { PlacedRequest } from "@/lib/consents/request-facts";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { needsWriting } from "@/lib/disclosures/rules";
import type { RecordsRoute } from "@/lib/electronic-records/records-route";

/** "2 of 4": where a question stands among those asked together, and what comes next. */
export type Sitting = { position: number; total: number; nextRequestId: string | null };

/** What is read on paper is not led to: it waits for no answer here. */
export function sittingOf(
  requests: readonly PlacedRequest[],
  asked: PlacedRequest,
  kindOf: (request: PlacedRequest) => DisclosureKind | null,
  route: RecordsRoute,
): Sitting {
  const sitting = requests
    .filter((one) => one.sittingId === asked.sittingId && (one.id === asked.id || !isOver(one)))
    .toSorted(byNeed(kindOf));
  const isOnPaper = (one: PlacedRequest) => {
    const kind = kindOf(one);
    return route === "paper" && kind !== null && needsWriting(kind);
  };
  const next = sitting.find(
    (one) => one.id !== asked.id && !one.answer && !one.talkFirstSince && !one.declinedAt && !isOnPaper(one),
  );
  return {
    position: sitting.findIndex(({ id }) => id === asked.id) + 1,
    total: sitting.length,
    nextRequestId: next?.id ?? null,
  };
}

function isOver({ cancelledAt, ending }: PlacedRequest): boolean {
  return cancelledAt !== null || ending !== null;
}

/** Electronic records come first, because other texts need the answer; for the rest their order stays. */
export function byNeed<T>(kindOf: (one: T) => DisclosureKind | null) {
  const rank = (one: T) => Number(kindOf(one) !== "electronic-records-consent");
  return (a: T, b: T) => rank(a) - rank(b);
}
