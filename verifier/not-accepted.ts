/** Bytes that the verifier does not accept, with its reason. */
export class NotAccepted<Reason extends string = string> extends Error {
  override name = "NotAccepted";
  constructor(readonly reason: Reason) {
    super(reason);
  }
}
