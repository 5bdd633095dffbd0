import { describe, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { currentMark, pageAt, placesOf } from "./places";

const everything = { readDocuments: true, readTrail: true };
const id = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

describe("the places of the desk", () => {
  const places = placesOf("harbor", everything);
  const pages = places.flatMap((place) => place.pages.map((page) => ({ ...page, place: place.key })));

  test("are seven, and each of their pages stands there once", () => {
    expect(places.map(({ key }) => key)).toEqual([
      "today",
      "patients",
      "consents",
      "texts",
      "meeting",
      "records",
      "practice",
    ]);
    expect(new Set(pages.map(({ href }) => href)).size).toBe(14);
  });

  test.each([
    [{ readDocuments: true, readTrail: true }, ["documents", "audit"]],
    [{ readDocuments: false, readTrail: true }, ["audit"]],
    [{ readDocuments: true, readTrail: false }, ["documents"]],
    [{ readDocuments: false, readTrail: false }, undefined],
  ])("show who may %o the records %o", (may, shown) => {
    const records = placesOf("harbor", may).find(({ key }) => key === "records");
    expect(records?.pages.map(({ key }) => key)).toEqual(shown);
  });

  test.each([
    [routes.desk("harbor"), "today", "today"],
    [routes.newPatient("harbor"), "patients", "patients"],
    [routes.patient("harbor", id), "patients", "patients"],
    [routes.group("harbor", id), "patients", "groups"],
    [routes.board("harbor"), "consents", "board"],
    [routes.ask("harbor"), "consents", "requests"],
    [routes.onPaper("harbor", id), "consents", "requests"],
    [routes.publish("harbor", id), "texts", "disclosures"],
    [routes.campaign("harbor", id), "texts", "disclosures"],
    [routes.watch("harbor"), "texts", "watch"],
    [routes.platform("harbor", id), "meeting", "platforms"],
    [routes.movePractice("harbor"), "meeting", "platforms"],
    [routes.rooms("harbor"), "meeting", "rooms"],
    [routes.wishes("harbor"), "meeting", "wishes"],
    [routes.platformRequest("harbor", id), "meeting", "wishes"],
    [routes.safeguard("harbor", id), "meeting", "safeguards"],
    [routes.documents("harbor"), "records", "documents"],
    [routes.audit("harbor"), "records", "audit"],
    [routes.settings("harbor"), "practice", "settings"],
    ["/desk/harbor/nowhere", undefined, undefined],
    ["/desk/harbor/patientsandmore", undefined, undefined],
  ])("hold %s in %s, at %s", (path, place, key) => {
    const here = pageAt(path, pages);
    expect([here?.place, here?.key]).toEqual([place, key]);
  });

  test.each([
    ["/desk/harbor/groups", "/desk/harbor/groups", true, "page"],
    ["/desk/harbor/groups", "/desk/harbor/patients", true, "true"],
    ["/desk/harbor/groups/1", "/desk/harbor/groups", true, "true"],
    ["/desk/harbor/groups", "/desk/harbor/board", false, undefined],
  ])("are marked at %s for %s", (path, href, isWithin, mark) => {
    expect(currentMark(path, href, isWithin)).toBe(mark);
  });
});
