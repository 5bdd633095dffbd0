/** What helps: advice is for who writes, and only a replacement may stand in a text, for the whole sentence. */
export type Remedy = { is: "advice"; words: string } | { is: "replacement"; sentence: string };

/** `words` are looked for in small letters without accents; a denied promise is none where `unlessDenied`. */
export type Promised = { words: RegExp; remedy: Remedy; unlessDenied?: boolean };

export const advice = (words: string): Remedy => ({ is: "advice", words });
/** True whatever the sentence was about, since nobody knows that here. */
export const replacement = (sentence: string): Remedy => ({ is: "replacement", sentence });

const checked = advice("Say what you did and when you last looked: “I checked this on [day].”");
const notWholly = replacement("Nothing is completely safe or private; some risk remains.");
const mayHappen = replacement("It could happen. If it does, I tell you.");
const wholly =
  "(?:completely|totally|fully|absolutely|perfectly|entirely|always|100 ?%|one hundred percent|utterly)";

export const promisedInEnglish: readonly Promised[] = [
  {
    words:
      /\b(?:can(?:not|'t| not)|could(?: not|n't)) (?:ever )?(?:happen|go wrong|fail|leak|occur|get out|get lost)\b/g,
    remedy: mayHappen,
  },
  {
    words:
      /\b(?:can(?:not|'t| not)|could(?: not|n't)) (?:ever )?be (?:seen|read|heard|opened|copied|hacked|intercepted|recovered|restored|traced|shared|stolen|lost|accessed|misused|recorded|broken)\b/g,
    remedy: advice(
      "Say who is let in and what protects it: “Only [who] has the password. I checked this on [day].”",
    ),
  },
  {
    words: /\b(?:will not|won't|does not|doesn't) (?:ever )?happen(?: again)?\b/g,
    remedy: mayHappen,
  },
  {
    words: /\b(?<!\b(?:have|has|had|almost|hardly|if you|i've|you've|or) )never(?! mind)\b/g,
    remedy: advice(
      "Say what you do not do, and that you tell them if it happens: “I do not …; if it happens by mistake, I tell you.”",
    ),
  },
  {
    words: /\bguarante(?:e|es|ed|eing)\b/g,
    unlessDenied: true,
    remedy: checked,
  },
  {
    words: /\b(?:100 ?%|(?:100|one hundred|a hundred) ?per ?cent)(?! of (?:the|my) (?:fee|cost|price))/g,
    unlessDenied: true,
    remedy: checked,
  },
  {
    words: /\bpermanently\b|\bfor ?ever\b|\bfor good\b|\birretrievably\b|\birreversibly\b/g,
    remedy: advice(
      "Say how far it goes: “I delete it and look whether it is gone. Special tools might still find traces.”",
    ),
  },
  {
    words: new RegExp(
      `\\b${wholly}(?:ly)? (?:secure|safe|private|confidential|anonymous|protected|encrypted)\\b`,
      "g",
    ),
    unlessDenied: true,
    remedy: notWholly,
  },
  {
    words: new RegExp(`\\b${wholly}(?:ly)? (?:deleted|erased|gone|reliable|certain|sure)\\b`, "g"),
    unlessDenied: true,
    remedy: checked,
  },
  {
    words:
      /\b(?:complete|total|full|absolute|perfect) (?:security|safety|privacy|confidentiality|anonymity|protection|secrecy)\b/g,
    unlessDenied: true,
    remedy: notWholly,
  },
  {
    words: /\b(?:is|are|stays?|remains?|keeps? (?:it|them|everything)) (?:safe|secure)\b/g,
    unlessDenied: true,
    remedy: notWholly,
  },
  {
    words:
      /\b(?:no one|nobody)(?: else)? (?:can|could|will|is able to)(?: ever)? (?:see|read|hear|open|access|get|find|watch|intercept|hack|record|listen|know|learn)\b/g,
    remedy: advice("Say who can: “Only I have the password.” Then say what might still go wrong."),
  },
  {
    words: /\bimpossible\b/g,
    unlessDenied: true,
    remedy: replacement("I know of no way. If I learn of one, I tell you."),
  },
  {
    words: /\b(?:no|zero|without(?: any)?) risks?\b(?! (?:that|assessment))|\brisk-free\b/g,
    remedy: replacement("Some risk remains."),
  },
  {
    words: /\b(?:hack|tamper|fool|leak|bullet)-?proof\b|\bunbreakable\b|\bunhackable\b/g,
    unlessDenied: true,
    remedy: notWholly,
  },
  {
    words: /\bunder no circumstances\b|\bin no case\b|\bin no event\b/g,
    remedy: advice("Name the exceptions there are, such as the law or a court."),
  },
];
