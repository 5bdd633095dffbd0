/** People write numbers in many ways; it only has to be something one can dial. */
export function whyNotPhone(text: string): "phone-malformed" | null {
  const digits = text.replace(/\D/g, "");
  const fits =
    text.length <= 40 && digits.length >= 3 && /^\+?[\d ()./-]+((ext\.?|x) ?\d+)?$/i.test(text.trim());
  return fits ? null : "phone-malformed";
}
