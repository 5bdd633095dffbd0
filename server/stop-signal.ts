/** Calls back once: on a signal, or when the supervisor that started us is gone. */
export function onStop(stop: () => Promise<void>) {
  let asked = false;
  const once = () => {
    if (asked) return;
    asked = true;
    void stop();
  };
  process.on("SIGTERM", once);
  process.on("SIGINT", once);
  process.on("disconnect", once);
}
