import type { Starter } from "./starter";

export const tradeOffStarter: Starter = {
  texts: {
    en: {
      title: "What is different at [name of the service]",
      inShort:
        "You would like to meet at [name of the service]. Here is what is better there, what is worse, and what I do not know. No is fine.",
      sayAloud:
        "We can meet where you asked. Some things are different there, so here they are before you decide.",
    },
    es: {
      title: "Qué cambia en [nombre del servicio]",
      inShort:
        "Usted quiere que nos veamos en [nombre del servicio]. Aquí está qué es mejor allí, qué es peor y qué no sé. Puede decir que no.",
      sayAloud:
        "Podemos vernos donde usted pidió. Algunas cosas cambian allí, así que aquí están antes de que decida.",
    },
  },
  sections: [
    {
      heading: { en: "What is different there", es: "Qué cambia allí" },
      pieces: [
        "call-quality",
        "how-easy",
        "account-there",
        "recording-there",
        "who-holds-the-keys",
        "agreement-there",
      ],
      asList: true,
    },
    {
      heading: { en: "What stays uncertain", es: "Qué sigue siendo incierto" },
      pieces: [
        {
          en: "I have no view inside the company. An update can change a setting, and I may learn of it late.",
          es: "No puedo mirar dentro de la empresa. Una actualización puede cambiar un ajuste, y quizá me entere tarde.",
        },
      ],
    },
    {
      heading: { en: "Your earlier answers", es: "Sus respuestas anteriores" },
      pieces: ["earlier-permission-rests"],
    },
    {
      heading: { en: "Your answer", es: "Su respuesta" },
      pieces: ["no-penalty", "take-back", "way-back"],
    },
  ],
  uses: [
    {
      key: "meet-there",
      leavesPractice: false,
      mostViewers: 2,
      copyForPatient: null,
      texts: {
        en: {
          label: "We meet at [name of the service]",
          whatFor: "So that we can meet where it suits you better.",
          whoSees: "You and me, and anyone we both agree to.",
          where: "At [name of the service].",
          until: "Until one of us goes back, or our work ends.",
          copy: "",
        },
        es: {
          label: "Nos vemos en [nombre del servicio]",
          whatFor: "Para que nos veamos donde le convenga más.",
          whoSees: "Usted y yo, y quien aceptemos entre ambas partes.",
          where: "En [nombre del servicio].",
          until: "Hasta que una de las partes vuelva atrás o termine nuestro trabajo.",
          copy: "",
        },
      },
    },
  ],
};
