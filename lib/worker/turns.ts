/** Lets one after another begin; who is before them keeps nobody for longer than this. Answers with how to end a turn. */
export function turns(longest: number) {
  let before = Promise.resolve();
  return async (): Promise<() => void> => {
    const { promise, resolve: end } = Promise.withResolvers<void>();
    const mine = before;
    before = promise;
    await mine;
    setTimeout(end, longest).unref();
    return end;
  };
}
