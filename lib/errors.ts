/** Absent, or not the caller's: one answer for both, so that existence does not leak. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** An expected "no" with its reason; the words for people are in `locales`, under `refusals`. */
export class Refused<Reason extends string = string> extends Error {
  override name = "Refused";
  constructor(
    readonly reason: Reason,
    readonly details: Record<string, string | number> = {},
  ) {
    super(reason);
  }
}
