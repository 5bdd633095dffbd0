import type { Language } from "@/lib/languages";

export type Sample = {
  practice: { name: string; phone: string; timeZone: string };
  language: Language;
  digits: string;
  at: Date;
};

const english = {
  eyebrow: "A sample. There is nothing to sign here.",
  title: "You opened it",
  what: "This page is made like the copies of what you sign. If you can read it, you can read those as well, on this device.",
  digits: "The four digits",
  next: "Type these four digits on the page where you opened this.",
  keep: "You can save this page or print it to see how that works. You need not keep it.",
  help: (phone: string) => `Nothing to see, or hard to read? Call ${phone}: you can have paper instead.`,
};

const spanish: typeof english = {
  eyebrow: "Una muestra. Aquí no hay nada que firmar.",
  title: "Pudo abrirla",
  what: "Esta página está hecha como las copias de lo que usted firma. Si puede leerla, también podrá leer esas copias en este dispositivo.",
  digits: "Las cuatro cifras",
  next: "Escriba estas cuatro cifras en la página donde abrió esta muestra.",
  keep: "Puede guardar esta página o imprimirla para ver cómo se hace. No hace falta que la conserve.",
  help: (phone: string) =>
    `¿No se ve nada o cuesta leerla? Llame al ${phone}: también puede recibirlo en papel.`,
};

export const sampleSentences: Record<Language, typeof english> = { en: english, es: spanish };
