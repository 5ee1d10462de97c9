/** The look of a form's fields, small enough to stand in the page itself. `body.large` is the large-type mode. */
export const formStyle = `:root{color-scheme:light dark}body{background:Canvas;color:CanvasText}
.q{border:0;margin:0 0 1.75rem;padding:0;min-width:0}
.qs.n{counter-reset:q}.n .q:not(.q .q){counter-increment:q}.n .q:not(.q .q)>.t:before{content:counter(q)". "}
.t{display:block;font-weight:600;padding:0;margin:0 0 .5rem;line-height:1.45;overflow-wrap:anywhere}
.h,.m{margin:0 0 .5rem;font-size:.9em}.m{opacity:.85}
.o{display:flex;align-items:center;gap:.75rem;min-height:2.75rem;padding:.375rem .75rem;margin:0 0 .375rem;border:1px solid #767676;border-radius:.5rem;cursor:pointer}
.o:has(:checked){border-color:currentColor;box-shadow:inset 0 0 0 1px currentColor}
.o input{flex:none;width:1.375rem;height:1.375rem;margin:0}
.q>input,.q>select,.q>textarea,.c{display:block;box-sizing:border-box;width:100%;min-height:2.75rem;padding:.5rem .75rem;font:inherit;border:1px solid #767676;border-radius:.5rem}
.e{margin:0 0 .5rem;font-weight:600;color:#b3261e}
.bad{border-inline-start:4px solid #b3261e;padding-inline-start:.75rem}
.es{border:2px solid #b3261e;border-radius:.5rem;padding:.75rem 1rem;margin:0 0 1.5rem}
.es a{color:inherit}.r{color:#b3261e}
@media(prefers-color-scheme:dark){.e,.r{color:#ffb4ab}}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}
[hidden]{display:none!important}
body.large{font-size:1.375rem}body.large .o{min-height:3.5rem}`
