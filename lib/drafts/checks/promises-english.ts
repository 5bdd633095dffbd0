/** `words` are looked for in small letters without accents; a denied promise is none where `unlessDenied`. */
export type Promised = { words: RegExp; proposal: string; unlessDenied?: boolean };

const checked = "Say what you did and when you last looked: “I checked this on [day].”";
const wholly =
  "(?:completely|totally|fully|absolutely|perfectly|entirely|always|100 ?%|one hundred percent|utterly)";

export const promisedInEnglish: readonly Promised[] = [
  {
    words:
      /\b(?:can(?:not|'t| not)|could(?: not|n't)) (?:ever )?(?:happen|go wrong|fail|leak|occur|get out|get lost)\b/g,
    proposal: "It could happen. Say what you do so that it stays rare, and what you do if it happens.",
  },
  {
    words:
      /\b(?:can(?:not|'t| not)|could(?: not|n't)) (?:ever )?be (?:seen|read|heard|opened|copied|hacked|intercepted|recovered|restored|traced|shared|stolen|lost|accessed|misused|recorded|broken)\b/g,
    proposal:
      "Say who is let in and what protects it: “Only [who] has the password. I checked this on [day].”",
  },
  {
    words: /\b(?:will not|won't|does not|doesn't) (?:ever )?happen(?: again)?\b/g,
    proposal: "Say what you changed so that it becomes less likely, and that you tell them if it happens.",
  },
  {
    words: /\b(?<!\b(?:have|has|had|almost|hardly|if you|i've|you've|or) )never(?! mind)\b/g,
    proposal:
      "Say what you do not do, and that you tell them if it happens: “I do not …; if it happens by mistake, I tell you.”",
  },
  {
    words: /\bguarante(?:e|es|ed|eing)\b/g,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words: /\b(?:100 ?%|(?:100|one hundred|a hundred) ?per ?cent)(?! of (?:the|my) (?:fee|cost|price))/g,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words: /\bpermanently\b|\bfor ?ever\b|\bfor good\b|\birretrievably\b|\birreversibly\b/g,
    proposal: "“I delete it and look whether it is gone. Special tools might still find traces.”",
  },
  {
    words: new RegExp(
      `\\b${wholly}(?:ly)? (?:secure|safe|private|confidential|anonymous|protected|encrypted|deleted|erased|gone|reliable|certain|sure)\\b`,
      "g",
    ),
    unlessDenied: true,
    proposal: checked,
  },
  {
    words:
      /\b(?:complete|total|full|absolute|perfect) (?:security|safety|privacy|confidentiality|anonymity|protection|secrecy)\b/g,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words: /\b(?:is|are|stays?|remains?|keeps? (?:it|them|everything)) (?:safe|secure)\b/g,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words:
      /\b(?:no one|nobody)(?: else)? (?:can|could|will|is able to)(?: ever)? (?:see|read|hear|open|access|get|find|watch|intercept|hack|record|listen|know|learn)\b/g,
    proposal: "Say who can: “Only I have the password.” Then say what might still go wrong.",
  },
  {
    words: /\bimpossible\b/g,
    unlessDenied: true,
    proposal: "“I know of no way. If I learn of one, I tell you.”",
  },
  {
    words: /\b(?:no|zero|without(?: any)?) risks?\b(?! (?:that|assessment))|\brisk-free\b/g,
    proposal: "“Some risk remains: …” Then say which one.",
  },
  {
    words: /\b(?:hack|tamper|fool|leak|bullet)-?proof\b|\bunbreakable\b|\bunhackable\b/g,
    unlessDenied: true,
    proposal: checked,
  },
  {
    words: /\bunder no circumstances\b|\bin no case\b|\bin no event\b/g,
    proposal: "Name the exceptions there are, such as the law or a court.",
  },
];
