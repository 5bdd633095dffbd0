import { parsePhoneNumberFromString } from "libphonenumber-js/min";

type SentencePart = { at: number; text: string; href: string | null };

const gap = "[ \\u00a0.\\p{Pd}]";
const extension = "(?:,? ?(?:ext(?:ension|ensión)?\\.?|int\\.|x|#) ?\\d{1,6}\\b)?";
const numbers = new RegExp(
  `(?:\\+?\\(?\\d{1,4}\\)?(?:${gap}?(?:\\(0\\)|\\(?\\d{2,4}\\)?)){2,}|\\d{3,}(?:[.-]\\d{3,})?)${extension}`,
  "giu",
);

/** What stands in the clause before a number, or right behind it, where it is one to write to. */
const toText = /\b(text|sms|texto|mensaje)\b[^.;,)]*$/i;
const toCall = /\b(call|llam\w+)\b[^.;,)]*$/i;
const textOnly = /^ ?\(?(text|sms|por (texto|mensaje))\b/i;

/** A sentence cut where a number begins and ends; `href` calls it, or writes to it. */
export function withNumbers(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const { 0: text, index } of sentence.matchAll(numbers)) {
    const before = sentence.slice(end, index);
    const behind = sentence.slice(index + text.length);
    const isToText = (toText.test(before) && !toCall.test(before)) || textOnly.test(behind);
    parts.push({ at: end, text: before, href: null });
    parts.push({ at: index, text, href: isToText ? `sms:${read(text).number}` : callTo(text) });
    end = index + text.length;
  }
  parts.push({ at: end, text: sentence.slice(end), href: null });
  return parts.filter(({ text }) => text !== "");
}

/** A phone waits at a comma before it dials the extension. */
export function callTo(phone: string): string {
  const { number, ext } = read(phone);
  return ext ? `tel:${number},${ext}` : `tel:${number}`;
}

/** By what one knows one's own number again; an extension is the house's. */
export function endOf(phone: string): string {
  return read(phone).number.slice(-2);
}

/** From abroad as the whole world dials it; at home as it was typed, for who knows in which country that is. */
function read(phone: string): { number: string; ext: string | undefined } {
  const known = parsePhoneNumberFromString(phone, { defaultCountry: "US", extract: false });
  const digits = phone.replace(/\D/g, "");
  const ext = known?.ext;
  if (known && phone.trim().startsWith("+")) return { number: known.number, ext };
  return { number: ext ? digits.slice(0, -ext.length) : digits, ext };
}
