type SentencePart = { at: number; text: string; tel: string | null };

const dialled = /\+?\(?\d{1,4}\)?(?:[ .-]?\(?\d{2,4}\)?){2,}|\d{3,}(?:[.-]\d{3,})?/g;

/** A sentence cut where a number to call begins and ends; `tel` is what one dials. */
export function withNumbers(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const { 0: number, index } of sentence.matchAll(dialled)) {
    parts.push({ at: end, text: sentence.slice(end, index), tel: null });
    parts.push({ at: index, text: number, tel: number.replace(/[^\d+]/g, "") });
    end = index + number.length;
  }
  parts.push({ at: end, text: sentence.slice(end), tel: null });
  return parts.filter(({ text }) => text !== "");
}

/** People write numbers in many ways; it only has to be something one can dial. */
export function whyNotPhone(text: string): "phone-malformed" | null {
  const digits = text.replace(/\D/g, "");
  const fits =
    text.length <= 40 && digits.length >= 3 && /^\+?[\d ()./-]+((ext\.?|x) ?\d+)?$/i.test(text.trim());
  return fits ? null : "phone-malformed";
}
