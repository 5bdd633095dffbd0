import type { Starter } from "./starter";

export const electronicRecordsStarter: Starter = {
  texts: {
    en: {
      title: "On screen instead of on paper",
      inShort:
        "May I give you these texts and your signed copies on a screen? Paper is fine too and costs nothing.",
      sayAloud:
        "May I give you these texts on a screen? If you prefer paper, I print them, and it costs you nothing.",
    },
    es: {
      title: "En pantalla en lugar de papel",
      inShort:
        "¿Puedo darle estos textos y sus copias firmadas en una pantalla? El papel también está bien y no cuesta nada.",
      sayAloud:
        "¿Puedo darle estos textos en una pantalla? Si prefiere papel, los imprimo y no le cuesta nada.",
    },
  },
  sections: [
    {
      heading: { en: "What this is about", es: "De qué se trata" },
      pieces: [
        {
          en: "The law asks me to give you some texts in writing, and to ask before I do so on a screen. This is only about screen or paper. What each text asks is a question of its own.",
          es: "La ley me pide darle algunos textos por escrito y preguntarle antes de hacerlo en una pantalla. Aquí se trata solo de pantalla o papel. Lo que pregunta cada texto es otra cuestión.",
        },
        "paper-instead",
        "what-it-covers",
      ],
    },
    {
      heading: { en: "Taking it back", es: "Retirarlo" },
      pieces: [
        "how-to-take-back",
        "taking-back-costs",
        {
          en: "What you signed before keeps its force, and you can still open it.",
          es: "Lo que firmó antes sigue valiendo, y lo puede seguir abriendo.",
        },
      ],
    },
    { heading: { en: "If your address changes", es: "Si cambia su dirección" }, pieces: ["new-address"] },
    { heading: { en: "Paper later", es: "Papel más tarde" }, pieces: ["paper-later"] },
    {
      heading: { en: "What you need", es: "Qué necesita" },
      pieces: [
        "what-you-need",
        {
          en: "If these needs change, I tell you first and ask you again.",
          es: "Si esto cambia, se lo digo antes y le vuelvo a preguntar.",
        },
      ],
    },
    {
      heading: { en: "What to keep in mind", es: "Qué conviene tener en cuenta" },
      pieces: [
        {
          en: "On a shared device, others may see what you saved. A service can be out of order, so keep a copy of your own.",
          es: "En un dispositivo compartido, otras personas pueden ver lo que guardó. Un servicio puede dejar de funcionar; guarde una copia propia.",
        },
      ],
    },
    { heading: { en: "Your answer", es: "Su respuesta" }, pieces: ["no-penalty"] },
  ],
  uses: [
    {
      key: "electronic",
      leavesPractice: false,
      mostViewers: null,
      copyForPatient: true,
      texts: {
        en: {
          label: "Texts and signed copies on a screen",
          whatFor: "So that you can read, answer and keep them without paper.",
          whoSees: "You, I and the office.",
          where: "On this site, and wherever you save your copies.",
          until: "Until you take it back or our work ends.",
          copy: "Yes, one of each text you answer. On paper if you ask.",
        },
        es: {
          label: "Textos y copias firmadas en pantalla",
          whatFor: "Para que pueda leerlos, responderlos y guardarlos sin papel.",
          whoSees: "Usted, yo y la oficina.",
          where: "En este sitio y donde usted guarde sus copias.",
          until: "Hasta que usted lo retire o termine nuestro trabajo.",
          copy: "Sí, una de cada texto que responda. En papel si lo pide.",
        },
      },
    },
  ],
};
