export interface UploadedFile {
  readonly name: string
  readonly bytes: Buffer
}

export interface Multipart {
  readonly fields: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, UploadedFile>
}

/**
 * Splits a multipart body. Node 20's `formData()` cannot: grammY writes `filename=导出.csv` without quotes or space.
 * Parts with a file name are files, all others are UTF-8 fields.
 */
export function parseMultipart(body: Buffer, contentType: string): Multipart {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType)
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`)
  const fields = new Map<string, string>()
  const files = new Map<string, UploadedFile>()
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = at + mark.length + 2
    const end = body.indexOf(mark, start)
    if (end < 0) break
    const part = body.subarray(start, end - 2)
    const gap = part.indexOf('\r\n\r\n')
    if (gap >= 0) {
      const head = part.subarray(0, gap).toString('utf8')
      const content = part.subarray(gap + 4)
      const name = parameter(head, 'name')
      const filename = parameter(head, 'filename')
      if (filename === undefined) fields.set(name ?? '', content.toString('utf8'))
      else files.set(name ?? '', { name: filename, bytes: Buffer.from(content) })
    }
    at = end
  }
  return { fields, files }
}

function parameter(head: string, name: string): string | undefined {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]+))`, 'i').exec(head)
  return found?.[1] ?? found?.[2]
}
