import type { Starter } from "./starter";

const none = { whoSees: "", where: "", until: "", copy: "" };

export const privacyNoticeStarter: Starter = {
  texts: {
    en: {
      title: "Notice of privacy practices",
      inShort:
        "What I do with your health information, and what you can ask for. I only ask whether it reached you. You need not agree to anything.",
      sayAloud:
        "The law asks me to give you this notice about your information. Your answer only says that it reached you.",
    },
    es: {
      title: "Aviso de prácticas de privacidad",
      inShort:
        "Qué hago con su información de salud y qué puede usted pedir. Solo pregunto si le llegó. No tiene que aceptar nada.",
      sayAloud:
        "La ley me pide que le dé este aviso sobre su información. Su respuesta dice solo que le llegó.",
    },
  },
  opening: [
    "prescribed-header",
    {
      en: "The law prescribes the sentence above. The rest is in my own words.",
      es: "La ley prescribe la frase de arriba. Lo demás está en mis propias palabras.",
    },
  ],
  sections: [
    {
      heading: {
        en: "What I may do without asking each time",
        es: "Qué puedo hacer sin preguntarle cada vez",
      },
      pieces: ["example-treatment", "example-payment", "example-practice"],
      asList: true,
    },
    {
      heading: { en: "What the law may ask of me", es: "Qué puede pedirme la ley" },
      pieces: ["without-permission"],
    },
    {
      heading: { en: "What needs your written permission", es: "Qué necesita su permiso escrito" },
      pieces: [
        "needs-permission",
        {
          en: "Anything that is not in this notice needs your permission too. You can take a permission back in writing. What was done before stays done.",
          es: "También necesita su permiso lo que no figura en este aviso. Puede retirar un permiso por escrito. Lo que se hizo antes, hecho está.",
        },
      ],
    },
    {
      heading: { en: "What you can ask for", es: "Qué puede usted pedir" },
      pieces: [
        "right-to-see",
        "right-to-correct",
        "right-to-be-reached",
        "right-to-limit",
        "right-to-a-list",
        "notice-on-paper",
      ],
      asList: true,
    },
    {
      heading: { en: "What I have to do", es: "Qué debo hacer" },
      pieces: ["duty-to-tell", "duty-to-follow", "drug-programs"],
    },
    {
      heading: { en: "What stays uncertain", es: "Qué sigue siendo incierto" },
      pieces: [
        {
          en: "I use services of other companies, such as mail and video. They sign a privacy agreement first. I rely on it, and I have no view inside them.",
          es: "Uso servicios de otras empresas, como el correo y el video. Antes firman un acuerdo de privacidad. Confío en él, pero no puedo mirar dentro de ellas.",
        },
      ],
    },
    {
      heading: { en: "If something is not right", es: "Si algo no está bien" },
      pieces: ["privacy-complaint", "privacy-contact", "from-when"],
    },
  ],
  uses: [
    {
      key: "received",
      leavesPractice: null,
      mostViewers: null,
      copyForPatient: null,
      texts: {
        en: {
          label: "This notice reached me",
          whatFor: "So that it is noted that you have it. It is not a permission.",
          ...none,
        },
        es: {
          label: "Este aviso me llegó",
          whatFor: "Para que conste que lo tiene. No es un permiso.",
          ...none,
        },
      },
    },
  ],
};
