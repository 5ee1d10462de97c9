import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Web } from '../web/env.ts'
import { paperDocx } from './docx.ts'
import { type Block, docxType, fonts, linePoints, margins, type Paper, points } from './paper.ts'

const family = (font: keyof typeof fonts) => fonts[font].map(name => `"${name}"`).join(',')

const style = `@page{size:A4;margin:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}
*{box-sizing:border-box}html{background:#eceff3}body{margin:0;color:#000;font:${points.text}pt/${linePoints}pt "Times New Roman",${family('text')},serif;overflow-wrap:anywhere}
header{padding:.75rem 1rem;font:1rem/1.6 system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}header a{color:#01579b;min-height:44px;display:inline-flex;align-items:center}
main{background:#fff;max-width:210mm;margin:0 auto 2rem;padding:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}
h1{font:400 ${points.title}pt/1.4 ${family('title')},serif;text-align:center;margin:1em 0}.masthead{font:400 ${points.masthead}pt/1.3 ${family('title')},serif;color:#c00000;text-align:center;margin:0 0 .4em;letter-spacing:.1em}
.center{text-align:center;text-indent:0}.rule{border-bottom:2px solid #c00000;padding-bottom:.3em}.right{text-align:right;text-indent:0}.mark{text-align:center;text-indent:0;border:1px solid #000}
h2{font:400 ${points.text}pt/${linePoints}pt ${family('heading')},sans-serif;margin:0;text-indent:2em;break-after:avoid}p{margin:0;text-indent:2em;text-align:justify}.fact{text-indent:0}.fact b{font:400 1em ${family('heading')},sans-serif}
table{width:100%;border-collapse:collapse;font-size:${points.table}pt;line-height:22pt;margin:.5em 0}th{font:400 ${points.table}pt/22pt ${family('heading')},sans-serif}th,td{border:1px solid #000;padding:.1em .4em;text-align:left;vertical-align:top}tr{break-inside:avoid}
@media (max-width:50rem){body{font-size:1.05rem;line-height:1.75}main{padding:1.5rem 1rem}h1{font-size:1.5rem}h2{font-size:1.05rem;line-height:1.75}.masthead{font-size:1.9rem}table,th{font-size:.95rem;line-height:1.5}}
@media print{html{background:none}header{display:none}main{padding:0;margin:0;max-width:none}@page{@bottom-center{content:"— " counter(page) " —";font:14pt ${family('page')},serif}}}`

interface PageProps {
  readonly paper: Paper
  readonly lang: string
  readonly nonce: string
  /** Ways back and to the file; not printed. */
  readonly links: Child
}

/** Answers with the paper as a page to read and to print. */
export function paperPage(c: Web, paper: Paper, links: Child) {
  const shown = { paper, links, lang: c.get('lang'), nonce: c.get('secureHeadersNonce') ?? '' }
  return c.html(html`<!doctype html>${<PaperDocument {...shown} />}`)
}

/** Answers with the paper as a Word file. */
export async function paperFile(c: Web, paper: Paper) {
  const name = encodeURIComponent(`${paper.title}.docx`).replace(
    /['()*]/g,
    found => `%${found.charCodeAt(0).toString(16)}`,
  )
  return c.body(await paperDocx(paper), 200, {
    'Content-Type': docxType,
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
  })
}

function PaperDocument({ paper, lang, nonce, links }: PageProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{paper.title}</title>
        <style nonce={nonce}>{raw(style)}</style>
      </head>
      <body>
        <header>{links}</header>
        <main>
          {paper.mark && <p class="mark">{paper.mark}</p>}
          {paper.masthead && <p class="masthead">{paper.masthead}</p>}
          {paper.number && <p class="center">{paper.number}</p>}
          {paper.issuer && <p class="center rule">{paper.issuer}</p>}
          <h1>{paper.title}</h1>
          {paper.blocks.map(block => (
            <BlockView block={block} />
          ))}
          {paper.signature?.map(text => (
            <p class="right">{text}</p>
          ))}
        </main>
      </body>
    </html>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'fact':
      return (
        <p class="fact">
          <b>{block.label}</b>
          {block.text}
        </p>
      )
    case 'heading':
      return <h2>{block.text}</h2>
    case 'text':
      return (
        <p>
          {block.label && <strong>{block.label}</strong>}
          {block.text}
        </p>
      )
    case 'table':
      return (
        <table>
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
                  <td>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}
