import type { Language } from "@/lib/languages";

/** One text family of the demo practice, first version first. */
export type DemoDisclosure = {
  key: string;
  kind:
    | "privacy-notice"
    | "platform-disclosure"
    | "recording-consent"
    | "video-sharing-consent"
    | "email-risk"
    | "electronic-records-consent";
  versions: DemoVersion[];
};

export type DemoVersion = {
  change: "material" | "editorial";
  texts: Record<Language, DemoText>;
  items: DemoItem[];
};

/** `body` is Markdown without raw HTML; `changeSummary` is null in a first version. */
export type DemoText = { title: string; inShort: string; body: string; changeSummary: string | null };

export type DemoItem = { key: string; required: boolean; texts: Record<Language, DemoItemText> };

/** Empty where a question does not apply, such as a copy for an acknowledgement. */
export type DemoItemText = {
  label: string;
  whatFor: string;
  whoSees: string;
  where: string;
  until: string;
  copy: string;
};
