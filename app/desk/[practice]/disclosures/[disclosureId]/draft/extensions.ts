import { Link } from "@mantine/tiptap";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { claimKeyOf } from "@/lib/markdown/claim-address";

/** Nothing that our Markdown could not say: a cell holds one paragraph, and a link leads to https, mail, a phone or a claim. */
export const extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    link: false,
    dropcursor: false,
  }),
  Link.configure({
    openOnClick: false,
    autolink: false,
    protocols: ["mailto", "tel", "safeguard"],
    isAllowedUri: (uri) => /^(https:\/\/|mailto:|tel:)/i.test(uri) || claimKeyOf(uri) !== null,
  }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: "paragraph" }),
  TableCell.extend({ content: "paragraph" }),
];
