import { expect, test } from 'vitest'
import { issue } from '../../src/bulletins/bulletin.ts'
import { noteTo } from '../../src/bulletins/issuing.ts'
import type { Person } from '../../src/people/person.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { unitTree } from '../../src/units/tree.ts'
import { granted } from '../helpers/people.ts'
import { district } from '../helpers/world.ts'
import { someContent } from './samples.ts'

const since = instant('2026-01-01T00:00:00Z')
const tree = unitTree([
  { id: 'd', level: 'district', name: '思明区', parent: null },
  { id: 's', level: 'subdistrict', name: '厦港街道', parent: 'd' },
  { id: 'c', level: 'community', name: '巡司顶社区', parent: 's' },
  { id: 'n', level: 'community', name: '巡司顶社区', parent: 'd' },
])
const late = (unit: string, owner?: string) => ({
  ...(owner && { owner }),
  unit,
  what: '补齐台账',
  due: plainDate('2026-11-02'),
  days: 16,
})
const bulletin = granted(
  issue(
    {
      no: 1,
      remark: '',
      content: {
        ...someContent,
        overdue: [late('厦港街道', 's'), late('巡司顶社区', 'c'), late('巡司顶社区', 'c')],
      },
    },
    [],
    { actor: district, at: instant('2026-11-18T02:00:00Z'), today: plainDate('2026-11-18') },
  ),
)
const holder = (units: readonly string[], given: Partial<Person> = {}): Person => ({
  ...{ id: 'p', name: '王芳', lang: 'zh-CN', former: [], since },
  duties: units.map(unit => ({ role: 'lead', unit, since })),
  ...given,
})
const told = (person: Person, of = bulletin) => noteTo(person, of, tree, 'https://slc.example')

test.each([
  [['d'], undefined],
  [['s'], '您单位有 1 项督办超期'],
  [['c'], '您单位有 2 项督办超期'],
  [['s', 'c'], '您单位有 3 项督办超期'],
  // Another community of the same name.
  [['n'], undefined],
])('who works for %j is told of the bulletin, and of the own overdue follow-ups alone: %s', (units, more) => {
  const text = told(holder(units))?.text ?? ''
  expect(text).toContain('〔2026〕第 1 期已印发（2026-11-01 至 2026-11-17）')
  expect(text.split('请查阅。')[1]?.slice(0, more?.length)).toBe(more ?? '')
})

test('it is said in the reader’s language, with the way to it, and once', () => {
  expect(told(holder(['s'], { lang: 'en' }))).toMatchObject({
    key: 'bulletin:2026-1:p',
    text: expect.stringContaining('names 1 overdue follow-up of your unit'),
    buttons: [[{ url: 'https://slc.example/bulletins/2026-1' }]],
    repeatable: false,
  })
})

test('in a bulletin from before units had their codes in it, a name stands for its unit', () => {
  const content = { ...bulletin.content, overdue: [late('巡司顶社区')] }
  expect(told(holder(['c']), { ...bulletin, content })?.text).toContain('您单位有 1 项督办超期')
})

test('who has no duty, or has left, is told nothing', () => {
  expect([told(holder([])), told(holder(['c'], { ended: since }))]).toEqual([undefined, undefined])
})
