export type UnsignedAnswer = { answers: Record<string, "yes" | "no">; name: string };

const prefix = "candor-answer-";

/** What was entered and not yet signed, kept in this tab alone through a reload. */
export function keptAnswer(requestId: string): UnsignedAnswer | null {
  return inStorage((storage) => JSON.parse(storage.getItem(prefix + requestId) ?? "null"));
}

export function keepAnswer(requestId: string, draft: UnsignedAnswer) {
  inStorage((storage) => storage.setItem(prefix + requestId, JSON.stringify(draft)));
}

/** Of one question, or without an id of all: nothing stays behind for whoever uses this browser next. */
export function forgetAnswers(requestId = "") {
  inStorage((storage) => {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(prefix + requestId)) storage.removeItem(key);
    }
  });
}

/** A browser may refuse to store anything; then only a reload loses what was entered. */
function inStorage<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(window.sessionStorage);
  } catch {
    return null;
  }
}
