import type { Web } from '../web/env.ts'
import { asFile } from '../web/file.ts'
import { printPage } from '../web/print.tsx'
import { paperDocx } from './docx.ts'
import { type Block, fonts, linePoints, margins, type Paper, points } from './paper.ts'
import { words } from './words.ts'

const family = (font: keyof typeof fonts) => fonts[font].map(name => `"${name}"`).join(',')

const style = `@page{size:A4;margin:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}
body{font:${points.text}pt/${linePoints}pt "Times New Roman",${family('text')},serif;overflow-wrap:anywhere}
.hint{font:1rem/1.6 system-ui,sans-serif}main{max-width:210mm;margin:0 auto 2rem;padding:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}
h1{font:400 ${points.title}pt/1.4 ${family('title')},serif;text-align:center;text-wrap:balance;margin:1em 0}.whole{white-space:nowrap}td .whole{display:inline-block;white-space:normal}.masthead{font:400 ${points.masthead}pt/1.3 ${family('title')},serif;color:#c00000;text-align:center;text-indent:0;margin:0 0 .4em}
.center{text-align:center;text-indent:0}.rule{border-bottom:2px solid #c00000;padding-bottom:.3em}.right{text-align:right;text-indent:0}.mark{text-align:center;text-indent:0;border:1px solid #000}
h2{font:400 ${points.text}pt/${linePoints}pt ${family('heading')},sans-serif;margin:0;text-indent:2em;break-after:avoid}p{margin:0;text-indent:2em;text-align:justify}.fact{text-indent:0}.fact b{font:400 1em ${family('heading')},sans-serif}
table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:${points.table}pt;line-height:22pt;margin:.5em 0}th{font:400 ${points.table}pt/22pt ${family('heading')},sans-serif}th,td{border:1px solid #000;padding:.1em .4em;text-align:left;vertical-align:top}tr{break-inside:avoid}
@media (max-width:50rem){body{font-size:1.05rem;line-height:1.75}main{padding:1.5rem 1rem}h1{font-size:1.5rem}h2{font-size:1.05rem;line-height:1.75}.masthead{font-size:1.9rem}table,th{font-size:.95rem;line-height:1.5}}
@media print{main{padding:0;margin:0;max-width:none}@page{@bottom-center{content:"— " counter(page) " —";font:14pt ${family('page')},serif}}}`

/** Answers with the paper as a page to read and to print, with the way to its Word file, `file`. */
export function paperPage(
  c: Web,
  paper: Paper,
  { from, file }: { readonly from: { readonly path: string; readonly title: string }; readonly file: string },
) {
  return printPage(c, {
    title: paper.title,
    from,
    notice: <a href={file}>{c.get('t')(words.asWord)}</a>,
    style,
    content: <PaperView paper={paper} />,
  })
}

/** Answers with the paper as a Word file. */
export async function paperFile(c: Web, paper: Paper) {
  return asFile(c, paper.title, 'docx').body(await paperDocx(paper))
}

/** A paper's content, for its own page and for the page on which it is drafted. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <>
      {paper.mark && <p class="mark">{paper.mark}</p>}
      {paper.masthead && <p class="masthead">{paper.masthead}</p>}
      {paper.number && <p class="center">{paper.number}</p>}
      {paper.issuer && <p class="center rule">{paper.issuer}</p>}
      <Title paper={paper} />
      {paper.blocks.map(block => (
        <BlockView block={block} />
      ))}
      {paper.signature?.map(text => (
        <p class="right">
          <Whole text={text} />
        </p>
      ))}
    </>
  )
}

/** A date, and the word at the end that says what kind of paper it is, are not broken where the title takes two lines. */
function Title({ paper: { title, kind = '' } }: { paper: Paper }) {
  const end = kind !== '' && title.endsWith(kind) ? kind : ''
  return (
    <h1>
      <Whole text={title.slice(0, title.length - end.length)} />
      {end && <span class="whole">{end}</span>}
    </h1>
  )
}

/** A text whose dates stay on one line, in a narrow cell and on a phone. */
function Whole({ text }: { text: string }) {
  const pieces = text.split(/((?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d)/)
  return <>{pieces.map((piece, at) => (at % 2 === 1 ? <span class="whole">{piece}</span> : piece))}</>
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'fact':
      return (
        <p class="fact">
          <b>{block.label}</b>
          <Whole text={block.text} />
        </p>
      )
    case 'heading':
      return <h2>{block.text}</h2>
    case 'text':
      return (
        <p>
          {block.label && <strong>{block.label}</strong>}
          <Whole text={block.text} />
        </p>
      )
    case 'table':
      return (
        <table>
          <colgroup>
            {block.widths.map(width => (
              <col width={`${width}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {block.head.map(text => (
                <th scope="col">{text}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(row => (
              <tr>
                {row.map(text => (
                  <td>
                    <Whole text={text} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}
