import type { Parts } from "@/lib/drafts/checks/part";

/** 45 CFR 164.508(c): what makes a permission to pass on information whole. Name, date and signature are added when it is signed. */
export const authorization = {
  "what-information": {
    en: {
      says: [
        "information|record|report|dates|letter|summary|what & pass|give|share|send|tell|following|about|this|only",
      ],
      insert: "What I would pass on: [the dates of our sessions and a short report]. Nothing else.",
    },
    es: {
      says: [
        "informacion|expediente|informe|fechas|carta|resumen|que & pas|dar|doy|compart|envi|cont|siguiente|sobre|est|solo",
      ],
      insert: "Qué información pasaría: [las fechas de nuestras sesiones y un informe breve]. Nada más.",
    },
  },
  "who-gives": {
    en: {
      says: ["i |who|practice|my name|office & pass|give|share|send|tell"],
      insert: "Who gives it: I, [your name], [practice]. I share only what this text names.",
    },
    es: {
      says: ["yo|quien|consulta|mi nombre|pasaria|compartiria & pas|dar|da|compart|envi|entreg"],
      insert: "Quién la da: yo, [su nombre], [consulta]. Comparto solo lo que este texto nombra.",
    },
  },
  "who-receives": {
    en: {
      says: ["receive|recipient|to whom|goes to|get it|gets it|sent to"],
      insert: "Who receives it: [name and address of the person or office].",
    },
    es: {
      says: ["recib|destinat|a quien|se envia a|llega a"],
      insert: "Quién la recibe: [nombre y dirección de la persona u oficina].",
    },
  },
  "what-purpose": {
    en: {
      says: ["what for|purpose|so that|because|at your request|reason"],
      insert:
        "What for: [so that your doctor knows of our work]. “At my own request” is enough if you ask for it.",
    },
    es: {
      says: ["para que|finalidad|proposito|a peticion|motivo|porque"],
      insert:
        "Para qué: [para que su médico o médica conozca nuestro trabajo]. Si usted lo pide, basta con «a petición mía».",
    },
  },
  "until-when": {
    en: {
      says: ["until|ends|expire|counts|valid & day|date|year|month|when|until|after|\\d"],
      insert: "Until when: this permission ends on [day], or when [event].",
    },
    es: {
      says: ["hasta|termina|vence|caduca|vale & dia|fecha|ano|mes|cuando|hasta|despues|\\d"],
      insert: "Hasta cuándo: este permiso termina el [día], o cuando [suceso].",
    },
  },
  "revoke-in-writing": {
    en: {
      says: [
        "take & back|revoke|withdraw & writ|press|any time",
        "already|before then|relied|done before|was given|was sent|passed on",
      ],
      insert:
        "You can take it back in writing at any time: press “Withdraw”, or write to [address]. What was already passed on stays passed on.",
    },
    es: {
      says: [
        "retirar|retire|sin efecto|revocar|revoque & escrito|escrib|pulse|momento",
        "ya se|ya pas|ya envi|antes de|hasta entonces|ya entreg|ya sali|ya confi",
      ],
      insert:
        "Puede retirarlo por escrito en cualquier momento: pulse «Retirar» o escriba a [dirección]. Lo que ya se pasó no puede recogerse.",
    },
  },
  "care-without-it": {
    en: {
      says: [
        "no|not|decline|refuse|sign & care|treatment|session|therapy & same|depend|change|lose|go on|continue|affect|stay",
      ],
      insert:
        "Your care does not depend on this permission. If you say no, your sessions and your fee stay the same.",
    },
    es: {
      says: [
        "no|rechaz|negar|firm & atencion|tratamiento|sesion|terapia & igual|depend|cambia|pierde|perder|continu|sigue|afect",
      ],
      insert:
        "Su atención no depende de este permiso. Si dice que no, sus sesiones y el precio siguen igual.",
    },
  },
  "may-go-further": {
    en: {
      says: ["pass|share|tell|give|disclos|go & further|on to others|others|again|rules|protect|law"],
      insert:
        "Whoever receives it may pass it on to others. The privacy rules that bind me may not protect it there.",
    },
    es: {
      says: ["pas|compart|cont|dar|divulg|revel & otras|otros|terceros|nuevo|reglas|normas|proteg|ley"],
      insert:
        "Quien la recibe podría pasarla a otras personas. Las reglas de privacidad que me obligan quizá allí no la protejan.",
    },
  },
  "signed-copy": {
    en: {
      says: ["copy & you|signed|your|get"],
      insert: "You get a signed copy of this permission.",
    },
    es: {
      says: ["copia & recib|firmad|usted|su"],
      insert: "Usted recibe una copia firmada de este permiso.",
    },
  },
} satisfies Parts;
