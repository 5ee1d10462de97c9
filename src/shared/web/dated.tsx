/** A sentence whose dates, with the time that follows, stay on one line; the sheet's style has to say so of `time`. */
export function Dated({ text }: { text: string }) {
  return <>{text.split(date).map((piece, at) => (at % 2 === 1 ? <time>{piece}</time> : piece))}</>
}

const date = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)/
