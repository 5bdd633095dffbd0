import type { Starter } from "./starter";

const drive = { en: "On [an encrypted drive in my office].", es: "En [un disco cifrado de mi consulta]." };
const deleted = {
  en: "I delete my file [90] days after the session.",
  es: "Borro mi archivo [90] días después de la sesión.",
};
const noCopy = { en: "You get no copy for this use.", es: "Para este uso no recibe copia." };

export const recordingStarter: Starter = {
  texts: {
    en: {
      title: "Recording our sessions",
      inShort:
        "May I record some of our sessions? You decide each use separately. If you say no, your care stays the same.",
      sayAloud:
        "May I record some of our sessions? You decide each use on its own, and no is a good answer too.",
    },
    es: {
      title: "Grabar nuestras sesiones",
      inShort:
        "¿Me permite grabar algunas de nuestras sesiones? Usted decide cada uso por separado. Si dice que no, su atención sigue igual.",
      sayAloud:
        "¿Me permite grabar algunas de nuestras sesiones? Usted decide cada uso por separado, y decir que no también está bien.",
    },
  },
  sections: [
    {
      heading: { en: "Why I ask", es: "Por qué lo pregunto" },
      pieces: [
        "recording-purpose",
        {
          en: "I find it useful, but our work does not depend on it.",
          es: "Me resulta útil, pero nuestro trabajo no depende de ello.",
        },
      ],
    },
    {
      heading: { en: "What a recording is", es: "Qué es una grabación" },
      pieces: ["picture-and-sound", "everybody-agrees", "part-of-record"],
    },
    {
      heading: { en: "Who sees it", es: "Quién la ve" },
      pieces: ["who-watches", "how-it-is-shown"],
    },
    {
      heading: { en: "Where it is, and until when", es: "Dónde está y hasta cuándo" },
      pieces: ["place-and-encryption", "recording-deleted"],
    },
    {
      heading: { en: "In the session", es: "En la sesión" },
      pieces: ["stop-in-session", "recorded-by-mistake"],
    },
    {
      heading: { en: "Your answer", es: "Su respuesta" },
      pieces: ["no-penalty", "take-back", "earlier-recordings"],
    },
  ],
  uses: [
    {
      key: "look-back",
      leavesPractice: false,
      mostViewers: 1,
      copyForPatient: false,
      texts: {
        en: {
          label: "I look back at a session",
          whatFor: "So that I notice what I missed.",
          whoSees: "Only me.",
          where: drive.en,
          until: deleted.en,
          copy: noCopy.en,
        },
        es: {
          label: "Yo repaso una sesión",
          whatFor: "Para notar lo que se me escapó.",
          whoSees: "Solo yo.",
          where: drive.es,
          until: deleted.es,
          copy: noCopy.es,
        },
      },
    },
    {
      key: "patient-copy",
      leavesPractice: false,
      mostViewers: 2,
      copyForPatient: true,
      texts: {
        en: {
          label: "You watch it again",
          whatFor: "So that you can return to a session in your own time.",
          whoSees: "You, and I when I make the copy. From then on you decide who sees yours.",
          where: `${drive.en} Your copy is where you keep it.`,
          until: deleted.en,
          copy: "Yes. You decide each time how it reaches you.",
        },
        es: {
          label: "Usted la vuelve a ver",
          whatFor: "Para que pueda volver a una sesión cuando le venga bien.",
          whoSees: "Usted, y yo al hacer la copia. Desde entonces usted decide quién ve la suya.",
          where: `${drive.es} Su copia está donde usted la guarde.`,
          until: deleted.es,
          copy: "Sí. Usted decide cada vez cómo le llega.",
        },
      },
    },
  ],
};
