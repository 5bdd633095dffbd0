/** The embedded fonts. A face is one script of one family; `coverage.ts` says what each of them can draw. */
export const faces = {
  "serif-latin": "source-serif-4/latin",
  "serif-latin-ext": "source-serif-4/latin-ext",
  "serif-vietnamese": "source-serif-4/vietnamese",
  "serif-cyrillic": "source-serif-4/cyrillic",
  "serif-cyrillic-ext": "source-serif-4/cyrillic-ext",
  "serif-greek": "source-serif-4/greek",
  "sans-latin": "source-sans-3/latin",
  "sans-latin-ext": "source-sans-3/latin-ext",
  "sans-vietnamese": "source-sans-3/vietnamese",
  "sans-cyrillic": "source-sans-3/cyrillic",
  "sans-cyrillic-ext": "source-sans-3/cyrillic-ext",
  "sans-greek": "source-sans-3/greek",
  "sans-greek-ext": "source-sans-3/greek-ext",
  armenian: "noto-sans-armenian/armenian",
  georgian: "noto-sans-georgian/georgian",
  hebrew: "noto-sans-hebrew/hebrew",
  thai: "noto-sans-thai/thai",
} as const;

export type Face = keyof typeof faces;
export const faceNames = Object.keys(faces).filter(isFace);

function isFace(name: string): name is Face {
  return name in faces;
}

export type Voice = "serif" | "sans";
