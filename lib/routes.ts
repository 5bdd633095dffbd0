/** Every address of the product. */
export const routes = {
  home: "/",
  signIn: "/sign-in",
  signInCode: "/sign-in/code",
  confirm: "/sign-in/confirm",
  verify: "/verify",
  offlineVerifier: "/verify/offline",
  setUp: "/set-up",
  devMail: "/dev/mail",

  practiceTexts: (practice: string) => `/p/${practice}`,

  worlds: "/my",
  my: (practice: string) => `/my/${practice}`,
  myEntry: (practice: string) => `/my/${practice}/entry`,
  request: (practice: string, requestId: string) => `/my/${practice}/requests/${requestId}`,
  answered: (practice: string, requestId: string) => `/my/${practice}/requests/${requestId}/done`,
  myConsents: (practice: string) => `/my/${practice}/consents`,
  withdraw: (practice: string, answerId: string) => `/my/${practice}/consents/${answerId}`,
  takenBack: (practice: string, patientId: string) => `/my/${practice}/consents/everything/${patientId}`,
  myDocuments: (practice: string) => `/my/${practice}/documents`,
  records: (practice: string) => `/my/${practice}/records`,
  myActivity: (practice: string) => `/my/${practice}/activity`,

  desk: (practice: string) => `/desk/${practice}`,
  board: (practice: string) => `/desk/${practice}/board`,
  boardExport: (practice: string) => `/desk/${practice}/board/file`,
  patients: (practice: string) => `/desk/${practice}/patients`,
  newPatient: (practice: string) => `/desk/${practice}/patients/new`,
  patient: (practice: string, patientId: string) => `/desk/${practice}/patients/${patientId}`,
  editPatient: (practice: string, patientId: string) => `/desk/${practice}/patients/${patientId}/edit`,
  ask: (practice: string) => `/desk/${practice}/requests/new`,
  requests: (practice: string) => `/desk/${practice}/requests`,
  onPaper: (practice: string, requestId: string) => `/desk/${practice}/requests/${requestId}/paper`,
  disclosures: (practice: string) => `/desk/${practice}/disclosures`,
  disclosure: (practice: string, disclosureId: string) => `/desk/${practice}/disclosures/${disclosureId}`,
  newDisclosure: (practice: string) => `/desk/${practice}/disclosures/new`,
  draft: (practice: string, disclosureId: string) => `/desk/${practice}/disclosures/${disclosureId}/draft`,
  draftOnPhone: (practice: string, disclosureId: string, language: string) =>
    `/desk/${practice}/disclosures/${disclosureId}/draft/phone?language=${language}`,
  draftOnPaper: (practice: string, disclosureId: string, language: string) =>
    `/desk/${practice}/disclosures/${disclosureId}/draft/paper?language=${language}`,
  draftFile: (practice: string, disclosureId: string, language: string) =>
    `/desk/${practice}/disclosures/${disclosureId}/draft/paper/file?language=${language}`,
  publish: (practice: string, disclosureId: string) =>
    `/desk/${practice}/disclosures/${disclosureId}/publish`,
  compareVersions: (practice: string, disclosureId: string) =>
    `/desk/${practice}/disclosures/${disclosureId}/compare`,
  watch: (practice: string) => `/desk/${practice}/watch`,
  campaign: (practice: string, disclosureId: string) =>
    `/desk/${practice}/disclosures/${disclosureId}/campaign`,
  documents: (practice: string) => `/desk/${practice}/documents`,
  audit: (practice: string) => `/desk/${practice}/audit`,
  auditExport: (practice: string) => `/api/practices/${practice}/trail`,
  movePractice: (practice: string) => `/desk/${practice}/platforms/move`,
  settings: (practice: string) => `/desk/${practice}/settings`,

  agreements: (practice: string, patientId: string) => `/desk/${practice}/patients/${patientId}/agreements`,
  agreement: (agreementId: string) => `/api/agreements/${agreementId}`,
  document: (documentId: string) => `/api/documents/${documentId}`,
  accessTest: (testId: string) => `/api/access-tests/${testId}`,
  documentStanding: "/api/documents/standing",
  certificates: (practice: string) => `/api/practices/${practice}/certificates`,
  health: "/api/health",
  ready: "/api/ready",
};
