/** On top of the product's own style: the chat beside the web on a wide screen, above it on a phone. */
export const style = `
:root{--chat:#e8edf3;--bubble:#fff;--mine:#d6f0da}
@media (prefers-color-scheme:dark){:root{--chat:#10151d;--bubble:#232b38;--mine:#1f4a2c}}
body.demo{display:grid;min-height:100vh;grid-template-rows:auto auto 1fr;margin:0}
body.demo>header{border-bottom:1px solid var(--line);padding:.5rem 1rem;margin:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
body.demo>header h1{font-size:1.1rem;margin:0}
body.demo>header .language{margin-left:auto}
.time{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.time output{font-weight:600;font-variant-numeric:tabular-nums}
body.demo .time button{min-height:44px;padding:.25rem .75rem;margin:0;font-size:.9em;background:none;color:var(--pico-primary);border:1px solid var(--pico-primary-border)}
.time form{display:flex;flex-wrap:wrap;gap:.5rem;margin:0}
body.demo>main{display:grid;gap:1rem;padding:1rem;grid-template-columns:minmax(0,1fr)}
.talk{display:flex;flex-direction:column;min-width:0}
.tabs{display:flex;overflow-x:auto;gap:.25rem;margin-bottom:.5rem}
.tabs a{flex:none;min-height:44px;padding:.3rem .75rem;border-radius:var(--pico-border-radius);text-decoration:none;line-height:1.3;font-size:.9rem}
.tabs a small{display:block}
.tabs a[aria-current]{box-shadow:none;background:var(--chat)}
#chat{background:var(--chat);border-radius:var(--pico-border-radius);padding:1rem;height:26rem;overflow-y:auto;display:flex;flex-direction:column;gap:.5rem}
.message{max-width:88%;align-self:flex-start}
.message>p{background:var(--bubble);border-radius:.75rem;padding:.5rem .75rem;margin:0;white-space:pre-line;overflow-wrap:anywhere;line-height:1.5}
.message.mine{align-self:flex-end}.message.mine>p{background:var(--mine)}
.message p small{color:inherit;font-size:.75rem;margin-left:.5rem;white-space:nowrap}
.message form{display:grid;gap:.25rem;margin:.25rem 0 0}
.message .row{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:.25rem}
.message .row>*{min-height:44px;margin:0;padding:.25rem .5rem;font-size:.9rem;text-align:center;background:var(--bubble);color:var(--pico-primary);border:1px solid var(--line);border-radius:.5rem;display:flex;align-items:center;justify-content:center;text-decoration:none}
.write{display:grid;grid-template-columns:1fr auto auto;gap:.5rem;margin:.5rem 0}
.write form{display:contents}
body.demo .write :is(input,button,label){margin:0;min-height:48px;height:48px}
.write label{position:relative;display:inline-flex;align-items:center;padding:0 1rem;border:1px solid var(--pico-primary-border);border-radius:var(--pico-border-radius);color:var(--pico-primary);cursor:pointer;overflow:hidden;white-space:nowrap}
.write label:focus-within{outline:3px solid var(--pico-primary-focus)}
body.demo .write [type=file]{position:absolute;inset:0;opacity:0;cursor:pointer}
.tabs,.write,.talk details{flex:none}
.talk details{margin:0}
.talk ul{font-size:.9rem;padding-left:1.2rem;margin:0}
.web{display:flex;flex-direction:column;min-width:0}
.web>p{display:flex;flex-wrap:wrap;gap:0 1rem;margin:0 0 .5rem;align-items:center;min-height:44px}
.web iframe{width:100%;flex:1;min-height:80vh;border:1px solid var(--line);border-radius:var(--pico-border-radius);background:var(--pico-background-color)}
@media (min-width:60rem){
body.demo{height:100vh}
.tabs{flex-wrap:wrap}
body.demo>main{grid-template-columns:minmax(20rem,27rem) minmax(0,1fr);min-height:0}
.talk{overflow-y:auto;min-height:0}
#chat{flex:1;min-height:14rem;height:auto}
.web{min-height:0}.web iframe{min-height:0}
}
`
