/**
 * One thing of a sweep did not work; the others go on, and its time comes again. The processes send what is
 * written here through a log that leaves out the messages of errors.
 */
export function reportFault(what: string, error: unknown): void {
  console.error(what, error);
}
