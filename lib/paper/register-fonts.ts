import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { type Face, faceNames, faces } from "./font-faces";
import { mark } from "./fonts";
import { type Direction, shaperOf } from "./harfbuzz";
import { type Glyph, glyphJoiner, type TrueTypeFont } from "./joined-glyphs";
import { longestWord, partsOf } from "./line-breaks";
import { unwrapWoff } from "./unwrap-woff";

const require = createRequire(import.meta.url);
const weights = [400, 600];
const slants = ["normal", "italic"] as const;
const cuts = weights.flatMap((fontWeight) => slants.map((fontStyle) => ({ fontWeight, fontStyle })));

const mostLines = 2_000;

let ready: Promise<void> | null = null;

/** Once a process: a second registration would parse every font again. */
export function registerFonts(): Promise<void> {
  ready ??= register();
  return ready;
}

async function register() {
  Font.registerHyphenationCallback((word) => partsOf(word, longestWord));
  for (const face of faceNames) {
    Font.register({
      family: face,
      fonts: cuts.map((cut) => ({ ...cut, src: asDataUrl(fileOf(face, cut)) })),
    });
    for (const cut of cuts) {
      const font = await outlines({ fontFamily: face, ...cut });
      nameGlyphs(font);
      await placeMarks(font, fileOf(face, cut));
      rememberLines(font);
    }
  }
}

/**
 * fontkit keeps a glyph as first asked for, and the dotless i inside an í is asked for without its letter: from then on
 * every ı of the process would be copied out of the file as nothing. So each is asked for with its letter here.
 */
function nameGlyphs(font: Outlines) {
  for (const codePoint of charactersOf(font)) font.glyphForCodePoint(codePoint);
}

/**
 * Where two characters share a glyph, the one a text means comes first: ’ before ʼ, the hyphen before the soft one.
 * Armenian ligatures as characters are left out: their glyphs belong to the two letters that a name is written with.
 */
export function charactersOf({ characterSet }: Outlines) {
  return characterSet
    .filter((codePoint) => !isArmenianLigature(codePoint))
    .sort((a, b) => Number(isModifierLetter(a)) - Number(isModifierLetter(b)) || a - b);
}

const isArmenianLigature = (codePoint: number) => codePoint >= 0xfb13 && codePoint <= 0xfb17;

const isModifierLetter = (codePoint: number) => codePoint >= 0x2b0 && codePoint <= 0x2ff;

/** What is letter after letter fontkit shapes, in half the time; the rest is HarfBuzz's. */
async function placeMarks(font: Outlines, file: string) {
  const plain = font.layout.bind(font);
  const shape = await shaperOf(file);
  const glyphOf = glyphJoiner(font, file);
  font.layout = (text, features, script, language, direction = "ltr") => {
    if (direction === "ltr" && !mark.test(text)) return plain(text, features, script, language, direction);
    const clusters = shape(text, direction);
    return {
      glyphs: clusters.map(glyphOf),
      positions: clusters.map(({ advance }) => ({ xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0 })),
    };
  };
}

/** The same sentences stand in every document: shaping them once saves a sixth of a document's time. */
function rememberLines(font: Outlines) {
  const shape = font.layout.bind(font);
  const known = { ltr: new Map<string, GlyphRun>(), rtl: new Map<string, GlyphRun>() };
  font.layout = (text, features = [], script, language, direction = "ltr") => {
    if (features.length > 0) return shape(text, features, script, language, direction);
    const lines = known[direction];
    const run = lines.get(text) ?? shape(text, features, script, language, direction);
    if (lines.size >= mostLines) lines.clear();
    lines.set(text, run);
    return { glyphs: [...run.glyphs], positions: [...run.positions] };
  };
}

type Cut = { fontFamily: string; fontWeight: number; fontStyle: "normal" | "italic" };
type GlyphRun = { glyphs: Glyph[]; positions: { xAdvance: number }[] };
type Layout = [script?: string, language?: string, direction?: Direction];
type Outlines = TrueTypeFont & {
  characterSet: number[];
  unitsPerEm: number;
  layout(text: string, features?: string[], ...how: Layout): GlyphRun;
};

/** How wide a letter is in the weight and slant in which it is widest, once the fonts are registered. */
export function widestEms(face: Face, letter: string): number {
  const ems = cuts.map((cut) => {
    const font = asOutlines(Font.getFont({ fontFamily: face, ...cut })?.data);
    return font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
  });
  return Math.max(...ems);
}

export async function outlines(cut: Cut): Promise<Outlines> {
  await Font.load(cut);
  return asOutlines(Font.getFont(cut)?.data);
}

/** react-pdf types the parsed font loosely; these members are fontkit's documented interface. */
function asOutlines(data: unknown) {
  return data as Outlines;
}

function fileOf(face: Face, { fontWeight, fontStyle }: (typeof cuts)[number]) {
  const [family, subset] = faces[face].split("/");
  const drawnStyle = family?.startsWith("noto-") ? "normal" : fontStyle;
  return require.resolve(`@fontsource/${family}/files/${family}-${subset}-${fontWeight}-${drawnStyle}.woff`);
}

function asDataUrl(file: string) {
  return `data:font/ttf;base64,${unwrapWoff(readFileSync(file)).toString("base64")}`;
}
