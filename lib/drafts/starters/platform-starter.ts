import type { Starter } from "./starter";

export const platformStarter: Starter = {
  texts: {
    en: {
      title: "Meeting by video",
      inShort:
        "How we would meet by video, what I did to protect it, and what stays uncertain. No is fine, and your care stays the same.",
      sayAloud:
        "May we meet by video? Here is what I know about the service and what I do not know. In person or by phone is fine too.",
    },
    es: {
      title: "Vernos por video",
      inShort:
        "Cómo nos veríamos por video, qué hice para protegerlo y qué sigue siendo incierto. Puede decir que no, y su atención sigue igual.",
      sayAloud:
        "¿Nos vemos por video? Aquí está lo que sé del servicio y lo que no sé. También puede ser en persona o por teléfono.",
    },
  },
  sections: [
    {
      heading: { en: "How we meet", es: "Cómo nos vemos" },
      pieces: ["mode-and-in-person", "company-and-agreement", "who-i-am"],
    },
    {
      heading: { en: "What stays uncertain", es: "Qué sigue siendo incierto" },
      pieces: ["medium-risks", "what-is-kept"],
    },
    {
      heading: { en: "What is different from a room", es: "Qué cambia respecto a una sala" },
      pieces: ["not-like-a-room", "cost-and-insurance"],
    },
    { heading: { en: "Recording", es: "Grabación" }, pieces: ["recording-both-ways"] },
    {
      heading: { en: "In each session", es: "En cada sesión" },
      pieces: ["where-you-are", "who-is-there", "if-it-breaks-off"],
      asList: true,
    },
    { heading: { en: "In danger", es: "En caso de peligro" }, pieces: ["in-an-emergency"] },
    {
      heading: { en: "Your answer", es: "Su respuesta" },
      pieces: ["no-penalty", "take-back", "where-to-complain"],
    },
  ],
  uses: [
    {
      key: "sessions-by-video",
      leavesPractice: false,
      mostViewers: 2,
      copyForPatient: null,
      texts: {
        en: {
          label: "Sessions by video",
          whatFor: "So that we can meet without travelling.",
          whoSees: "You and me, and anyone we both agree to.",
          where: "In a meeting of your own at [name of the service].",
          until: "Until you take it back, we choose another way, or our work ends.",
          copy: "None. Recording is a separate question.",
        },
        es: {
          label: "Sesiones por video",
          whatFor: "Para que podamos vernos sin viajar.",
          whoSees: "Usted y yo, y quien aceptemos entre ambas partes.",
          where: "En una reunión solo para usted en [nombre del servicio].",
          until: "Hasta que usted lo retire, elijamos otra forma o termine nuestro trabajo.",
          copy: "Ninguna. La grabación es otra pregunta.",
        },
      },
    },
  ],
};
