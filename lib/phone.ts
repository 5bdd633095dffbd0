const shape = /^\+?[\d\s()./\p{Pd}]+(,? ?(ext(ension|ensión)?\.?|int\.|x|#) ?\d+)?$/iu;

/** People write numbers in many ways; it only has to be something one can dial. */
export function whyNotPhone(text: string): "phone-malformed" | null {
  const digits = text.replace(/\D/g, "");
  return text.length <= 40 && digits.length >= 3 && shape.test(text.trim()) ? null : "phone-malformed";
}

/** As `whyNotPhone`, of a number that our papers print: they know one hyphen and one space. */
export function whyNotPrintedPhone(text: string): "phone-malformed" | null {
  return /^[ -~]*$/.test(text) ? whyNotPhone(text) : "phone-malformed";
}
