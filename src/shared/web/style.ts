import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { remember } from '../remember.ts'

/** Ours, on top of Pico: Chinese typography, the quiet look, tables that work on a phone. */
const own = `
:root{--pico-font-family-sans-serif:system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;--pico-font-family:var(--pico-font-family-sans-serif);--pico-border-radius:.5rem;--pico-line-height:1.65;--ok:#1b6e3c;--warn:#8a5300;--bad:#b3261e;--line:#d5dae1;--sample:#fdf3d8}
@media (min-width:768px){:root{--pico-font-size:100%}}
:root:not([data-theme]){color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ok:#6fcf97;--warn:#f0b357;--bad:#ff8f85;--line:#3a4250;--sample:#3b3115}}
html:lang(zh-CN){text-autospace:normal;line-break:strict;overflow-wrap:anywhere}
table{overflow-wrap:break-word}
@media (max-width:40rem){table{overflow-wrap:anywhere}.badge{white-space:normal}main>table:not(.stack){font-size:.9em}main>table:not(.stack) :is(td,th){padding-inline:.3rem}table.stack .num{white-space:normal}}
@media (min-width:64rem){table.stack thead th{word-break:keep-all;white-space:normal}table.stack{font-size:.95em}table.stack tbody th{min-width:6.5em}table.stack :is(td,th){padding-inline:.4rem}}
main{overflow-wrap:break-word}main svg{max-width:100%;height:auto}main svg[width="0"]{position:absolute}code{overflow-wrap:anywhere}
body>header{border-bottom:1px solid var(--line);padding-block:.25rem 0;margin-bottom:1.25rem}
body>header .top,body>header nav{display:flex;gap:.25rem 1rem;align-items:center;justify-content:flex-start}
body>header .top{flex-wrap:wrap;column-gap:.75rem}
body>header nav{flex-wrap:wrap;row-gap:0;white-space:nowrap}
body>header a,body>header button[type=submit]{min-height:44px;display:inline-flex;align-items:center;padding:0;margin:0;width:auto;text-decoration:none}
body>header button[type=submit]{background:none;border:0;box-shadow:none;color:var(--pico-muted-color);font-size:.9em}
body>header form{margin:0}
body>header .top a:not(.brand){font-size:.9em;color:var(--pico-muted-color)}
body>header .rest{display:contents}body>header .more{display:none;margin:0}
body>header .more summary{min-height:44px;display:inline-flex;align-items:center;color:var(--pico-primary)}
@media (max-width:48rem){body>header nav{column-gap:.6rem}body>header .more{display:block}body>header .more:not([open])+.rest a:not([aria-current]){display:none}}
.brand{font-weight:700;margin-right:auto}
[aria-current=page]{font-weight:600;border-radius:0;box-shadow:inset 0 -3px var(--pico-primary-background)}
main{padding-block:0 3rem}
main nav ul{flex-wrap:wrap;gap:.25rem .75rem}main nav li{white-space:nowrap;padding-block:.25rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--pico-background-color);padding:.5rem;z-index:2}
.sample{margin:0;padding:.25rem 1rem;text-align:center;font-size:.85em;background:var(--sample);color:var(--pico-color)}
.muted,small{color:var(--pico-muted-color)}
.ok{color:var(--ok)}.warn{color:var(--warn)}.bad{color:var(--bad)}
.badge{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .6em;font-size:.85em;white-space:nowrap}
.notice,.faults,.empty{border-left:4px solid var(--line);padding:.75rem 1rem;margin-bottom:1rem;background:var(--pico-card-background-color)}
.faults{border-color:var(--bad)}.notice.good{border-color:var(--ok)}.notice.care{border-color:var(--warn)}
.fault{color:var(--bad);font-size:.9em;display:block;margin-top:-.5rem;margin-bottom:1rem}
.cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr))}
.cards{margin-bottom:1.25rem}.cards article{margin:0}article>:first-child,.cards h2,.cards h3{margin-top:0}article>:last-child{margin-bottom:0}
.room{text-align:center}.room svg{width:min(60vh,100%);height:auto}
.figure{font-size:2rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}.figure.said{font-size:1.5rem}
td,th{font-variant-numeric:tabular-nums}
.num{text-align:right;white-space:nowrap}
.nowrap,time,.whole{white-space:nowrap}td .whole{display:inline-block;white-space:normal}
td details{margin:0}td summary{display:flex;align-items:center;gap:.25rem}td summary::after{margin-left:auto}
.lines{white-space:pre-line}
.pairs{display:grid;gap:0 1rem;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));align-items:end}
.tight input{margin:0;padding:.25rem .6rem;height:auto;min-height:44px}.tight :is(td,th){padding-block:.25rem}
.actions{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.actions{margin-block:.5rem 1rem}td .actions,article .actions{margin-bottom:0}.actions>*{margin:0;width:auto}
.actions form{margin:0}
.button{display:inline-flex;align-items:center;min-height:44px;padding:.4rem 1rem;border:1px solid var(--pico-primary-background);border-radius:var(--pico-border-radius);background:var(--pico-primary-background);color:var(--pico-primary-inverse);text-decoration:none}
.button.secondary{background:none;color:var(--pico-primary)}
[type=submit],button{width:auto;min-height:44px}
.actions button[type=submit]{width:auto;margin:0}
@media (max-width:40rem){table.stack thead{display:none}table.stack tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}table.stack td:empty{display:none!important}table.stack td,table.stack th{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.15rem 0;text-align:right;background:none}table.stack td::before{content:attr(data-label);flex:none;max-width:50%;color:var(--pico-muted-color);text-align:left}table.stack th{font-weight:600;justify-content:flex-start;text-align:left}table.stack td.chart{flex-wrap:wrap;row-gap:0}table.stack td.chart>*{margin-left:auto;max-width:100%}body>header .top{column-gap:.5rem}body>header .top a:not(.brand),body>header button[type=submit]{font-size:.85em}}
.filters{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}.filters label{margin:0;min-height:44px;display:inline-flex;align-items:center}.filters legend{float:left;margin:0}
.sheet thead th{position:sticky;top:0;z-index:1;background:var(--pico-background-color);box-shadow:0 1px var(--line)}
.sheet :is(td,article)>input,.sheet td input{margin-bottom:.25rem}.sheet td.own{min-width:5.5rem}.sheet td.own input{padding:.4rem;text-align:right}.sheet td.why{min-width:11rem}.sheet td.why input{padding:.4rem}
.sheet:has(#show-open:checked) tr[data-open=no],.sheet:has(#show-differs:checked) tr[data-differs=no]{display:none}
@media (min-width:64rem){.sheet td input:not([type=checkbox],[type=radio]){height:2.4rem}}
[data-status] ul{margin:.25rem 0}[data-status] button{padding:.2rem .8rem;margin:.25rem 0}
.bar{width:100%;height:14px;display:block;margin:.25rem 0 .75rem}.bar .track{fill:var(--line)}.bar .fill{fill:var(--pico-primary-background)}.bar .band,.bar .mark{fill:var(--pico-color)}
.plot{width:100%;max-width:24rem;display:block}.plot text{font-size:11px;fill:var(--pico-muted-color)}.plot .track{stroke:var(--line);stroke-width:1.5}.plot .dot{fill:var(--pico-primary-background);fill-opacity:.55}
#entry .o{display:inline-block;margin-right:1.5rem}#entry kbd{margin-right:.2rem}@media (hover:none){#entry kbd{display:none}}
label>:is([type=checkbox],[type=radio])~small{display:inline;margin:0}
[type=checkbox]:not([role=switch]){border-radius:.25rem}
.tasks a{display:flex;align-items:center;min-height:44px;padding-block:.4rem;text-decoration:none}.tasks li{border-bottom:1px solid var(--line);margin:0}.tasks .now{font-weight:600}
ul.plain{padding:0}ul.plain li{list-style:none}
details.group{border-bottom:1px solid var(--line);padding-bottom:.5rem;margin-bottom:.5rem}details.group summary{display:flex;flex-wrap:wrap;gap:0 .5rem;align-items:center;min-height:44px}details.group summary strong{min-width:5.5em}details.group summary::after{margin-left:auto}.plot{margin-block:.25rem .75rem}
.strip{display:inline-block;vertical-align:middle}.strip path{fill:none;stroke:currentColor}.strip .full{fill:currentColor}.strip .cross{stroke-width:2}.strip .dash{stroke-dasharray:3 2}.strip .dot{stroke-width:3;stroke-linecap:round}.strips li{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;padding-block:.2rem}.strips li>a{flex:1 1 9rem;max-width:18rem}.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.85em}
.calendar{table-layout:fixed}.calendar td{vertical-align:top;font-size:.85em;padding:.35rem}.calendar td a{display:block;padding-block:.2rem}
@media (max-width:40rem){.calendar thead,.calendar td.none{display:none}.calendar tr,.calendar td{display:block}.calendar td a{padding-block:.5rem}}
@media print{body>header,.actions,form{display:none}details.group::details-content{display:block;content-visibility:visible}}
`

export interface Stylesheet {
  readonly text: string
  readonly gzipped: Uint8Array<ArrayBuffer>
  /** Changes with the content. */
  readonly etag: string
}

/** The one style sheet of staff pages, ready to be sent; pressed once. */
export const stylesheet = remember((): Stylesheet => {
  const pico = readFileSync(createRequire(import.meta.url).resolve('@picocss/pico/css/pico.min.css'), 'utf8')
  const text = pico + own
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  return { text, gzipped: Uint8Array.from(gzipSync(text, { level: 9 })), etag: `"${hash}"` }
})
