import { expect, test } from 'vitest'
import type { Cell } from '../../src/shared/csv.ts'
import { workbookStream } from '../../src/shared/workbook-stream.ts'

const rowsInPiece = 500

async function peakOf(rows: number) {
  async function* pieces() {
    for (let at = 0; at < rows; at += rowsInPiece)
      yield Array.from({ length: rowsInPiece }, (_, n): Cell[] => [
        `350203001${at + n}`,
        'paper',
        ...Array.from({ length: 8 }, (_, q) => ((at + n) * 7 + q) % 6),
      ])
  }
  let peak = 0
  let bytes = 0
  for await (const some of workbookStream({ title: 'a', headings: ['unit'], pieces: pieces() })) {
    bytes += some.length
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    peak = Math.max(peak, heapUsed + arrayBuffers)
  }
  return { peak, bytes }
}

test('400,000 rows need no more memory than 40,000', { timeout: 120_000 }, async () => {
  await peakOf(40_000)
  const few = await peakOf(40_000)
  const many = await peakOf(400_000)
  expect(many.bytes).toBeGreaterThan(9 * few.bytes)
  expect(many.peak).toBeLessThan(few.peak + 32 * 1024 * 1024)
})
