/** So many units in one table make a page too long to read and to send. */
const mostUnits = 150

/** Whether a page shows the subdistricts only, each with a link to its units. */
export function areTooMany(units: number, subdistricts: number): boolean {
  return units > mostUnits && subdistricts > 1
}
