import type { Language } from "./languages";
import { type Progress, type Step, steps } from "./progress";
import { harmless } from "./wording";

type WorkWords = {
  steps: Record<Step, (file: string) => string>;
  of: (done: string, total: string) => string;
  cancel: string;
  cancelled: string;
};

export const workWords: Record<Language, WorkWords> = {
  en: {
    steps: {
      reading: (file) => `Reading ${file}`,
      fingerprint: (file) => `Taking the fingerprint of ${file}`,
      shape: (file) => `Looking at the parts of ${file}`,
      seal: (file) => `Checking the lock of ${file}`,
      time: (file) => `Checking who locked ${file}, and when`,
    },
    of: (done, total) => `${done} of ${total}`,
    cancel: "Cancel",
    cancelled: "The check was stopped. Nothing was found out about the file.",
  },
  es: {
    steps: {
      reading: (file) => `Leyendo ${file}`,
      fingerprint: (file) => `Tomando la huella de ${file}`,
      shape: (file) => `Mirando las partes de ${file}`,
      seal: (file) => `Comprobando la protección de ${file}`,
      time: (file) => `Comprobando quién protegió ${file} y cuándo`,
    },
    of: (done, total) => `${done} de ${total}`,
    cancel: "Cancelar",
    cancelled: "La comprobación se detuvo. No se averiguó nada del archivo.",
  },
};

/** In words, and between 0 and 1. */
export function sayProgress({ file, step, done, total }: Progress, language: Language) {
  const words = workWords[language];
  const place = steps.indexOf(step);
  const counted =
    step === "reading" ? megabytes(done, total, language) : [place + 1, steps.length].map(String);
  const [so = "", all = ""] = counted;
  return {
    text: `${words.steps[step](harmless(file))} (${words.of(so, all)})`,
    value: (place + (total > 0 ? done / total : 0)) / steps.length,
  };
}

function megabytes(done: number, total: number, language: Language): string[] {
  const rounded = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return [rounded.format(done / 1e6), `${rounded.format(total / 1e6)} MB`];
}
