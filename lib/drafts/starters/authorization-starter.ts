import type { Starter } from "./starter";

export const authorizationStarter: Starter = {
  texts: {
    en: {
      title: "Permission to pass on information",
      inShort:
        "May I give [name of the person or office] some of your information? You see here what, to whom and what for. No is fine.",
      sayAloud:
        "May I tell [name] what is written here, and no more? If you say no, our work goes on as it is.",
    },
    es: {
      title: "Permiso para pasar información",
      inShort:
        "¿Puedo dar a [nombre de la persona u oficina] parte de su información? Aquí ve qué, a quién y para qué. Puede decir que no.",
      sayAloud:
        "¿Puedo contarle a [nombre] lo que dice aquí, y nada más? Si dice que no, nuestro trabajo sigue igual.",
    },
  },
  sections: [
    {
      heading: { en: "What, to whom and what for", es: "Qué, a quién y para qué" },
      pieces: ["what-information", "who-gives", "who-receives", "what-purpose", "until-when"],
      asList: true,
    },
    {
      heading: { en: "What stays uncertain", es: "Qué sigue siendo incierto" },
      pieces: ["may-go-further"],
    },
    {
      heading: { en: "Your answer", es: "Su respuesta" },
      pieces: ["care-without-it", "revoke-in-writing", "signed-copy"],
    },
  ],
  uses: [
    {
      key: "pass-on",
      leavesPractice: true,
      mostViewers: null,
      copyForPatient: true,
      texts: {
        en: {
          label: "I give this information to [name]",
          whatFor: "So that [your doctor knows of our work].",
          whoSees: "[Name], and whoever works on it there. They may pass it on.",
          where: "With [name], as [a letter].",
          until: "This permission ends on [day], or when you take it back.",
          copy: "You get a signed copy of this permission.",
        },
        es: {
          label: "Doy esta información a [nombre]",
          whatFor: "Para que [su médico o médica conozca nuestro trabajo].",
          whoSees: "[Nombre] y quien trabaje allí con ella. Podrían pasarla a otras personas.",
          where: "En manos de [nombre], como [una carta].",
          until: "Este permiso termina el [día] o cuando usted lo retire.",
          copy: "Usted recibe una copia firmada de este permiso.",
        },
      },
    },
  ],
  answersLastMonths: 12,
};
