import { expect, test } from "vitest";
import { callTo, endOf, withNumbers } from "./dialling";
import { whyNotPhone } from "./phone";

test.each([
  ["In danger? 988 or 911.", ["988", "911"]],
  ["988 (pulse 2; por texto, AYUDA) o 911", ["988", "911"]],
  ["Call (555) 010-0199 or +1 555 010 0100", ["(555) 010-0199", "+1 555 010 0100"]],
  ["1-800-273-8255, text 741741", ["1-800-273-8255", "741741"]],
  ["Open 24/7: 555-0105", ["555-0105"]],
  ["Call the nearest hospital.", []],
  ["112", ["112"]],
  ["Call +44 (0)20 7946 0018 or +44 (0) 20 7946 0019", ["+44 (0)20 7946 0018", "+44 (0) 20 7946 0019"]],
  ["Call 555-010-0199 ext. 12, please", ["555-010-0199 ext. 12"]],
  ["Llame al (555) 010‑0199, ext. 3.", ["(555) 010‑0199, ext. 3"]],
])("in “%s” one can dial %j", (sentence, numbers) => {
  const parts = withNumbers(sentence);
  expect(parts.filter(({ href }) => href).map(({ text }) => text)).toEqual(numbers);
  expect(parts.map(({ text }) => text).join("")).toBe(sentence);
});

test.each([
  ["+1 (555) 010-0199", "tel:+15550100199"],
  ["(555) 010-0199", "tel:5550100199"],
  ["1-800-273-8255", "tel:18002738255"],
  ["555-0105", "tel:5550105"],
  ["988", "tel:988"],
  ["+44 (0)20 7946 0018", "tel:+442079460018"],
  ["+49 (0) 30 901820", "tel:+4930901820"],
  ["(555) 010-0100 ext. 12", "tel:5550100100,12"],
  ["555.010.0100 x3", "tel:5550100100,3"],
  ["+1 555 010 0100 extensión 7", "tel:+15550100100,7"],
  ["555‑010‑0100, ext. 12", "tel:5550100100,12"],
  ["+34 600 123 456", "tel:+34600123456"],
])("%s is dialled as %s", (phone, href) => {
  expect(whyNotPhone(phone)).toBeNull();
  expect(callTo(phone)).toBe(href);
});

test.each([
  ["Text 741741", ["sms:741741"]],
  ["988 or text HOME to 741741", ["tel:988", "sms:741741"]],
  ["1-800-273-8255, text 741741", ["tel:18002738255", "sms:741741"]],
  ["741741 (text only) or 911", ["sms:741741", "tel:911"]],
  ["Call or text 988.", ["tel:988"]],
  ["Text or call 988.", ["tel:988"]],
  ["Envíe un mensaje al 741741; llame al 988", ["sms:741741", "tel:988"]],
  ["988 (pulse 2; por texto, AYUDA) o 911", ["tel:988", "tel:911"]],
  ["Escriba por texto al 741741", ["sms:741741"]],
])("in “%s” one writes to what takes messages, and calls the rest: %j", (sentence, hrefs) => {
  expect(withNumbers(sentence).flatMap(({ href }) => href ?? [])).toEqual(hrefs);
});

test.each([
  ["(555) 010-0142", "42"],
  ["555-010-0142 ext. 7", "42"],
  ["+1 555 010 0142, ext. 17", "42"],
])("%s is known again by %s", (phone, end) => {
  expect(endOf(phone)).toBe(end);
});
