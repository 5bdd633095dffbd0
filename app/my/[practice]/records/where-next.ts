import { practiceOfPath, safePath } from "@/lib/auth/paths";
import { routes } from "@/lib/routes";

/** For whom the page is, and what they came from: each step leads back to it, also without JavaScript. */
export type Place = { patientId: string; next: string };

/** The page of this practice that somebody came from and goes back to; nothing else. */
export function pageToGoOnTo(practice: string, next: unknown): string | null {
  const wanted = typeof next === "string" ? safePath(next) : null;
  return wanted && practiceOfPath(wanted) === practice && wanted.startsWith("/my/") ? wanted : null;
}

export function recordsAt(practice: string, { patientId, next }: Place): string {
  const goOnTo = pageToGoOnTo(practice, next);
  const query = new URLSearchParams({ patient: patientId, ...(goOnTo && { next: goOnTo }) });
  return `${routes.records(practice)}?${query}`;
}
