import type { Starter } from "./starter";

export const videoSharingStarter: Starter = {
  texts: {
    en: {
      title: "How your video reaches you",
      inShort:
        "If you want a copy of a session, I place it in a folder for you. You copy it, then I delete it there. No is fine.",
      sayAloud:
        "You asked for a copy of a session. May I put it into a folder for you, or would you rather have it in another way?",
    },
    es: {
      title: "Cómo le llega su video",
      inShort:
        "Si quiere la copia de una sesión, la pongo en una carpeta para usted. Usted la copia y yo la borro allí. Puede decir que no.",
      sayAloud:
        "Usted pidió la copia de una sesión. ¿Se la dejo en una carpeta o prefiere recibirla de otra forma?",
    },
  },
  sections: [
    {
      heading: { en: "What this is about", es: "De qué se trata" },
      pieces: [
        {
          en: "This text is about how a copy reaches you. Whether I record is a question of its own.",
          es: "Este texto trata de cómo le llega una copia. Si grabo o no es otra pregunta.",
        },
        "yours-from-then",
      ],
    },
    {
      heading: { en: "Step by step", es: "Paso a paso" },
      pieces: ["how-it-reaches-you", "how-long-there"],
      asList: true,
    },
    {
      heading: { en: "What stays uncertain", es: "Qué sigue siendo incierto" },
      pieces: ["who-can-open", "what-may-remain"],
    },
    { heading: { en: "Keeping your copy", es: "Guardar su copia" }, pieces: ["keeping-it-safe"] },
    { heading: { en: "Other ways", es: "Otras formas" }, pieces: ["other-ways-to-get-it"] },
    {
      heading: { en: "Your answer", es: "Su respuesta" },
      pieces: ["no-penalty", "take-back", "somebody-elses-video"],
    },
  ],
  uses: [
    {
      key: "shared-folder",
      leavesPractice: false,
      mostViewers: 2,
      copyForPatient: true,
      texts: {
        en: {
          label: "Through a shared folder",
          whatFor: "So that your video reaches you without your coming by.",
          whoSees: "You and me. While it is there, whoever gets into one of our accounts.",
          where: "In a folder at [name of the service], shared with your account only.",
          until: "Until you have copied it, [three] days at most.",
          copy: "You copy it and keep it.",
        },
        es: {
          label: "Por una carpeta compartida",
          whatFor: "Para que el video le llegue sin que tenga que venir.",
          whoSees: "Usted y yo. Mientras está allí, quien entre en una de nuestras cuentas.",
          where: "En una carpeta de [nombre del servicio], compartida solo con su cuenta.",
          until: "Hasta que usted lo copie, [tres] días como máximo.",
          copy: "Usted lo copia y lo guarda.",
        },
      },
    },
    {
      key: "handed-over",
      leavesPractice: false,
      mostViewers: 2,
      copyForPatient: true,
      texts: {
        en: {
          label: "By hand, on a stick",
          whatFor: "So that your video reaches you without a cloud.",
          whoSees: "You and me.",
          where: "On an encrypted stick that I hand to you in my office.",
          until: "The stick is yours. I delete my own file when its time is over.",
          copy: "Yes, in your hand.",
        },
        es: {
          label: "En mano, en una memoria",
          whatFor: "Para que el video le llegue sin nube.",
          whoSees: "Usted y yo.",
          where: "En una memoria cifrada que le entrego en mi consulta.",
          until: "La memoria es suya. Borro mi archivo cuando llega su plazo.",
          copy: "Sí, en su mano.",
        },
      },
    },
  ],
};
