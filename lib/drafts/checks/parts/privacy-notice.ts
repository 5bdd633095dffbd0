import type { Parts } from "@/lib/drafts/checks/part";

/** 45 CFR 164.520(b): what a notice of privacy practices says about use and about what people may ask for. */
export const privacyNotice = {
  "prescribed-header": {
    en: {
      says: [
        "this notice describes how medical information about you may be used and disclosed and how you can get access",
      ],
      insert:
        "**THIS NOTICE DESCRIBES HOW MEDICAL INFORMATION ABOUT YOU MAY BE USED AND DISCLOSED AND HOW YOU CAN GET ACCESS TO THIS INFORMATION. PLEASE REVIEW IT CAREFULLY.**",
    },
    es: {
      says: ["este aviso describe & informacion medica & usar|utiliza & divulga|acceso|acceder"],
      insert:
        "**ESTE AVISO DESCRIBE CÓMO SE PUEDE USAR Y DIVULGAR SU INFORMACIÓN MÉDICA Y CÓMO PUEDE USTED ACCEDER A ELLA. LÉALO CON ATENCIÓN.**",
    },
  },
  "example-treatment": {
    en: {
      says: ["treat|care for you|care of you & example|doctor|colleague|medicine|clinic|such as"],
      insert:
        "For treatment: I may talk with your doctor, for example about a medicine that affects your sleep.",
    },
    es: {
      says: ["tratamiento|tratar|atender & ejemplo|medic|colega|clinica|como"],
      insert:
        "Para el tratamiento: puedo hablar con su médico o médica, por ejemplo de una medicina que afecta su sueño.",
    },
  },
  "example-payment": {
    en: {
      says: ["pay|bill & example|insur|date|such as|plan"],
      insert:
        "For payment: I may send your insurer the date and kind of a session, for example, so that it pays.",
    },
    es: {
      says: ["pag|cobr|factur & ejemplo|segur|fecha|como"],
      insert:
        "Para el pago: puedo enviar a su seguro la fecha y el tipo de una sesión, por ejemplo, para que pague.",
    },
  },
  "example-practice": {
    en: {
      says: [
        "running|operat|run the|manage & practice|office|operations|work & example|check|account|review|such as",
      ],
      insert:
        "For running the practice: I may, for example, check my files for errors or ask an accountant about a bill.",
    },
    es: {
      says: [
        "llevar|funcion|operacion|gestion|administr|marcha & consulta|consultorio|operacion|practica & ejemplo|revis|conta|comprob|como",
      ],
      insert:
        "Para llevar la consulta: puedo, por ejemplo, revisar si hay errores en mis archivos o consultar una factura con quien lleva la contabilidad.",
    },
  },
  "needs-permission": {
    en: {
      says: ["permission|authori|in writing|written", "notes", "advertis|marketing", "sell|sale|sold"],
      insert:
        "I need your written permission for most uses of my separate notes on our conversations. I also need it for advertising and for selling information. I do neither of these two.",
    },
    es: {
      says: ["permiso|autoriz|por escrito", "notas", "publicidad|mercad|marketing", "vend|venta"],
      insert:
        "Necesito su permiso escrito para casi todo uso de mis notas aparte sobre lo que hablamos. También lo necesito para publicidad y para vender información. No hago ninguna de estas dos cosas.",
    },
  },
  "without-permission": {
    en: {
      says: ["court|law|danger|abuse & order|requires|require|allow|ask|suspect|serious|may"],
      insert:
        "The law asks me or allows me to tell what is needed in some cases. Examples are suspected abuse, a serious danger, or a court order.",
    },
    es: {
      says: [
        "juez|juzgado|tribunal|ley|peligro|maltrato|abuso & orden|exig|pide|permit|sospech|grave|obliga",
      ],
      insert:
        "En algunos casos la ley me pide o me permite contar lo necesario. Son ejemplos la sospecha de maltrato, un peligro grave o la orden de un juzgado.",
    },
  },
  "right-to-see": {
    en: {
      says: ["see|look at|read|get|ask for|receive|inspect & cop|record|file"],
      insert:
        "You can see your record or get a copy of it. I answer within 30 days and charge at most what the copy costs.",
    },
    es: {
      says: ["ver|leer|recibir|obtener|pedir|consultar & copia|expediente|historia"],
      insert:
        "Puede ver su expediente o recibir una copia. Respondo en 30 días y cobro como mucho lo que cuesta la copia.",
    },
  },
  "right-to-correct": {
    en: {
      says: ["correct|amend|change & record|information|file|it|error|wrong|written"],
      insert: "You can ask me to correct your record. If I say no, I tell you why in writing within 60 days.",
    },
    es: {
      says: ["correg|corrij|correccion|enmend|rectific"],
      insert:
        "Puede pedirme que corrija su expediente. Si digo que no, le explico por qué por escrito en 60 días.",
    },
  },
  "right-to-be-reached": {
    en: {
      says: ["reach|contact|call|write & another|other|different|certain & way|number|address|place|means"],
      insert:
        "You can ask to be reached in another way, such as another number or address. You need no reason.",
    },
    es: {
      says: [
        "contact|comuni|llam|escrib|localic & otr|distint|ciert & forma|manera|numero|direccion|lugar|medio|via",
      ],
      insert:
        "Puede pedir que le contacte de otra forma, como en otro número u otra dirección. No hace falta explicar por qué.",
    },
  },
  "right-to-limit": {
    en: {
      says: ["limit|restrict & use|share|tell|insurer|disclos"],
      insert:
        "You can ask me to limit what I use or share. I may say no, except when you paid in full yourself and I should not tell your insurer.",
    },
    es: {
      says: ["limit|restring|restric & us|compart|seguro|divulg|cuent"],
      insert:
        "Puede pedirme que limite lo que uso o comparto. Puedo decir que no, salvo si usted pagó todo y no quiere que informe a su seguro.",
    },
  },
} satisfies Parts;
