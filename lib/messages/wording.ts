import type { Message } from "@/db/schema";

/** A kind of message without words fails to compile. */
export const kindKey = {
  question: "question",
  invitation: "invitation",
  "sign-in": "signIn",
  "copy-ready": "copyReady",
  "withdrawal-confirmed": "withdrawalConfirmed",
  "address-changed": "addressChanged",
  reminder: "reminder",
  trial: "trial",
  "platform-news": "platformNews",
} as const satisfies Record<Message["kind"], string>;
