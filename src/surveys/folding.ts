/** So many units in one table make a page too long to read and to send. */
const mostUnits = 150
/** So many figures and charts are for whoever asks for them: on a phone they are very long, and on a bad line slow. */
const mostDrawn = 30

/** Whether a page shows the subdistricts only, each with a link to its units. */
export function areTooMany(units: number, subdistricts: number): boolean {
  return units > mostUnits && subdistricts > 1
}

/** The same of a page that draws the figures of each; `asksAll`: whether all units were asked for. */
export function areTooManyDrawn(units: number, subdistricts: number, asksAll: boolean): boolean {
  return subdistricts > 1 && units > (asksAll ? mostUnits : mostDrawn)
}
