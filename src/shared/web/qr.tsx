import { encode } from 'uqr'

interface QrProps {
  readonly text: string
  /** What scanning it does, for those who cannot see it. */
  readonly title: string
  /** Width on the page, in CSS pixels. */
  readonly size?: number
}

/** A QR code as SVG; dark on white also in dark mode, since many scanners read nothing else. */
export function Qr({ text, title, size = 200 }: QrProps) {
  const code = encode(text, { ecc: 'M', border: 4 })
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${code.size} ${code.size}`}
      width={size}
      height={size}
      role="img"
      aria-label={title}
      shape-rendering="crispEdges"
    >
      <title>{title}</title>
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={darkCells(code.data)} fill="#000" />
    </svg>
  )
}

/** One step in the path for each run of dark cells in a row. */
function darkCells(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.map((dark, x) => {
        if (!dark || row[x - 1]) return ''
        const end = row.indexOf(false, x)
        const width = (end < 0 ? row.length : end) - x
        return `M${x} ${y}h${width}v1h-${width}z`
      }),
    )
    .join('')
}
