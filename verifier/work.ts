import type { Progress, Tell } from "./progress";

export type Check<Question, Answer> = (question: Question, tell: Tell) => Promise<Answer>;

type Asked<Question> = { question: Question };
type Told<Answer> = { progress: Progress } | { answer: Answer } | { failure: string };

/** The whole of a worker: one question, how far its check is, and the answer. */
export function answerAsWorker<Question, Answer>(check: Check<Question, Answer>) {
  const say = (told: Told<Answer>) => postMessage(told);
  addEventListener("message", async ({ data }: MessageEvent<Asked<Question>>) => {
    try {
      say({ answer: await check(data.question, (progress) => say({ progress })) });
    } catch (error) {
      say({ failure: String(error) });
    }
  });
}

/** The check was ended by whoever asked for it. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

export type Work<Answer> = { answer: Promise<Answer>; cancel: () => void };

/**
 * Checks in a worker, so that the page can be used meanwhile. Where none can be had, the same check works on the
 * page's own thread.
 */
export function startWork<Question, Answer>(
  question: Question,
  tell: (progress: Progress) => void,
  { newWorker, here }: { newWorker: () => Worker; here: Check<Question, Answer> },
): Work<Answer> {
  const ending = new AbortController();
  const onPage = () =>
    here(question, async (progress) => {
      if (ending.signal.aborted) throw new Cancelled();
      tell(progress);
      await drawn();
    });
  const inWorker = (worker: Worker) =>
    new Promise<Answer>((resolve, reject) => {
      let hasSpoken = false;
      worker.addEventListener("message", ({ data }: MessageEvent<Told<Answer>>) => {
        if (ending.signal.aborted) return;
        hasSpoken = true;
        if ("progress" in data) return tell(data.progress);
        worker.terminate();
        if ("answer" in data) resolve(data.answer);
        else reject(new Error(data.failure));
      });
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        worker.terminate();
        if (hasSpoken) reject(new Error(event.message));
        else resolve(onPage());
      });
      ending.signal.addEventListener("abort", () => {
        worker.terminate();
        reject(new Cancelled());
      });
      worker.postMessage({ question } satisfies Asked<Question>);
    });

  const worker = madeBy(newWorker);
  return { answer: worker ? inWorker(worker) : onPage(), cancel: () => ending.abort() };
}

/** Null in browsers without workers, and where a policy forbids them. */
function madeBy(newWorker: () => Worker): Worker | null {
  try {
    return newWorker();
  } catch {
    return null;
  }
}

function drawn(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}
