const made = new Map<string, Intl.DateTimeFormat>();
/** Zones are what practices set: a few, but nobody says how many. */
const mostKept = 500;

/** Made once for what it is asked: that takes as long as writing dozens of dates with it. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  if (made.size >= mostKept) made.clear();
  made.set(key, format);
  return format;
}
