import { StyleSheet } from "@react-pdf/renderer";

export const ink = "#1f2a2e";
const quiet = "#566166";
const accent = "#0e5a5a";
const line = "#d9d5cb";
const ground = "#f7f5f0";

export const style = StyleSheet.create({
  page: {
    paddingTop: 72,
    paddingBottom: 64,
    paddingHorizontal: 64,
    fontFamily: "sans-latin",
    fontSize: 10,
    lineHeight: 1.4,
    color: ink,
  },
  header: {
    position: "absolute",
    top: 36,
    left: 64,
    right: 64,
    paddingBottom: 7,
    borderBottom: `0.75 solid ${line}`,
    fontSize: 8.5,
    color: quiet,
    textAlign: "left",
  },
  footer: {
    position: "absolute",
    left: 64,
    right: 64,
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: 8,
    color: quiet,
  },
  /** Without a width react-pdf measures it while it is still empty, and the footer grows over the page. */
  pageNumber: { width: 120, textAlign: "right" },
  eyebrow: { fontSize: 10, fontWeight: 600, color: accent, letterSpacing: 0.3 },
  title: { fontFamily: "serif-latin", fontSize: 24, lineHeight: 1.2, marginTop: 4, marginBottom: 13 },
  section: { fontSize: 12.5, fontWeight: 600, color: accent, marginTop: 17, marginBottom: 7 },
  row: { flexDirection: "row", paddingVertical: 3.5 },
  label: { width: 118, paddingRight: 12, color: quiet },
  value: { flex: 1 },
  runsLeft: { direction: "rtl" },
  beside: { textAlign: "left" },
  strong: { fontWeight: 600 },
  quiet: { color: quiet },
  small: { fontSize: 8.5, color: quiet },
  fingerprint: { fontSize: 8.5, lineHeight: 1.65 },
  stack: { paddingVertical: 3.5 },
  answer: { paddingVertical: 7, borderTop: `0.75 solid ${line}` },
  answerRow: { flexDirection: "row", alignItems: "flex-start" },
  answerLabel: { flex: 1, paddingRight: 16 },
  answerWord: { width: 92, fontWeight: 600, textAlign: "right" },
  note: { marginTop: 6, color: quiet },
  panel: { marginTop: 18, padding: 12, backgroundColor: ground, borderLeft: `2 solid ${accent}` },
  panelHeading: { fontWeight: 600, marginBottom: 3 },
  paragraph: { marginBottom: 7 },
  textTitle: { fontFamily: "serif-latin", fontSize: 19, lineHeight: 1.25, marginBottom: 8 },
  lead: { fontFamily: "serif-latin", fontStyle: "italic", fontSize: 12, lineHeight: 1.5, marginBottom: 12 },
  body: { fontFamily: "serif-latin", fontSize: 11.5, lineHeight: 1.5, marginBottom: 8 },
  point: { flexDirection: "row", alignItems: "flex-start" },
  marker: { fontFamily: "serif-latin", fontSize: 11.5, lineHeight: 1.5 },
  tableHead: { marginTop: 2 },
  tableEnd: { marginBottom: 12, borderBottom: `0.75 solid ${line}` },
  tableStack: { borderTop: `0.75 solid ${line}` },
  stackedCell: { paddingVertical: 4, fontFamily: "serif-latin", fontSize: 10, lineHeight: 1.4 },
  tableRow: { flexDirection: "row", borderTop: `0.75 solid ${line}` },
  cell: {
    flex: 1,
    paddingVertical: 5,
    paddingRight: 10,
    fontFamily: "serif-latin",
    fontSize: 10,
    lineHeight: 1.4,
  },
  rowToLeft: { flexDirection: "row-reverse" },
  cellToLeft: { paddingRight: 0, paddingLeft: 10 },
  rule: { borderBottom: `0.75 solid ${line}`, marginVertical: 12 },
  itemHead: { paddingTop: 10, borderTop: `0.75 solid ${line}`, marginBottom: 3 },
  asked: { fontSize: 8.5, color: quiet, marginBottom: 8 },
  signature: { marginTop: 22, padding: 16, border: `0.75 solid ${line}`, borderRadius: 6 },
  typedMark: {
    fontFamily: "serif-latin",
    fontStyle: "italic",
    fontSize: 22,
    lineHeight: 1.3,
    textAlign: "left",
  },
  markWords: { fontSize: 8.5, color: quiet, marginBottom: 6 },
  pressed: { marginBottom: 6 },
  signatureLine: { borderBottom: `0.75 solid ${ink}`, paddingBottom: 4, marginBottom: 8 },
});

const headingSizes = [17, 15, 13.5, 12.5, 12, 11.5];

export function headingStyle(depth: number) {
  return {
    fontFamily: "serif-latin",
    fontWeight: 600,
    fontSize: headingSizes[depth - 1] ?? 11.5,
    lineHeight: 1.3,
    marginTop: 10,
    marginBottom: 5,
  } as const;
}
