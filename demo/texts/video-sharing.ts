import type { DemoDisclosure } from "./demo-disclosure";

export const videoSharing: DemoDisclosure = {
  key: "video-sharing",
  kind: "video-sharing-consent",
  versions: [
    {
      change: "material",
      texts: {
        en: {
          title: "How you receive your video",
          inShort:
            "If you want your copy of a session, I place it in a folder for you. You copy it out, then I delete it there. No is fine; there are other ways.",
          changeSummary: null,
          body: `## What this is about

Some sessions are recorded with your permission, and you may have asked for a copy. This text is about how the copy reaches you. It is not about whether I record. That is a question of its own.

A copy in your hands is yours. From then on, you decide who sees it, and I have no way to call it back.

## The shared folder, step by step

1. I place one video in a folder that only your account and mine can open. The folder is in Google Drive. I do not use a link that opens for anyone.
2. You get a short message without health words. It says that something is ready.
3. You copy the video to a place of your own. Looking at it in the folder is not enough.
4. You tell me that you have your copy.
5. I delete it from the folder and look whether it is gone. I note the day of each step, and you may ask for it.

If I hear nothing, I remind you. After three days I delete the video there anyway. If you need more time, tell me before that, or I place it again later.

## What stays uncertain

- Google has signed a privacy agreement with this practice. I checked that on January 12, 2026. It covers my account, not yours.
- While the video is there, people with access to your account or mine could see it. So could an administrator, or someone with a court order. A device that is still signed in is enough.
- Deleting takes time on Google’s side. Google says that an administrator can restore a file for up to 25 days after the trash. It says that the data leaves its systems within 180 days at most.
- Your browser, phone or computer may keep a copy in the downloads folder, or send one to a cloud of its own.

That is why I keep the time in the folder short.

## How to keep your copy

I suggest a stick or drive that is encrypted. On Windows that can be BitLocker To Go, on a Mac an encrypted volume, and on both VeraCrypt. Ask me and we set it up together.

- Choose a password you use nowhere else. Without it, the video is lost, and I may no longer have mine.
- Turn on two-step sign-in for the account that opens the folder.
- Empty the downloads folder and the trash after copying.
- Check whether your computer or phone sends new files to a cloud by itself.
- A lost stick without encryption can be read by whoever finds it. If that happens, tell me if you like. It was your copy, and still I can help you think about it.
- When you no longer want the video, delete it. On a stick, erasing the whole stick leaves fewer traces.

## Other ways

| Way | What is good | What is different |
| --- | --- | --- |
| Handed over in my office | no cloud is used | you bring an encrypted stick, or I give you one, and you come by |
| Watching together | there is no copy to look after | only in a session, on my screen |
| No copy | nothing to look after | you can ask later, while my own file exists |

None of them changes your care. You can choose a different way each time.

## Your answer

You can take back a yes at any time, here or by telling me. Then I place nothing more, and I delete what is in the folder. What you have already copied stays with you.

If something in the folder is not meant for you, please do not open it, and call (555) 010-0100. That would be my mistake, and I want to know at once. I tell the person it concerns.`,
        },
        es: {
          title: "Cómo recibe su video",
          inShort:
            "Si quiere su copia de una sesión, la pongo en una carpeta para usted. Usted la copia y después la borro allí. Puede decir que no; hay otras formas.",
          changeSummary: null,
          body: `## De qué se trata

Algunas sesiones se graban con su permiso, y quizá usted haya pedido una copia. Este texto explica cómo le llega. No trata de si grabo o no. Esa es otra pregunta.

La copia que usted recibe es suya. Desde entonces usted decide quién la ve, y yo no tengo forma de recuperarla.

## La carpeta compartida, paso a paso

1. Pongo un video en una carpeta que solo se abre con su cuenta y la mía. La carpeta está en Google Drive. No uso un enlace que se abra a cualquiera.
2. Usted recibe un mensaje breve, sin palabras de salud. Dice que hay algo listo.
3. Usted copia el video a un lugar propio. No basta con verlo en la carpeta.
4. Usted me dice que ya tiene su copia.
5. Lo borro de la carpeta y miro si ya no está. Anoto el día de cada paso, y usted puede pedirlo.

Si no sé nada de usted, le envío un recordatorio. A los tres días borro el video de allí de todos modos. Si necesita más tiempo, dígamelo antes, o lo vuelvo a poner más adelante.

## Qué sigue siendo incierto

- Google ha firmado un acuerdo de privacidad con esta consulta. Lo comprobé el 12 de enero de 2026. Cubre mi cuenta, no la suya.
- Mientras el video está allí, podría verlo quien tenga acceso a su cuenta o a la mía. También quien administre el servicio, o alguien con una orden judicial. Basta un dispositivo con la sesión abierta.
- Borrar lleva tiempo en los sistemas de Google. Según Google, quien administra la cuenta puede recuperar un archivo hasta 25 días después de la papelera. También dice que los datos salen de sus sistemas en 180 días como máximo.
- Su navegador, teléfono o computadora puede dejar una copia en la carpeta de descargas, o enviarla a otra nube.

Por eso procuro que esté poco tiempo en la carpeta.

## Cómo guardar su copia

Le sugiero una memoria o un disco cifrado. En Windows puede ser BitLocker To Go; en un Mac, un volumen cifrado; en ambos, VeraCrypt. Si quiere, lo preparamos en una sesión.

- Elija una contraseña que no use en otro lugar. Sin ella el video se pierde, y quizá yo ya no tenga el mío.
- Active la verificación en dos pasos en la cuenta que abre la carpeta.
- Después de copiar, vacíe la carpeta de descargas y la papelera.
- Mire si su computadora o teléfono envía por su cuenta los archivos nuevos a una nube.
- Quien encuentre una memoria sin cifrar puede leerla. Si eso pasa, puede contármelo. La copia era suya, y aun así puedo ayudarle a pensar qué hacer.
- Cuando ya no quiera el video, bórrelo. En una memoria, borrarla entera deja menos rastros.

## Otras formas

| Forma | Qué tiene de bueno | Qué cambia |
| --- | --- | --- |
| Entregado en mi consulta | no se usa ninguna nube | usted trae una memoria cifrada, o le doy una, y viene a la consulta |
| Verlo en una sesión | no hay una copia que cuidar | solo en sesión, en mi pantalla |
| Sin copia | nada que cuidar | puede pedirla más tarde, mientras exista mi archivo |

Ninguna cambia su atención. Puede elegir una forma distinta cada vez.

## Su respuesta

Puede dejar sin efecto un sí cuando quiera, aquí o diciéndomelo. Entonces no pongo nada más y borro lo que haya en la carpeta. Lo que usted ya copió se queda con usted.

Si en la carpeta hay algo que no es para usted, por favor no lo abra y llame al (555) 010-0100. Sería un error mío y quiero saberlo cuanto antes. Se lo digo a la persona afectada.`,
        },
      },
      items: [
        {
          key: "shared-folder",
          required: true,
          texts: {
            en: {
              label: "Through a shared folder",
              whatFor: "So that your video reaches you without your coming by.",
              whoSees: "You and me. While it is there, whoever gets into one of our accounts.",
              where: "In one folder in Google Drive, shared with your account only.",
              until: "Until you have copied it, three days at most.",
              copy: "You copy it out and keep it.",
            },
            es: {
              label: "Por una carpeta compartida",
              whatFor: "Para que el video le llegue sin que tenga que venir.",
              whoSees: "Usted y yo. Mientras está allí, quien entre en una de nuestras cuentas.",
              where: "En una carpeta de Google Drive, compartida solo con su cuenta.",
              until: "Hasta que usted lo copie, tres días como máximo.",
              copy: "Usted lo copia y lo guarda.",
            },
          },
        },
        {
          key: "handed-over",
          required: true,
          texts: {
            en: {
              label: "Handed over on an encrypted stick",
              whatFor: "So that your video reaches you without a cloud.",
              whoSees: "You and me.",
              where: "On an encrypted stick that I give you in my office.",
              until: "The stick is yours; I delete my own file when its time is over.",
              copy: "You leave with it.",
            },
            es: {
              label: "En mano, en una memoria cifrada",
              whatFor: "Para que el video le llegue sin usar una nube.",
              whoSees: "Usted y yo.",
              where: "En una memoria cifrada que le doy en mi consulta.",
              until: "La memoria es suya; mi propio archivo se borra cuando llega su plazo.",
              copy: "Usted se la lleva.",
            },
          },
        },
        {
          key: "storage-advice",
          required: false,
          texts: {
            en: {
              label: "I have read how to keep my copy",
              whatFor: "So that I know you have seen the advice before the first video.",
              whoSees: "",
              where: "",
              until: "",
              copy: "",
            },
            es: {
              label: "He leído cómo guardar mi copia",
              whatFor: "Para saber que vio los consejos antes del primer video.",
              whoSees: "",
              where: "",
              until: "",
              copy: "",
            },
          },
        },
      ],
    },
  ],
};
