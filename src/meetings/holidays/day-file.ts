import ICAL from 'ical.js'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { plainDate, plainDateSchema, plusDays } from '../../shared/time.ts'
import { type Columns, readTable } from '../../units/spreadsheet.ts'
import type { Day } from './day.ts'
import { no } from './refusals.ts'

/**
 * Reads the days off and the worked weekends of a file, in its order: a calendar (ICS) of all-day events whose title says
 * 休 or 班, or a table (CSV, XLSX) with date, kind and name. What it is tells the content, never the name.
 */
export async function readDayFile(bytes: Uint8Array): Promise<readonly Day[] | Refusal> {
  const begins = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\uFEFF/, '')
  return /^\s*BEGIN:VCALENDAR/i.test(begins)
    ? calendarDays(new TextDecoder().decode(bytes))
    : tableDays(bytes)
}

/** A holiday of the longest kind has nine days; much more is a slip in the file. */
const mostDays = 31

function calendarDays(text: string): readonly Day[] | Refusal {
  const events = eventsOf(text)
  if (!events) return no.notACalendar()
  const days: Day[] = []
  for (const event of events) {
    const said = titleOf(event.summary ?? '')
    if (!said || event.component.getFirstPropertyValue('status') === 'CANCELLED') continue
    const { startDate, endDate } = event
    if (!startDate?.isDate) return no.notAllDay({ title: event.summary })
    const first = dayOf(startDate)
    const end = endDate ? dayOf(endDate) : undefined
    if (!first || (endDate && !end))
      return no.noSuchDate({ date: startDate.toString(), where: event.summary })
    // The end of an all-day event is the day after it.
    const last = end && end > first ? plusDays(end, -1) : first
    for (let date = first, n = 0; date <= last; date = plusDays(date, 1), n += 1) {
      if (n === mostDays) return no.tooLong({ title: event.summary })
      days.push({ date, ...said })
    }
  }
  return days
}

function eventsOf(text: string): readonly ICAL.Event[] | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text))
    return calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
  } catch {
    // The reader throws plain errors of many kinds; to the person they all mean the same.
    return undefined
  }
}

function dayOf(time: ICAL.Time) {
  const { year, month, day } = time
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = plainDateSchema.safeParse(text)
  return date.success ? date.data : undefined
}

const working = /班/
const off = /休|假期|放假/
/** What the calendars write around the name: （休）, 补班, 假期 第1天/共8天. */
const around =
  /[（([【]\s*(?:休|班)\s*[)）\]】]|第\s*\d+\s*天\s*[/／]\s*共\s*\d+\s*天|调休|补班|上班|放假|假期|休假|[休班]/g

/** What a title says of its day; `undefined` where it marks none, as with 立春 or a plain 元旦. */
function titleOf(title: string): Pick<Day, 'mark' | 'name'> | undefined {
  const mark = working.test(title) ? 'work' : off.test(title) ? 'off' : undefined
  if (!mark) return undefined
  const name = title.replace(around, ' ').replace(/\s+/g, ' ').trim()
  return { mark, name: (name || title.trim()).slice(0, 30) }
}

const columns: Columns<'date' | 'kind' | 'name'> = {
  date: { headings: ['日期', 'date'], required: true },
  kind: { headings: ['类型', '类别', 'kind', 'type'], required: true },
  name: { headings: ['名称', '节日', 'name'], required: true },
}
const kinds: Readonly<Record<string, Day['mark']>> = {
  ...{ 休: 'off', 休息: 'off', 放假: 'off', 节假日: 'off', holiday: 'off', off: 'off' },
  ...{ 班: 'work', 上班: 'work', 补班: 'work', 调休上班: 'work', workday: 'work', work: 'work' },
}

async function tableDays(bytes: Uint8Array): Promise<readonly Day[] | Refusal> {
  const rows = await readTable(bytes, columns)
  if (isRefusal(rows)) return rows
  const days: Day[] = []
  for (const { line, cells } of rows) {
    const date = plainDateSchema.safeParse(isoText(cells.date ?? ''))
    if (!date.success) return no.noSuchDate({ date: cells.date ?? '', where: line })
    const mark = kinds[(cells.kind ?? '').toLowerCase()]
    if (!mark) return no.unknownKind({ kind: cells.kind ?? '', line })
    const name = (cells.name ?? '').trim().slice(0, 30)
    if (name === '') return no.nameNeeded({ line })
    days.push({ date: plainDate(date.data), mark, name })
  }
  return days
}

/** Spreadsheets write 2027/1/1 and 2027年1月1日. */
function isoText(text: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}
