import type { DemoDisclosure } from "./demo-disclosure";

export const privacyNotice: DemoDisclosure = {
  key: "privacy-notice",
  kind: "privacy-notice",
  versions: [
    {
      change: "material",
      texts: {
        en: {
          title: "Notice of privacy practices",
          inShort:
            "This tells you what I do with your health information and what you can ask for. I only ask whether you received it. You do not have to agree to anything.",
          changeSummary: null,
          body: `**THIS NOTICE DESCRIBES HOW MEDICAL INFORMATION ABOUT YOU MAY BE USED AND DISCLOSED AND HOW YOU CAN GET ACCESS TO THIS INFORMATION. PLEASE REVIEW IT CAREFULLY.**

The law prescribes the sentence above. The rest is in my own words. “I” means Dr. Elena Reyes and the people who work at Harbor.

## What I may do without asking you each time

| For | Example |
| --- | --- |
| Treatment | I talk with your doctor about a medicine that affects your sleep |
| Payment | I send your insurer the date and kind of a session, so that it pays |
| Running the practice | I check my files for errors, or ask an accountant to look at the bills |

Companies that help me, such as a video or mail service, must sign a privacy agreement first.

## What the law may ask of me or allow

I tell only what is needed for the purpose.

- If I suspect that a child, an older person or a dependent adult is being abused.
- If there is a serious danger to you or to somebody else.
- If a court orders it, or another law requires it.
- For public health, or for agencies that watch over health care, such as a licensing board.
- For police, a coroner, a workers’ compensation claim, or special government duties, within the limits of the law.

Some California rules protect you more. Where they do, I follow them.

You can tell me whether I may speak with your family or others involved in your care. If you are not able to tell me, I may share what is needed if I believe it is best for you.

## What needs your written permission

- Most uses of the separate notes in which I think about our conversations.
- Using your information for advertising, or selling it. I do neither.
- Anything else that is not in this notice.

You can take a permission back in writing at any time. What was done before then stays done.

I keep no records from programs that treat alcohol or drug use. If that changes, I change this notice first.

## What you can ask for

- **See or get a copy** of your record, on paper or electronically. I answer within 30 days and charge at most what the copy costs me. The separate notes are an exception.
- **Correct it.** If I say no, I tell you why in writing within 60 days.
- **Be reached in another way**, such as another number or address. You need no reason.
- **Limit what I use or share.** I may say no, with one exception: you paid a session in full yourself and ask me not to tell your insurer. Then I do not, unless a law requires it.
- **A list** of those I shared your information with in the last six years. Treatment, payment, running the practice and some other cases are not on it. One list a year is free.
- **This notice on paper**, even if you received it on a screen.
- **Someone to act for you**, such as a guardian. I check first that the person may.

## What I have to do

- Keep your information private, and follow this notice.
- Tell you without delay if something happened that may have put your information at risk.
- Give you this notice. I may change it, also for information I already have. The new one is posted here and in the office, and you can have a copy.

## If you want to complain

Talk to me, or write to Harbor. You can also complain to the [U.S. Department of Health and Human Services](https://ocrportal.hhs.gov), Office for Civil Rights, 200 Independence Avenue SW, Washington, DC 20201. I will not hold a complaint against you, and your care stays the same.

## Whom to ask, and from when

Privacy questions: Dr. Elena Reyes, Harbor, (555) 010-0100. This notice applies from the date shown with its title. The same date is on your copy.`,
        },
        es: {
          title: "Aviso de prácticas de privacidad",
          inShort:
            "Aquí lee qué hago con su información de salud y qué puede pedir. Solo le pregunto si lo recibió. No tiene que aceptar nada.",
          changeSummary: null,
          body: `**ESTE AVISO DESCRIBE CÓMO SE PUEDE USAR Y DIVULGAR SU INFORMACIÓN MÉDICA Y CÓMO PUEDE USTED ACCEDER A ELLA. LÉALO CON ATENCIÓN.**

La ley prescribe la frase anterior. El resto está en mis palabras. «Yo» significa la Dra. Elena Reyes y quienes trabajan en Harbor.

## Qué puedo hacer sin preguntarle cada vez

| Para | Ejemplo |
| --- | --- |
| Tratamiento | hablo con quien le receta sus medicinas sobre una que afecta su sueño |
| Pago | envío a su seguro la fecha y el tipo de una sesión, para que la pague |
| Funcionamiento de la consulta | reviso si hay errores en mis archivos, o pido que contabilidad mire las facturas |

Las empresas que me ayudan, como un servicio de video o de correo, deben firmar antes un acuerdo de privacidad.

## Qué puede pedirme o permitirme la ley

Digo solo lo necesario para cada fin.

- Si sospecho que alguien maltrata a una persona menor de edad, mayor o adulta dependiente.
- Si hay un peligro grave para usted o para otra persona.
- Si lo ordena un tribunal o lo exige otra ley.
- Para la salud pública, o para organismos que vigilan la atención de salud, como una junta de licencias.
- Para la policía, medicina forense, un accidente laboral o funciones especiales del gobierno, dentro de los límites de la ley.

Algunas reglas de California le protegen más. En esos casos las sigo.

Usted puede decirme si puedo hablar con su familia o con otras personas que le cuidan. Si no puede decírmelo, puedo compartir lo necesario si creo que es lo mejor para usted.

## Qué necesita su permiso por escrito

- Casi todo uso de las notas separadas en las que pienso sobre nuestras conversaciones.
- Usar su información para publicidad, o venderla. No hago ni lo uno ni lo otro.
- Todo lo que no esté en este aviso.

Puede dejar sin efecto un permiso por escrito cuando quiera. Lo que se hizo antes queda hecho.

No guardo expedientes de programas que tratan el consumo de alcohol o drogas. Si eso cambia, antes cambio este aviso.

## Qué puede pedir usted

- **Ver su expediente o recibir una copia**, en papel o en formato electrónico. Respondo en 30 días y cobro como máximo lo que me cuesta la copia. Las notas separadas son una excepción.
- **Corregirlo.** Si digo que no, le explico por qué por escrito en 60 días.
- **Que le contacte de otra forma**, como otro número u otra dirección. No hace falta dar un motivo.
- **Limitar lo que uso o comparto.** Puedo decir que no, con una excepción: usted pagó toda la sesión y me pide no informar a su seguro. Entonces no lo hago, salvo que una ley lo exija.
- **Una lista** de con quién compartí su información en los últimos seis años. No incluye tratamiento, pago, funcionamiento de la consulta ni algunos otros casos. Una lista al año es gratis.
- **Este aviso en papel**, aunque lo haya recibido en una pantalla.
- **Que alguien actúe por usted**, por ejemplo con tutela legal. Antes compruebo que esa persona puede hacerlo.

## Qué debo hacer yo

- Mantener la privacidad de su información y cumplir este aviso.
- Avisarle sin demora si pasó algo que haya podido poner en riesgo su información.
- Darle este aviso. Puedo cambiarlo, también para la información que ya tengo. El nuevo se publica aquí y en la consulta, y puede pedir una copia.

## Si quiere quejarse

Hable conmigo o escriba a Harbor. También puede quejarse ante el [Departamento de Salud y Servicios Humanos de EE. UU.](https://ocrportal.hhs.gov), Oficina de Derechos Civiles, 200 Independence Avenue SW, Washington, DC 20201. Una queja no tendrá consecuencias para usted, y su atención sigue igual.

## A quién preguntar y desde cuándo

Preguntas sobre privacidad: Dra. Elena Reyes, Harbor, (555) 010-0100. Este aviso se aplica desde la fecha que aparece junto al título. La misma fecha está en su copia.`,
        },
      },
      items: [
        {
          key: "received",
          required: true,
          texts: {
            en: {
              label: "I received this notice",
              whatFor: "Yes only says that it reached you. It is not a permission and not an agreement.",
              whoSees: "",
              where: "",
              until: "",
              copy: "",
            },
            es: {
              label: "Recibí este aviso",
              whatFor: "Un sí dice solo que le llegó. No es un permiso ni un acuerdo.",
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
