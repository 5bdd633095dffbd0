import type { DemoDisclosure, DemoVersion } from "./demo-disclosure";
import { recordingUses } from "./recording-uses";
import { sessionRecordingFirst } from "./session-recording-first";

const uses = recordingUses({
  en: "I delete my file 90 days after the session.",
  es: "Borro mi archivo 90 días después de la sesión.",
});

const second: DemoVersion = {
  change: "material",
  texts: {
    en: {
      title: "Recording our sessions",
      inShort:
        "May I record some of our sessions? You decide each use separately. If you say no, your care stays the same.",
      changeSummary:
        "I now delete recordings after 90 days; before, it was one year. Showing one to our supervisor is now a question of its own. If I record by mistake, I tell you within one working day.",
      body: `## Why I ask

A recording shows me what I missed in the moment. Some people also like to see a session again. It is useful, but our work does not depend on it. If you say no, nothing about your care, your fee or your appointments changes.

## What a recording is here

It is picture and sound of a session on Zoom, from when I press record until I stop. The file goes to an encrypted drive in my office. Recording in Zoom’s cloud is off; I checked that on October 1, 2026. No AI makes a transcript or a summary of it. For that I would ask you a separate question.

I tell you before I press record. Zoom then shows a recording sign, often a red dot. If other people take part in the session, each of them has to say yes too.

## The uses

You answer each use separately, below the text. Yes to one is not yes to another. A use I think of later needs a new question.

Two of them reach other people:

- **A colleague here.** The clinical supervisor of Harbor advises me and keeps what is seen private, as I do.
- **Students.** They come from outside, from a course I teach. I am the one who shows it, to up to six at a time. Each of them promises in writing to keep it private. I still rely on that promise. Once they have seen it, the privacy rules that bind me may not bind them. Your yes for this use ends when our work ends, or earlier if you take it back. You get a signed copy of it.

## How to stop in a session

Say “Please stop recording.” I stop at once, and you tell me what becomes of the part already recorded. On some days you may not want it. Say so at the start, and I leave it off.

## If you see the recording sign

If you see it and I said nothing, tell me right away, or call the office. You need not be sure.

## If I record by mistake

It can happen, by habit or by a wrong button. Then I stop and delete each copy I can find. I tell you within one working day, even if you noticed nothing. You can read what happened, step by step. A recording without your permission has no place in my files, and so I notice it.

## Where it is, and what deleting means

The drive is encrypted and stays in my office. I make no backup of recordings. After 90 days I delete the file, empty the trash, and note the day for you. Someone with the drive, its password and special tools might still find traces. If a court orders me to keep a recording, I have to, and I tell you if I may.

Whether a recording is part of your health record is not settled. I keep it as working material, apart from my notes. If you ask to see one while it exists, I treat it as yours to see.

## Taking it back

You can take back a yes at any time, for one use or for all. No reason is needed. Press “Withdraw”, tell me, or write to me. From then on I do not record or show anything for that use. What somebody has already seen stays seen. I list what is stored and ask what you wish for each recording.

## Your answer

Your yes counts until you take it back or our work ends. If you would rather talk first, choose that; it stays open. If you think I did not keep to this text, tell me or call (555) 010-0100. You can also complain to the [California Board of Psychology](https://www.psychology.ca.gov).`,
    },
    es: {
      title: "Grabar nuestras sesiones",
      inShort:
        "¿Me permite grabar algunas de nuestras sesiones? Usted decide cada uso por separado. Si dice que no, su atención sigue igual.",
      changeSummary:
        "Ahora borro las grabaciones a los 90 días; antes, al año. Mostrar una a quien supervisa mi trabajo es ahora una pregunta aparte. Si grabo por error, se lo digo en un día hábil.",
      body: `## Por qué lo pregunto

Una grabación me muestra lo que se me escapó en el momento. A algunas personas también les gusta volver a ver una sesión. Es útil, pero nuestro trabajo no depende de ello. Si dice que no, nada cambia en su atención, en el precio ni en sus citas.

## Qué es aquí una grabación

Es la imagen y el sonido de una sesión por Zoom, desde que pulso grabar hasta que paro. El archivo va a un disco cifrado de mi consulta. La grabación en la nube de Zoom está desactivada; lo comprobé el 1 de octubre de 2026. Ninguna IA hace transcripciones ni resúmenes. Para eso le haría otra pregunta.

Le aviso antes de pulsar grabar. Zoom muestra entonces una señal de grabación, a menudo un punto rojo. Si participan otras personas en la sesión, cada una tiene que decir que sí.

## Los usos

Usted responde a cada uso por separado, debajo del texto. Un sí a uno no es un sí a otro. Si más adelante pienso en otro uso, hará falta otra pregunta.

Dos de ellos llegan a otras personas:

- **Alguien de esta consulta.** Quien supervisa el trabajo clínico de Harbor me asesora y guarda la misma reserva que yo.
- **Estudiantes.** Vienen de fuera, de un curso que doy. Soy yo quien muestra la grabación, a seis personas a la vez como máximo. Cada una promete por escrito guardar reserva. Aun así, dependo de esa promesa. Cuando la han visto, es posible que las reglas de privacidad que me obligan no les obliguen. Su sí a este uso termina con nuestro trabajo, o antes si lo deja sin efecto. Recibe una copia firmada de ese permiso.

## Cómo parar durante una sesión

Diga: «Por favor, deje de grabar». Paro al momento y usted me dice qué hacer con la parte ya grabada. Algunos días quizá no lo desee. Dígalo al empezar y no grabo.

## Si ve la señal de grabación

Si la ve y yo no dije nada, avíseme enseguida o llame a la consulta. No hace falta tener certeza.

## Si grabo por error

Puede pasar, por costumbre o por pulsar lo que no era. Entonces paro y borro cada copia que pueda encontrar. Se lo digo en un día hábil, aunque usted no lo haya notado. Puede leer, paso a paso, lo que ocurrió. Una grabación sin su permiso no tiene sitio en mis archivos, y por eso la noto.

## Dónde está y qué significa borrar

El disco está cifrado y se queda en mi consulta. No hago copias de respaldo de las grabaciones. A los 90 días borro el archivo, vacío la papelera y anoto el día para usted. Alguien con el disco, su contraseña y herramientas especiales quizá podría hallar restos. Si un tribunal me ordena conservar una grabación, debo hacerlo, y se lo digo si me está permitido.

No está resuelto si una grabación forma parte de su historia clínica. La guardo como material de trabajo, aparte de mis notas. Si pide ver una mientras existe, la trato como algo que usted puede ver.

## Dejarlo sin efecto

Puede dejar sin efecto un sí cuando quiera, para un uso o para todos. No hace falta explicar por qué. Pulse «Retirar», dígamelo o escríbame. Desde ese momento no grabo ni muestro nada para ese uso. Lo que alguien ya vio no puede deshacerse. Le muestro lo que hay guardado y le pregunto qué desea para cada grabación.

## Su respuesta

Su sí vale hasta que lo deje sin efecto o termine nuestro trabajo. Si prefiere hablarlo antes, elija esa opción; queda abierto. Si cree que no cumplí con este texto, dígamelo o llame al (555) 010-0100. También puede quejarse ante la [Junta de Psicología de California](https://www.psychology.ca.gov).`,
    },
  },
  items: [uses.lookBack, uses.patientCopy, uses.supervision, uses.teaching],
};

export const sessionRecording: DemoDisclosure = {
  key: "session-recording",
  kind: "recording-consent",
  versions: [sessionRecordingFirst, second],
};
