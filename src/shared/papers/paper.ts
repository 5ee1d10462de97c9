/**
 * A paper as offices issue it: what stands on it, whatever it becomes. It is laid out by the national standard for
 * official documents (GB/T 9704-2012).
 */
export interface Paper {
  /** The red line at the head, such as the name of the bulletin; papers of a meeting have none. */
  readonly masthead?: string
  /** The paper's number, and who issues it with the date, below the masthead. */
  readonly number?: string
  readonly issuer?: string
  readonly title: string
  /** The title's last word, which is not broken where the title takes two lines. */
  readonly kind?: string
  /** A notice above everything, such as that it is a draft. */
  readonly mark?: string
  readonly blocks: readonly Block[]
  /** Who signs and when, at the right of the end. */
  readonly signature?: readonly string[]
}

export type Block =
  /** The label is set in bold. */
  | { readonly kind: 'fact'; readonly label: string; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly label?: string }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Widths of the columns as shares of 100. */
      readonly widths: readonly number[]
    }

/** Sizes of type in points: 小标宋 2号 for the title, 仿宋 3号 for the text, 4号 for tables and page numbers. */
export const points = { masthead: 32, title: 22, text: 16, table: 14 } as const

/** 22 lines a page. */
export const linePoints = 28.95

/** Millimetres from the edge of the sheet (A4) to the text. */
export const margins = { top: 37, bottom: 35, left: 28, right: 26 } as const

/** Fonts by name, the ones that offices have first. Word takes the first and replaces it where it is missing. */
export const fonts = {
  title: ['方正小标宋简体', '小标宋', 'STZhongsong', 'SimSun', 'Noto Serif CJK SC'],
  text: ['仿宋_GB2312', 'FangSong', 'STFangsong', '仿宋', 'Noto Serif CJK SC'],
  heading: ['黑体', 'SimHei', 'STHeiti', 'Noto Sans CJK SC'],
  page: ['宋体', 'SimSun', 'STSong', 'Noto Serif CJK SC'],
} as const
