import type { DemoVersion } from "./demo-disclosure";

export const videoPlatformFirst: Omit<DemoVersion, "items"> = {
  change: "material",
  texts: {
    en: {
      title: "How we meet by video",
      inShort:
        "I use Zoom for sessions by video. Here is why, what I have set, and what stays uncertain. No is fine, and your care stays the same.",
      changeSummary: null,
      body: `## Why Zoom

I meet many people by video, and I use Zoom for it. In my experience, picture and sound hold up best there. That is my opinion, not a measurement. You need no account. You can join from the app or from a browser. If my view of the company changes, I tell you.

## What went wrong there, and what is still open

- In 2020, strangers walked into meetings that had no passcode.
- Zoom had called its encryption stronger than it was. A federal agency objected, and Zoom had to change.
- Its website can set advertising cookies. My guides show what you can switch off, with the day I last tried it.
- Like other services, Zoom learns who connects, when, and from which device and address.

So some doubt remains. A service can be broken into. An update can change a setting. Somebody near you may overhear.

## What I have set

| Setting | How it is | Checked on |
| --- | --- | --- |
| Waiting room | on; I let you in myself | January 12, 2026 |
| Passcode | on for each meeting | January 12, 2026 |
| Meeting number | one of your own, shared with no other patient | January 12, 2026 |
| Joining before me | off | January 12, 2026 |
| Recording in Zoom’s cloud | off | January 12, 2026 |

A check means I looked at the setting on that day. Ask me at any time when I looked last.

Picture and sound travel encrypted. In the usual setting, Zoom holds the keys. A stricter setting keeps the keys on our own devices. It needs the app, and joining by browser or phone is then not possible. Ask me if you would like it.

## What is kept

I note the date, the length and how we met. Zoom keeps technical data about the connection. Zoom has signed a privacy agreement with this practice; I checked that on January 12, 2026. It covers our meetings, not an account of your own.

## Recording

I record only what you allow in the text “Recording our sessions”. I ask you not to record without my yes. A phone in the room can record unseen, so here we rely on each other’s word. If you see the recording sign and I said nothing, tell me right away.

## What is different from a room

I see less of you, and small signs get lost. If I think video does not serve you, I tell you. A session costs the same either way. Insurance plans differ, so please ask yours about video and phone.

## At the start of each session

- I ask where you are, so that I can send help there if needed. My license covers California; elsewhere we may have to wait.
- I ask who else is with you or could hear. On my side the door is closed. If I want anyone to join, I ask you first.
- I ask whom near you I may call in an emergency.
- Headphones and a closed door help.

## If the line drops

Please wait two minutes, then use the link again. If it does not come back, please call me at (555) 010-0100. We then go on by phone.

In danger, or thinking of harming yourself? Call or text 988, or call 911. I do not read messages at night.

## Other ways to meet

| Way | What is good | What is different |
| --- | --- | --- |
| Phone | no picture, no video company | I do not see you; a phone company carries the call |
| In person | no service between us | you travel to my office |
| Another video service | may suit you better | it needs a privacy agreement with me; picture and sound may be worse |

You need no reason to ask for one of these.

## Your answer

If you say no, we choose another way. You can take back a yes at any time, here or by telling me.

I am Dr. Elena Reyes, licensed psychologist in California, license PSY 00000 (an example number). If something troubles you, tell me or call (555) 010-0100. You can also complain to the [California Board of Psychology](https://www.psychology.ca.gov). I will not hold it against you.`,
    },
    es: {
      title: "Cómo nos vemos por video",
      inShort:
        "Uso Zoom para las sesiones por video. Aquí explico por qué, qué he configurado y qué sigue siendo incierto. Puede decir que no, y su atención sigue igual.",
      changeSummary: null,
      body: `## Por qué Zoom

Me reúno con muchas personas por video y para eso uso Zoom. En mi experiencia, allí la imagen y el sonido aguantan mejor. Es mi opinión, no una medición. Usted no necesita cuenta. Puede entrar desde la aplicación o desde un navegador. Si cambio de parecer sobre la empresa, se lo digo.

## Qué salió mal allí y qué sigue abierto

- En 2020 entraron personas extrañas en reuniones que no tenían código de acceso.
- Zoom había descrito su cifrado como más fuerte de lo que era. Una agencia federal lo objetó y Zoom tuvo que cambiar.
- Su sitio web puede poner cookies de publicidad. Mis guías muestran qué puede desactivar, con el día en que lo probé por última vez.
- Como otros servicios, Zoom sabe quién se conecta, cuándo y desde qué dispositivo y dirección.

Así que queda alguna duda. Alguien puede forzar un servicio. Una actualización puede cambiar un ajuste. Alguien cerca de usted puede oír.

## Qué he configurado

| Ajuste | Cómo está | Comprobado el |
| --- | --- | --- |
| Sala de espera | activada; yo le doy paso | 12 de enero de 2026 |
| Código de acceso | activado en cada reunión | 12 de enero de 2026 |
| Número de reunión | uno propio para usted, que no comparte con nadie más | 12 de enero de 2026 |
| Entrar antes que yo | desactivado | 12 de enero de 2026 |
| Grabar en la nube de Zoom | desactivado | 12 de enero de 2026 |

Comprobar significa que ese día miré el ajuste. Pregúnteme cuando quiera cuándo fue la última.

La imagen y el sonido viajan cifrados. En el modo habitual, Zoom tiene las claves. Un modo más estricto deja las claves en nuestros propios dispositivos. Exige la aplicación; entonces no es posible entrar por navegador ni por teléfono. Si lo prefiere, dígamelo.

## Qué se guarda

Anoto la fecha, la duración y cómo nos vimos. Zoom guarda datos técnicos de la conexión. Zoom ha firmado un acuerdo de privacidad con esta consulta; lo comprobé el 12 de enero de 2026. Cubre nuestras reuniones, no una cuenta que usted tenga.

## Grabación

Solo grabo lo que usted permita en el texto «Grabar nuestras sesiones». Le pido que tampoco grabe sin mi permiso. Un teléfono en la habitación puede grabar sin que se vea; en esto confiamos en la palabra de cada cual. Si ve la señal de grabación y yo no dije nada, avíseme enseguida.

## En qué se diferencia de vernos en persona

Le veo menos y se pierden señales pequeñas. Si creo que el video no le sirve, se lo digo. La sesión cuesta lo mismo de las dos formas. Los seguros médicos varían; pregunte al suyo por el video y el teléfono.

## Al empezar cada sesión

- Le pregunto dónde está, para poder enviar ayuda allí si hace falta. Mi licencia cubre California; en otro lugar quizá tengamos que esperar.
- Le pregunto quién está con usted o podría oír. En mi lado la puerta está cerrada. Si quiero que participe alguien, antes le pregunto.
- Le pregunto a quién cerca de usted puedo llamar en una emergencia.
- Ayudan los auriculares y una puerta cerrada.

## Si se corta la conexión

Espere dos minutos y vuelva a usar el enlace. Si no vuelve, llámeme al (555) 010-0100. Entonces seguimos por teléfono.

¿Corre peligro o piensa en hacerse daño? Llame al 988 (pulse 2; por texto, AYUDA) o al 911. De noche no leo mensajes.

## Otras formas de vernos

| Forma | Qué tiene de bueno | Qué cambia |
| --- | --- | --- |
| Teléfono | sin imagen ni empresa de video | no le veo; una compañía telefónica lleva la llamada |
| En persona | ningún servicio entre usted y yo | tiene que venir a la consulta |
| Otro servicio de video | puede convenirle más | necesita un acuerdo de privacidad conmigo; la imagen y el sonido pueden ser peores |

No hace falta dar un motivo para pedir una de estas formas.

## Su respuesta

Si dice que no, elegimos otra forma. Puede dejar sin efecto un sí cuando quiera, aquí o diciéndomelo.

Soy la Dra. Elena Reyes, psicóloga con licencia de California, licencia PSY 00000 (número de ejemplo). Si algo le inquieta, dígamelo o llame al (555) 010-0100. También puede quejarse ante la [Junta de Psicología de California](https://www.psychology.ca.gov). No tendrá consecuencias en nuestro trabajo.`,
    },
  },
};
