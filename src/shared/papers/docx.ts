import type { IParagraphOptions, Paragraph, ParagraphChild, Table } from 'docx'
import { xmlText } from '../xml-text.ts'
import { type Block, fonts, linePoints, margins, type Paper, points } from './paper.ts'

type Docx = typeof import('docx')

/**
 * A paper as a Word file. The library is large and only loaded when somebody asks for one, so that the server starts
 * without it.
 */
export async function paperDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import('docx')
  const { Document, Packer, convertMillimetersToTwip: twips } = docx
  const set = setter(docx)
  const children = [
    ...(paper.mark ? [set.line(paper.mark, { font: 'heading', align: 'center' })] : []),
    ...(paper.masthead ? [set.masthead(paper.masthead)] : []),
    ...(paper.number ? [set.line(paper.number, { align: 'center' })] : []),
    ...(paper.issuer ? [set.rule(paper.issuer)] : []),
    set.title(paper.title),
    ...paper.blocks.map(set.block),
    ...(paper.signature ?? []).map(text => set.line(text, { align: 'right' })),
  ]
  const [top, bottom, left, right] = [margins.top, margins.bottom, margins.left, margins.right].map(twips)
  const file = new Document({
    title: xmlText(paper.title),
    creator: '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: set.run('text', points.text) } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: {
              top: top ?? 0,
              bottom: bottom ?? 0,
              left: left ?? 0,
              right: right ?? 0,
              footer: twips(25),
            },
          },
        },
        footers: { default: set.footer('right'), even: set.footer('left') },
        children,
      },
    ],
  })
  return Uint8Array.from(await Packer.toBuffer(file))
}

function setter(docx: Docx) {
  const { AlignmentType, BorderStyle, Footer, LineRuleType, PageNumber, Paragraph, Table, TableCell } = docx
  const { TableRow, TextRun, WidthType } = docx
  const align = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }
  const spacing = { line: Math.round(linePoints * 20), lineRule: LineRuleType.EXACT }
  const run = (font: keyof typeof fonts, size: number) => ({
    // Digits and Latin letters stand in Times, as the standard's own examples do.
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: fonts[font][0], hint: 'eastAsia' },
    size: size * 2,
  })
  const paragraph = (children: readonly ParagraphChild[], options: IParagraphOptions = {}) =>
    new Paragraph({ spacing, ...options, children: [...children] })
  const said = (text: string, look: object) => new TextRun({ text: xmlText(text), ...look })
  const words = (text: string, font: keyof typeof fonts = 'text', more: object = {}) =>
    said(text, { ...run(font, points.text), ...more })
  /** Two characters, as a paragraph of text begins. */
  const indent = { firstLine: points.text * 2 * 20 }

  const line = (
    text: string,
    { font = 'text', align: to = 'left' }: { font?: keyof typeof fonts; align?: keyof typeof align } = {},
  ) => paragraph([words(text, font)], { alignment: align[to] })

  const cell = (text: string, width: number, font: keyof typeof fonts) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      margins: { left: 80, right: 80 },
      children: [
        new Paragraph({
          spacing: { line: 440, lineRule: LineRuleType.EXACT },
          children: [said(text, run(font, points.table))],
        }),
      ],
    })

  function block(one: Block): Paragraph | Table {
    switch (one.kind) {
      case 'fact':
        return paragraph([words(one.label, 'heading'), words(one.text)])
      case 'heading':
        return paragraph([words(one.text, 'heading')], { indent, keepNext: true })
      case 'text':
        return paragraph(
          [...(one.label ? [words(one.label, 'text', { bold: true })] : []), words(one.text)],
          {
            indent,
            alignment: AlignmentType.BOTH,
          },
        )
      case 'table':
        return new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [one.head, ...one.rows].map(
            (row, at) =>
              new TableRow({
                tableHeader: at === 0,
                cantSplit: true,
                children: row.map((text, column) =>
                  cell(text, one.widths[column] ?? 0, at === 0 ? 'heading' : 'text'),
                ),
              }),
          ),
        })
    }
  }

  return {
    run,
    line,
    block,
    masthead: (text: string) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 200 },
        children: [said(text, { ...run('title', points.masthead), color: 'C00000' })],
      }),
    /** Issuer and date above the red rule. */
    rule: (text: string) =>
      paragraph([words(text)], {
        alignment: AlignmentType.CENTER,
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'C00000', space: 4 } },
      }),
    title: (text: string) =>
      paragraph([said(text, run('title', points.title))], {
        alignment: AlignmentType.CENTER,
        spacing: { ...spacing, before: 400, after: 400 },
      }),
    footer: (to: keyof typeof align) =>
      new Footer({
        children: [
          new Paragraph({
            alignment: align[to],
            children: [
              new TextRun({
                ...run('page', points.table),
                children: ['— ', PageNumber.CURRENT, ' —'],
              }),
            ],
          }),
        ],
      }),
  }
}
