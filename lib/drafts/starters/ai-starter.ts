import type { Starter } from "./starter";

export const aiStarter: Starter = {
  texts: {
    en: {
      title: "AI that listens and writes",
      inShort:
        "May an AI tool listen to our sessions and write a text for me? It makes errors, and I check it. If you say no, your care stays the same.",
      sayAloud:
        "May an AI tool listen and write notes for me? I read and correct them, and if you say no, I write them myself.",
    },
    es: {
      title: "Una IA que escucha y escribe",
      inShort:
        "¿Puede una herramienta de IA escuchar nuestras sesiones y escribirme un texto? Comete errores y yo reviso. Si dice que no, su atención sigue igual.",
      sayAloud:
        "¿Puede una herramienta de IA escuchar y escribirme notas? Las leo y las corrijo; si dice que no, las escribo yo.",
    },
  },
  sections: [
    {
      heading: { en: "What it does, and why I ask", es: "Qué hace y por qué lo pregunto" },
      pieces: ["what-ai-does", "ai-is-separate"],
    },
    {
      heading: { en: "Where your words go", es: "Adónde van sus palabras" },
      pieces: ["which-service", "where-words-go", "words-deleted", "used-to-train"],
    },
    {
      heading: { en: "What stays uncertain", es: "Qué sigue siendo incierto" },
      pieces: [
        "ai-makes-errors",
        {
          en: "Terms can change, and I have no view inside the company. If I learn of a change, I tell you.",
          es: "Las condiciones pueden cambiar, y no puedo mirar dentro de la empresa. Si me entero de un cambio, se lo digo.",
        },
      ],
    },
    {
      heading: { en: "Your answer", es: "Su respuesta" },
      pieces: ["ai-off-in-session", "no-penalty", "take-back"],
    },
  ],
  uses: [
    {
      key: "ai-notes",
      leavesPractice: true,
      mostViewers: null,
      copyForPatient: false,
      texts: {
        en: {
          label: "AI writes [a summary] for my notes",
          whatFor: "So that I can look at you instead of writing.",
          whoSees: "I read it. The company’s computers process it, and its staff may under its terms.",
          where: "At [name of the service] while it is made, then in [place].",
          until: "The sound: [until the text is written]. The text: [30] days, or as part of your record.",
          copy: "You may ask to read it while it exists.",
        },
        es: {
          label: "La IA escribe [un resumen] para mis notas",
          whatFor: "Para que yo le mire a usted en lugar de escribir.",
          whoSees:
            "Lo leo yo. Las computadoras de la empresa lo procesan, y su personal podría verlo según sus condiciones.",
          where: "En [nombre del servicio] mientras se hace; después, en [lugar].",
          until: "El sonido: [hasta que se escriba el texto]. El texto: [30] días, o en su expediente.",
          copy: "Puede pedir leerlo mientras exista.",
        },
      },
    },
  ],
  answersLastMonths: 12,
};
