export type Place = { practice: string; patientId: string; next: string };

/** Each step of the page knows for whom it is and where it leads back to, also without JavaScript. */
export function PlaceFields({ place }: { place: Place }) {
  return Object.entries(place).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
