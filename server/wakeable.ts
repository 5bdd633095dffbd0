/** A wait that can be cut short; a call that comes while nobody waits is kept for the next wait. */
export function wakeable() {
  let called = false;
  let ring: (() => void) | null = null;

  return {
    wake() {
      called = true;
      ring?.();
    },
    async wait(milliseconds: number) {
      if (!called) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          ring = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      called = false;
      ring = null;
    },
  };
}
