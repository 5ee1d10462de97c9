import { Command } from 'commander'
import { expect, test } from 'vitest'
import { formsCli } from '../../src/forms/cli.ts'
import { cliRoom } from '../../src/shared/cli.ts'
import { instant } from '../../src/shared/time.ts'

const files: Readonly<Record<string, string>> = {
  'good.json': JSON.stringify({
    elements: [
      { type: 'rating', name: 'rate', isRequired: true, renderAs: 'x' },
      { type: 'comment', name: 'why', visibleIf: '{rate} < 3' },
    ],
  }),
  'bad.json': JSON.stringify({ elements: [{ type: 'file', name: 'a' }] }),
  'broken.json': '{',
  'answers.jsonl': '{"rate":5,"why":"stale"}\n\n{}\n{"rate":9}\nnot json\n',
}

async function cli(...argv: readonly string[]) {
  const program = new Command().exitOverride()
  const { room, outcome } = cliRoom(program, 'en', async path => new TextEncoder().encode(files[path] ?? ''))
  formsCli(room, { now: () => instant('2026-10-05T00:00:00Z'), zone: 'Asia/Shanghai' })
  await program.parseAsync([...argv], { from: 'user' })
  return outcome()
}
const json = (out: string | undefined): unknown => JSON.parse(out ?? '')

test('lint tells warnings of a good definition and exits with 0', async () => {
  const outcome = await cli('forms', 'lint', 'good.json', '--json')
  expect(outcome?.code).toBe(0)
  expect(json(outcome?.out)).toMatchObject({ faults: [], warnings: [{ place: 'elements[0].renderAs' }] })
})

test('lint tells faults with their places and exits with 1', async () => {
  const outcome = await cli('forms', 'lint', 'bad.json', '--json')
  expect(outcome).toMatchObject({ code: 1, err: 'elements[0].type: this type is not supported\n' })
  expect(json(outcome?.out)).toMatchObject({
    faults: [{ place: 'elements[0].type', key: 'type' }],
    warnings: [],
  })
  expect(await cli('forms', 'lint', 'bad.json')).toMatchObject({ code: 1, out: '' })
})

test('a file that is not JSON is refused', async () => {
  expect(await cli('forms', 'lint', 'broken.json', '--json')).toMatchObject({
    code: 1,
    err: expect.stringContaining('not JSON'),
  })
})

test('validate prints an entry per answer', async () => {
  const outcome = await cli('forms', 'validate', 'good.json', '--answers', 'answers.jsonl', '--json')
  expect(outcome?.code).toBe(0)
  expect(json(outcome?.out)).toEqual([
    { valid: true, errors: [], data: { rate: 5 } },
    { valid: false, errors: [{ question: 'rate', type: 'required' }], data: {} },
    { valid: false, errors: [{ question: 'rate', type: 'offscale' }], data: { rate: 9 } },
    { valid: false, errors: [{ question: '', type: 'notanobject' }], data: {} },
  ])
})
