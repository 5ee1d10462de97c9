import type { PlainDate } from '../time.ts'

/** `2026年11月24日`, as papers write days. */
export function dayText(day: PlainDate, lang: string): string {
  const [year = '', month, date] = day.split('-')
  return lang === 'zh-CN' ? `${year}年${Number(month)}月${Number(date)}日` : day
}
