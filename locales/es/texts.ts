import aftermath from "./aftermath.json";
import agreements from "./agreements.json";
import answer from "./answer.json";
import audit from "./audit.json";
import board from "./board.json";
import campaigns from "./campaigns.json";
import common from "./common.json";
import compare from "./compare.json";
import consents from "./consents.json";
import conversations from "./conversations.json";
import declining from "./declining.json";
import demo from "./demo.json";
import desk from "./desk.json";
import devMail from "./dev-mail.json";
import disclosures from "./disclosures.json";
import documents from "./documents.json";
import done from "./done.json";
import drafts from "./drafts.json";
import entry from "./entry.json";
import formRefusals from "./form-refusals.json";
import groups from "./groups.json";
import mail from "./mail.json";
import moves from "./moves.json";
import mustSay from "./must-say.json";
import my from "./my.json";
import notFound from "./not-found.json";
import otherLanguage from "./other-language.json";
import ownPractices from "./own-practices.json";
import patients from "./patients.json";
import placing from "./placing.json";
import platforms from "./platforms.json";
import presence from "./presence.json";
import publicTexts from "./public-texts.json";
import publish from "./publish.json";
import records from "./records.json";
import refusals from "./refusals.json";
import requests from "./requests.json";
import roles from "./roles.json";
import rooms from "./rooms.json";
import safeguards from "./safeguards.json";
import setUp from "./set-up.json";
import settings from "./settings.json";
import sheet from "./sheet.json";
import signIn from "./sign-in.json";
import start from "./start.json";
import today from "./today.json";
import tradeOff from "./trade-off.json";
import trail from "./trail.json";
import troubles from "./troubles.json";
import verify from "./verify.json";
import watch from "./watch.json";
import wishes from "./wishes.json";
import withdrawals from "./withdrawals.json";

export const es = {
  aftermath,
  agreements,
  answer,
  audit,
  board,
  campaigns,
  common,
  compare,
  consents,
  conversations,
  declining,
  demo,
  desk,
  devMail,
  disclosures,
  documents,
  done,
  drafts,
  entry,
  formRefusals,
  groups,
  mail,
  moves,
  mustSay,
  my,
  notFound,
  otherLanguage,
  patients,
  placing,
  platforms,
  presence,
  publicTexts,
  publish,
  records,
  requests,
  roles,
  rooms,
  safeguards,
  setUp,
  settings,
  sheet,
  signIn,
  start,
  today,
  tradeOff,
  trail,
  troubles,
  verify,
  watch,
  wishes,
  withdrawals,
  ownPractices,
  refusals: { ...refusals, ...formRefusals },
};
