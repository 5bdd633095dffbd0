import type { DemoItem } from "./demo-disclosure";

export function recordingUses(keptFor: {
  en: string;
  es: string;
}): Record<"lookBack" | "patientCopy" | "supervision" | "teaching", DemoItem> {
  const drive = {
    en: "On an encrypted drive in my office. Not in Zoom’s cloud.",
    es: "En un disco cifrado de mi consulta. No en la nube de Zoom.",
  };
  const none = { en: "You get no copy for this use.", es: "Para este uso no recibe copia." };

  return {
    lookBack: {
      key: "look-back",
      required: true,
      texts: {
        en: {
          label: "I look back at a session",
          whatFor: "So that I notice what I missed and prepare our next session.",
          whoSees: "Only me.",
          where: drive.en,
          until: keptFor.en,
          copy: none.en,
        },
        es: {
          label: "Yo repaso una sesión",
          whatFor: "Para notar lo que se me escapó y preparar la próxima sesión.",
          whoSees: "Solo yo.",
          where: drive.es,
          until: keptFor.es,
          copy: none.es,
        },
      },
    },
    patientCopy: {
      key: "patient-copy",
      required: true,
      texts: {
        en: {
          label: "You watch it again",
          whatFor: "So that you can return to a session in your own time.",
          whoSees: "You, and I when I make the copy. What you do with yours is up to you.",
          where: "In a folder for you alone, until you have copied it. After that, wherever you keep it.",
          until: `In the folder for up to three days. ${keptFor.en}`,
          copy: "Yes. Each copy is announced, and you decide how to receive it.",
        },
        es: {
          label: "Usted la vuelve a ver",
          whatFor: "Para que pueda volver a una sesión cuando le venga bien.",
          whoSees: "Usted, y yo al hacer la copia. Qué hace con la suya lo decide usted.",
          where: "En una carpeta solo para usted, hasta que la copie. Después, donde usted la guarde.",
          until: `En la carpeta, hasta tres días. ${keptFor.es}`,
          copy: "Sí. Le aviso de cada copia y usted decide cómo recibirla.",
        },
      },
    },
    supervision: {
      key: "supervision",
      required: true,
      texts: {
        en: {
          label: "A colleague here advises me",
          whatFor: "So that the clinical supervisor of this practice can help me help you.",
          whoSees: "The clinical supervisor of Harbor and I. Nobody outside the practice.",
          where: "On my screen, in my office. The file stays on the encrypted drive.",
          until: keptFor.en,
          copy: none.en,
        },
        es: {
          label: "Alguien de esta consulta me asesora",
          whatFor: "Para que quien supervisa el trabajo clínico de esta consulta me ayude a ayudarle.",
          whoSees: "Quien supervisa el trabajo clínico de Harbor y yo. Nadie de fuera de la consulta.",
          where: "En mi pantalla, en mi consulta. El archivo se queda en el disco cifrado.",
          until: keptFor.es,
          copy: none.es,
        },
      },
    },
    teaching: {
      key: "teaching",
      required: true,
      texts: {
        en: {
          label: "Students learn from it",
          whatFor:
            "So that up to six students of my course can learn from it. They would see you and hear you.",
          whoSees:
            "Up to six students at a time, from outside the practice. Anyone who knows you leaves the room.",
          where: "On my screen, in the course room. They get no file, and phones stay outside.",
          until: `Shown until our work ends or you take it back. ${keptFor.en}`,
          copy: none.en,
        },
        es: {
          label: "Aprenden estudiantes",
          whatFor: "Para que aprendan hasta seis estudiantes de mi curso. Le verían y le oirían.",
          whoSees:
            "Hasta seis estudiantes a la vez, de fuera de la consulta. Si alguien le conoce, sale de la sala.",
          where: "En mi pantalla, en la sala del curso. No reciben archivos y los teléfonos quedan fuera.",
          until: `Se muestra hasta que termine nuestro trabajo o usted lo deje sin efecto. ${keptFor.es}`,
          copy: none.es,
        },
      },
    },
  };
}
