import { notFound } from "next/navigation";

/** An address of the desk that leads nowhere: without this page its answer would stand outside the desk. */
export default function NowherePage() {
  notFound();
}
