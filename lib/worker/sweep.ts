import { type SystemContext, systemContext } from "@/lib/context";
import { DatabaseDown } from "@/lib/in-practice";
import { type DueKind, findDue } from "./find-due";
import { reportFault } from "./report-fault";

type Sweeping = {
  due: DueKind;
  /** So many in one go: the worker comes again at once as long as there was something to do. */
  most: number;
  /** Does what is due, as far as nobody else did it meanwhile, and says how much or whether that was. */
  each(ctx: SystemContext, id: string, signal: AbortSignal): Promise<number | boolean>;
  /** What is said where that failed. */
  fault(id: string): string;
  atOnce?: number;
};

/**
 * Does what is due in every practice and says how much. One that fails is reported and stops nobody else; a
 * database that is down ends the sweep, so that it is said once.
 */
export function sweep({ due, most, each, fault, atOnce = 1 }: Sweeping) {
  return async (signal: AbortSignal): Promise<number> => {
    const left = (await findDue(due, most)).values();
    let done = 0;
    const lane = async () => {
      for (const { practiceId, id } of left) {
        if (signal.aborted) break;
        try {
          const did = await each(systemContext(practiceId, "worker"), id, signal);
          done += Number(did);
        } catch (error) {
          if (error instanceof DatabaseDown) throw error;
          reportFault(fault(id), error);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return done;
  };
}
