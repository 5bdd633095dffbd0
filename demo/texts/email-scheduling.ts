import type { DemoDisclosure } from "./demo-disclosure";

export const emailScheduling: DemoDisclosure = {
  key: "email-scheduling",
  kind: "email-risk",
  versions: [
    {
      change: "material",
      texts: {
        en: {
          title: "E-mail about appointments",
          inShort:
            "May I use ordinary e-mail to arrange appointments with you? Others might read it on the way. If you say no, we use the phone.",
          changeSummary: null,
          body: `## What I would use it for

I would use ordinary e-mail to offer, confirm, move or cancel an appointment. A message holds your first name, a day, an hour, and my phone number. The subject says “Appointment”. It does not say why you come.

I do not use e-mail for what we talk about. For that there is the session.

## What can happen to an e-mail

- Ordinary e-mail is often encrypted between mail companies, but not on each part of its way. The companies themselves can read it.
- It may lie in several places for years: in your mailbox, in mine, and in backups.
- Other people may open your mailbox: somebody at home, or your employer if it is a work address.
- A preview can appear on a locked phone, where anyone beside you reads it.
- A mistyped address brings the message to a stranger.
- Someone could pretend to be me. I do not ask you for passwords or payment by e-mail.

Even the fact that you have an appointment with me says something about you. I can make these things rarer. I am not able to rule them out.

## What I do

- I write only to the address you gave me, and I ask from time to time whether you still use it.
- My own mailbox opens with a password and a second step. I checked that on January 12, 2026.
- The company that runs it has signed a privacy agreement with this practice. I checked that on January 12, 2026, too.
- I keep an e-mail about appointments for up to one year, then I delete it. If it belongs in your record, I file it there.

## What you can do

- Give me an address that only you read. A work address is a poor choice.
- Turn off previews on the locked screen.
- Delete what you no longer need.
- If you tell me something personal by e-mail, I read it and answer by phone or in the session.

## Not for anything urgent

I read e-mail on working days, and a reply may take until the next one. Nobody reads it at night or at weekends. In danger, or thinking of harming yourself? Call or text 988, or call 911.

## Other ways

| Way | What is good | What is different |
| --- | --- | --- |
| Phone call | nothing is left in a mailbox | we may have to try more than once; a voicemail can be overheard |
| In the session | only the two of us | changes in between need a call |
| Letter | it lies in no mailbox on the Internet | it takes days, and somebody at home may open it |

## The other messages you get

This question is about appointments. Short notes such as “there is something for you to read” also go to your address. They hold no health words, and they need no answer. If you do not want those either, tell me and we use paper.

## Your answer

A yes is for appointments only. You can take it back at any time, here or by telling me, and then I call you. If you say no, your care stays the same. Questions? Call (555) 010-0100.`,
        },
        es: {
          title: "Correo electrónico para las citas",
          inShort:
            "¿Puedo usar el correo electrónico corriente para acordar citas con usted? Otras personas podrían leerlo por el camino. Si dice que no, usamos el teléfono.",
          changeSummary: null,
          body: `## Para qué lo usaría

Usaría el correo corriente para proponer, confirmar, cambiar o anular una cita. El mensaje lleva su nombre de pila, un día, una hora y mi teléfono. El asunto dice «Cita». No dice por qué viene.

No uso el correo para lo que hablamos. Para eso está la sesión.

## Qué puede pasarle a un correo

- El correo corriente suele ir cifrado entre las empresas, pero no en cada tramo del camino. Las propias empresas pueden leerlo.
- Puede quedar durante años en varios lugares: en su buzón, en el mío y en copias de respaldo.
- Otras personas pueden abrir su buzón: alguien en casa, o la empresa donde trabaja si la dirección es de allí.
- Un aviso puede aparecer en un teléfono bloqueado y leerlo quien esté a su lado.
- Una dirección mal escrita lleva el mensaje a manos extrañas.
- Alguien podría hacerse pasar por mí. No le pido contraseñas ni pagos por correo.

El solo hecho de tener una cita conmigo ya dice algo de usted. Puedo hacer que estas cosas sean menos frecuentes. No soy capaz de descartarlas.

## Qué hago yo

- Escribo solo a la dirección que usted me dio, y de vez en cuando le pregunto si aún la usa.
- Mi buzón se abre con una contraseña y un segundo paso. Lo comprobé el 12 de enero de 2026.
- La empresa que lo gestiona ha firmado un acuerdo de privacidad con esta consulta. También lo comprobé el 12 de enero de 2026.
- Guardo un correo sobre citas hasta un año y después lo borro. Si debe estar en su expediente, lo archivo allí.

## Qué puede hacer usted

- Deme una dirección que solo lea usted. La del trabajo es mala elección.
- Desactive los avisos en la pantalla bloqueada.
- Borre lo que ya no necesite.
- Si me cuenta algo personal por correo, lo leo y le respondo por teléfono o en la sesión.

## No sirve para nada urgente

Leo el correo en días hábiles, y la respuesta puede tardar hasta el siguiente. Nadie lo lee de noche ni en fin de semana. ¿Corre peligro o piensa en hacerse daño? Llame al 988 (pulse 2; por texto, AYUDA) o al 911.

## Otras vías

| Vía | Qué tiene de bueno | Qué cambia |
| --- | --- | --- |
| Llamada | no queda nada en un buzón de correo | quizá haya que intentarlo más de una vez; alguien puede oír un mensaje de voz |
| En la sesión | solo usted y yo | los cambios entre sesiones necesitan una llamada |
| Carta | no queda en ningún buzón de Internet | tarda días, y alguien en casa puede abrirla |

## Los otros mensajes que recibe

Esta pregunta trata de las citas. A su dirección llegan también avisos breves, como «hay algo para leer». No llevan palabras de salud ni hay que responder. Si tampoco los quiere, dígamelo y usamos papel.

## Su respuesta

Un sí vale solo para las citas. Puede dejarlo sin efecto cuando quiera, aquí o diciéndomelo, y entonces le llamo. Si dice que no, su atención sigue igual. ¿Preguntas? Llame al (555) 010-0100.`,
        },
      },
      items: [
        {
          key: "scheduling",
          required: true,
          texts: {
            en: {
              label: "E-mail about appointments",
              whatFor: "To offer, confirm, move or cancel an appointment.",
              whoSees: "You, the office and I. The mail companies could, and whoever opens your mailbox.",
              where: "In your mailbox, in mine, and on the way between them.",
              until: "I delete mine after one year. You can take it back at any time.",
              copy: "",
            },
            es: {
              label: "Correo para las citas",
              whatFor: "Para proponer, confirmar, cambiar o anular una cita.",
              whoSees: "Usted, la oficina y yo. Podrían las empresas de correo y quien abra su buzón.",
              where: "En su buzón, en el mío y en el camino entre ambos.",
              until: "Yo borro los míos al cabo de un año. Puede dejarlo sin efecto cuando quiera.",
              copy: "",
            },
          },
        },
      ],
    },
  ],
};
