import type { Starter } from "./starter";

export const emailStarter: Starter = {
  texts: {
    en: {
      title: "E-mail about appointments",
      inShort:
        "May I use ordinary e-mail for appointments? Others might read it on the way. If you say no, I call you.",
      sayAloud:
        "May I write to you by ordinary e-mail about appointments? Others might read it, so a call is just as fine.",
    },
    es: {
      title: "Correo electrónico para las citas",
      inShort:
        "¿Puedo usar el correo corriente para las citas? Otras personas podrían leerlo por el camino. Si dice que no, le llamo.",
      sayAloud:
        "¿Puedo escribirle por correo corriente sobre las citas? Otras personas podrían leerlo, así que una llamada está igual de bien.",
    },
  },
  sections: [
    {
      heading: { en: "What I would use it for", es: "Para qué lo usaría" },
      pieces: ["used-for", "not-used-for"],
    },
    {
      heading: { en: "What can happen to an e-mail", es: "Qué puede pasarle a un correo" },
      pieces: [
        "others-may-read",
        "copies-lie-about",
        {
          en: "Even an appointment with me says something about you. I can make this rarer, but I am not able to rule it out.",
          es: "Incluso una cita conmigo dice algo de usted. Puedo hacer que sea más raro, pero no puedo descartarlo.",
        },
      ],
    },
    {
      heading: { en: "What I do, and what you can do", es: "Qué hago yo y qué puede hacer usted" },
      pieces: [
        "what-i-do-about-it",
        {
          en: "Give me an address that only you read. Turn off previews on the locked screen.",
          es: "Deme una dirección que solo usted lea. Quite los avisos de la pantalla bloqueada.",
        },
      ],
    },
    { heading: { en: "Not for anything urgent", es: "No para lo urgente" }, pieces: ["not-urgent"] },
    {
      heading: { en: "Your answer", es: "Su respuesta" },
      pieces: ["no-penalty", "without-email", "take-back"],
    },
  ],
  uses: [
    {
      key: "scheduling",
      leavesPractice: false,
      mostViewers: null,
      copyForPatient: null,
      texts: {
        en: {
          label: "E-mail about appointments",
          whatFor: "To offer, confirm, move or cancel an appointment.",
          whoSees: "You and I. The mail companies could, and whoever opens your mailbox.",
          where: "In your mailbox, in mine, and on the way between them.",
          until: "I delete mine after [one year].",
          copy: "",
        },
        es: {
          label: "Correo para las citas",
          whatFor: "Para proponer, confirmar, cambiar o anular una cita.",
          whoSees: "Usted y yo. Podrían las empresas de correo y quien abra su buzón.",
          where: "En su buzón, en el mío y en el camino entre ambos.",
          until: "Yo borro los míos después de [un año].",
          copy: "",
        },
      },
    },
  ],
};
