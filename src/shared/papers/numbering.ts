const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一 to 九十九, as items of official papers are numbered. */
function chineseNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${numerals[tens]}十`
  return ten + (ones === 0 && tens > 0 ? '' : numerals[ones])
}

/** The number before an item: `一、` in Chinese, `1.` otherwise. */
export function numberOf(at: number, lang: string): string {
  return lang === 'zh-CN' ? `${chineseNumber(at + 1)}、` : `${at + 1}. `
}
