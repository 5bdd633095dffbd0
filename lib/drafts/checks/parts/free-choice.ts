import type { Part } from "@/lib/drafts/checks/part";

export const noPenalty: Part = {
  en: {
    says: [
      "no|not|decline|refuse & care|treatment|session|therapy|work & same|depend|change|lose|go on|continue|affect",
    ],
    insert: "No is fine. If you say no, your care, your fee and your appointments stay the same.",
  },
  es: {
    says: [
      "no|ningun|rechaz|negar & atencion|tratamiento|sesion|terapia|trabajo & igual|depend|cambia|pierde|perder|continu|sigue|afect",
    ],
    insert: "Puede decir que no. Si dice que no, su atención, el precio y sus citas siguen igual.",
  },
};

export const takeBack: Part = {
  en: {
    says: ["take & back & any time|whenever|when you", "withdraw|tell me|call|write"],
    insert:
      "You can take back a yes at any time, without a reason. Press “Withdraw”, tell me in a session, or call [phone].",
  },
  es: {
    says: [
      "sin efecto|retirar|retire|revocar|revoque & cuando|momento",
      "retirar|digame|decirme|llam|escrib",
    ],
    insert:
      "Puede retirar su sí en cualquier momento, sin explicar por qué. Pulse «Retirar», dígamelo en una sesión o llame al [teléfono].",
  },
};
