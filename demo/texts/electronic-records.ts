import type { DemoDisclosure } from "./demo-disclosure";

export const electronicRecords: DemoDisclosure = {
  key: "electronic-records",
  kind: "electronic-records-consent",
  versions: [
    {
      change: "material",
      texts: {
        en: {
          title: "On screen instead of on paper",
          inShort:
            "May I give you these texts and your signed copies on a screen? Paper is fine too, costs nothing, and your care stays the same.",
          changeSummary: null,
          body: `## What this is about

The law asks me to give you some texts in writing, and to ask you before I do so on a screen. This text is only about the form, screen or paper. What each text asks is a question of its own. Saying yes here is not saying yes to recording, to e-mail, or to anything else.

## You can have paper

You can have each text on paper, from the start, at no cost. Tell me, or call (555) 010-0100. I print it, you read it at home, and you sign by hand if you wish to sign. Nothing takes longer for you because of it. Your sessions go on in the meantime.

## What your yes covers

It covers these texts and your signed copies of them:

- the notice of privacy practices, and news about it
- how we meet by video, and other ways to meet
- recording our sessions, and your copies of a video
- e-mail about appointments
- a permission you give for somebody else to receive information
- confirmations of what you answered or took back

It covers them until you take it back or our work ends. It does not cover bills or anything from your insurer.

## How to take it back

You can do so at any time. Press “Withdraw” where your answers are listed, tell me in a session, call (555) 010-0100, or write to Harbor. No reason is needed, and there is no fee and no condition.

From then on you get paper. Nothing you signed before loses its force, and you can still open and save it here. New texts may reach you some days later, because letters take time. That is the only difference.

## If your address changes

Your e-mail address is how you learn that something is here. If it changes, tell me in a session or call (555) 010-0100. Before I use a new address, I check that it is really yours. If messages come back, I call you.

## Paper later

If you say yes now, you can still ask for a paper copy of anything you signed. Call or tell me, and I hand it over or send it by mail within a week. I charge nothing for it.

## What you need

| To | You need |
| --- | --- |
| Read and answer | a phone, tablet or computer with a current browser, and an Internet connection |
| Sign in | an e-mail address that you can open yourself |
| Open your signed copy | a program that shows PDF files; most phones and computers have one |
| Keep it | a few megabytes of free space, or a printer |

If these needs change so that you might no longer be able to open your copies, I tell you beforehand. I then ask you again, and you can switch to paper without a fee.

## If a file does not open

Please open your first locked copy soon after you sign. If it does not open, nothing is wrong with you or with your answer. Tell me. We use paper, or we try it together.

## What to keep in mind

On a shared phone or computer, others may see what you saved. Choose the place for your copies with that in mind, and press “Leave” when you are done. I keep the signed texts for at least six years after they last counted. Services can be out of order, so save a copy of your own.

## Your answer

No is fine. Then you get paper, and everything else stays as it is.`,
        },
        es: {
          title: "En pantalla en lugar de papel",
          inShort:
            "¿Puedo darle estos textos y sus copias firmadas en una pantalla? El papel también está bien, no cuesta nada y su atención sigue igual.",
          changeSummary: null,
          body: `## De qué se trata

La ley me pide que le dé algunos textos por escrito, y que le pregunte antes de hacerlo en una pantalla. Este texto trata solo de la forma: pantalla o papel. Lo que pregunta cada texto es otra cuestión. Decir que sí aquí no es decir que sí a grabar, al correo ni a otra cosa.

## Puede recibir papel

Puede recibir cada texto en papel, desde el principio y sin costo. Dígamelo o llame al (555) 010-0100. Lo imprimo, usted lo lee en casa y lo firma a mano si desea firmar. No por eso tendrá que esperar más. Sus sesiones continúan mientras tanto.

## Qué abarca su sí

Abarca estos textos y sus copias firmadas:

- el aviso de prácticas de privacidad y sus novedades
- cómo nos vemos por video y otras formas de vernos
- la grabación de nuestras sesiones y sus copias de un video
- el correo para las citas
- un permiso que usted dé para que otra persona reciba información
- la confirmación de lo que respondió o dejó sin efecto

Los abarca hasta que usted lo deje sin efecto o termine nuestro trabajo. No abarca facturas ni nada de su seguro.

## Cómo dejarlo sin efecto

Puede hacerlo cuando quiera. Pulse «Retirar» donde están sus respuestas, dígamelo en una sesión, llame al (555) 010-0100 o escriba a Harbor. No hace falta explicar por qué, y no hay costo ni condición.

Desde entonces recibe papel. Lo que firmó antes sigue valiendo, y aún puede abrirlo y guardarlo aquí. Los textos nuevos pueden llegarle unos días más tarde, porque las cartas tardan. Esa es la única diferencia.

## Si cambia su dirección

Por su dirección de correo se entera de que hay algo aquí. Si cambia, dígamelo en una sesión o llame al (555) 010-0100. Antes de usar una dirección nueva, compruebo que de verdad es suya. Si los mensajes vuelven, le llamo.

## Papel más adelante

Si ahora dice que sí, más adelante puede pedir en papel todo lo que firmó. Llame o dígamelo, y se lo entrego o se lo envío por correo postal en una semana. No cobro nada por ello.

## Qué necesita

| Para | Necesita |
| --- | --- |
| Leer y responder | un teléfono, tableta o computadora con un navegador actual y conexión a Internet |
| Entrar | una dirección de correo que usted pueda abrir |
| Abrir su copia firmada | un programa que muestre archivos PDF; casi todos los teléfonos y computadoras lo tienen |
| Guardarla | unos megabytes de espacio libre, o una impresora |

Si estas necesidades cambian y quizá ya no pueda abrir sus copias, se lo digo antes. Entonces le pregunto de nuevo, y puede pasar al papel sin costo.

## Si un archivo no se abre

Abra su primera copia protegida poco después de firmar. Si no se abre, no es culpa suya ni afecta a su respuesta. Dígamelo. Usamos papel, o lo probamos en una sesión.

## Qué conviene tener en cuenta

En un teléfono o una computadora que usan varias personas, otras pueden ver lo que guardó. Elija con eso en mente el lugar de sus copias y pulse «Salir» al terminar. Conservo los textos firmados al menos seis años después de que dejaron de valer. Un servicio puede fallar, así que guarde una copia propia.

## Su respuesta

Puede decir que no. Entonces recibe papel, y todo lo demás sigue igual.`,
        },
      },
      items: [
        {
          key: "electronic",
          required: true,
          texts: {
            en: {
              label: "Texts and signed copies on a screen",
              whatFor: "So that you can read, answer and keep them without paper.",
              whoSees: "You, I and the office.",
              where: "On this site, and wherever you save your copies.",
              until: "Until you take it back or our work ends.",
              copy: "Yes, one of each text you answer. Paper at any time, free of charge.",
            },
            es: {
              label: "Textos y copias firmadas en pantalla",
              whatFor: "Para que pueda leerlos, responderlos y guardarlos sin papel.",
              whoSees: "Usted, yo y la oficina.",
              where: "En este sitio y donde usted guarde sus copias.",
              until: "Hasta que usted lo deje sin efecto o termine nuestro trabajo.",
              copy: "Sí, una de cada texto que responda. En papel cuando quiera y sin costo.",
            },
          },
        },
      ],
    },
  ],
};
