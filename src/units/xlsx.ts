import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { inflateRaw } from 'node:zlib'
import { z } from 'zod'

/** What a file of 2 MB may unpack to; a table of 10,000 units is a tenth of it. */
const unpackedBytes = 32 * 1024 * 1024
const mostEntries = 500
const memoryMb = 256
const readMs = 15_000

/** The workbook is a hostile file, or one far too large. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook'
}

/**
 * The cells of a workbook's first sheet, row by row, as text; dates as YYYY-MM-DD. A file of a kilobyte can name a cell in
 * the last row and column there are, and one of a megabyte unpack to a gigabyte: so the parts are unpacked up to a limit
 * first, and the reader runs in a thread that may be lost. Throws `UnreadableWorkbook` and what the reader throws.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  await refuseBombs(Buffer.from(bytes))
  const reader = createRequire(import.meta.url).resolve('read-excel-file/node')
  const worker = new Worker(readInThread, {
    eval: true,
    workerData: { reader, bytes },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    execArgv: [],
  })
  const timer = setTimeout(() => void worker.terminate(), readMs)
  try {
    return await new Promise((done, fail) => {
      worker.once('message', rows => done(rowsSchema.parse(rows)))
      worker.once('error', fail)
      worker.once('exit', () => fail(new UnreadableWorkbook('the reader did not finish')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

const rowsSchema = z.array(z.array(z.string()))

/** Plain CommonJS, since a thread is not reached by whatever loads TypeScript in tests and in development. */
const readInThread = `
const { parentPort, workerData } = require('node:worker_threads')
const text = cell =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
require(workerData.reader)
  .readSheet(Buffer.from(workerData.bytes))
  .then(rows => parentPort.postMessage(rows.map(row => row.map(text))))
`

const header = Buffer.from('PK\x03\x04')
const inflated = promisify(inflateRaw)

/** Unpacks whatever looks like a part of a ZIP file, wherever its directory says it is, until there is too much. */
async function refuseBombs(file: Buffer): Promise<void> {
  let left = unpackedBytes
  let entries = 0
  for (let at = file.indexOf(header); at >= 0; at = file.indexOf(header, at + header.length)) {
    entries += 1
    if (entries > mostEntries || at + 30 > file.length) throw new UnreadableWorkbook('too many parts')
    const method = file.readUInt16LE(at + 8)
    if (method === 0) continue
    const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
    const part = await inflated(file.subarray(start), { maxOutputLength: left })
    left -= part.length
    if (left <= 0) throw new UnreadableWorkbook('too much in it')
  }
}
