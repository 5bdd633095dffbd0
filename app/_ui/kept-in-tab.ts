const prefix = "candor-kept-";

/** What somebody began and did not finish, kept in this tab alone: through a reload, and a look at another page. */
export function keptInTab<T>(name: string): T | null {
  return inStorage((storage) => JSON.parse(storage.getItem(prefix + name) ?? "null"));
}

export function keepInTab(name: string, value: unknown) {
  inStorage((storage) => storage.setItem(prefix + name, JSON.stringify(value)));
}

/** One thing, or without a name everything: nothing stays behind for whoever uses this browser next. */
export function forgetInTab(name?: string) {
  inStorage((storage) => {
    for (const key of Object.keys(storage))
      if (name === undefined ? key.startsWith(prefix) : key === prefix + name) storage.removeItem(key);
  });
}

/** A browser may refuse to store anything; then a reload loses what was entered, and nothing else. */
function inStorage<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(window.sessionStorage);
  } catch {
    return null;
  }
}
