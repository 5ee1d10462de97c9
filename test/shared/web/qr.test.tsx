import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { Qr } from '../../../src/shared/web/qr.tsx'

test('a code is drawn cell by cell and says what it is for', () => {
  const svg = String(Qr({ text: 'https://slc.example/s/1', title: '打开调查' }))
  expect(svg).toContain('<title>打开调查</title>')
  const { size, data } = encode('https://slc.example/s/1', { ecc: 'M', border: 4 })
  expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`)
  const dark = [...svg.matchAll(/h(\d+)v1/g)].reduce((sum, run) => sum + Number(run[1]), 0)
  expect(dark).toBe(data.flat().filter(Boolean).length)
})
