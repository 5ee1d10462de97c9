import type { Node } from './expression-grammar.ts'
import type { Condition } from './form.ts'

/**
 * A condition as the page's script understands it: `["&", a, b]`, `["|", a, b]`, `["!", a]`, `["e", name]` (empty),
 * or a comparison `[sign, name, value…]`. Undefined where it says more than that; the question is shown then.
 */
export type PlainCondition = readonly (string | PlainCondition)[]

const signs: Readonly<Record<string, string>> = {
  equal: '=',
  notequal: '#',
  less: '<',
  greater: '>',
  lessorequal: '{',
  greaterorequal: '}',
  contains: '~',
  anyof: '~',
}

export function plainCondition(condition: Condition): PlainCondition | undefined {
  return condition.expression && plain(condition.expression.tree)
}

function plain(node: Node): PlainCondition | undefined {
  if (node.kind === 'unary') {
    if (node.op === 'negate') return wrapped('!', plain(node.operand))
    const name = nameOf(node.operand)
    if (name === undefined) return undefined
    return node.op === 'empty' ? ['e', name] : ['!', ['e', name]]
  }
  if (node.kind !== 'binary') return undefined
  if (node.op === 'and' || node.op === 'or') {
    const [left, right] = [plain(node.left), plain(node.right)]
    return left && right && [node.op === 'and' ? '&' : '|', left, right]
  }
  const sign = signs[node.op]
  const name = nameOf(node.left)
  const values = constants(node.right, node.op === 'anyof')
  return sign && name !== undefined && values ? [sign, name, ...values] : undefined
}

function wrapped(sign: string, inner: PlainCondition | undefined): PlainCondition | undefined {
  return inner && [sign, inner]
}

function nameOf(node: Node): string | undefined {
  return node.kind === 'variable' && !/[.[\]]/.test(node.name) ? node.name : undefined
}

function constants(node: Node, isList: boolean): readonly string[] | undefined {
  const items = node.kind === 'array' && isList ? node.items : [node]
  const values = items.map(item =>
    item.kind === 'const' && item.value !== null && item.value !== ''
      ? String(item.value).trim().toLowerCase()
      : undefined,
  )
  return values.every(value => value !== undefined) ? values : undefined
}

/**
 * Shows and hides what carries a `data-if`, as the answers change; hidden parts are disabled, so that they are not sent.
 * Compares as the expressions of the definition do: without regard to case and surrounding space, numbers as numbers.
 */
export const pageScript = `(()=>{const F=[...document.querySelectorAll('[data-if]')];if(!F.length)return;
const V=n=>{const r=[];for(const e of document.getElementsByName(n))if(!e.matches(':disabled')&&(e.type!='radio'&&e.type!='checkbox'||e.checked)&&e.value.trim())r.push(e.value.trim().toLowerCase());return r};
const N=x=>x!==''&&!isNaN(x),Q=(a,b)=>a===b||N(a)&&N(b)&&+a==+b,L=(a,b)=>N(a)&&N(b)?+a<+b:a<b;
const T=c=>{const s=c[0];if(s=='&')return T(c[1])&&T(c[2]);if(s=='|')return T(c[1])||T(c[2]);if(s=='!')return!T(c[1]);
const v=V(c[1]),x=c.slice(2),m=document.getElementsByName(c[1])[0],k=m&&m.type=='checkbox';if(s=='e')return!v.length;
if(s=='~')return x.some(y=>v.some(a=>k||x.length>1?Q(a,y):a.includes(y)));
const q=v.length==1&&Q(v[0],x[0]);if(s=='=')return q;if(s=='#')return!q;if(!v.length)return!1;
if((s=='{'||s=='}')&&q)return!0;return s=='<'||s=='{'?L(v[0],x[0]):L(x[0],v[0])};
const R=()=>{for(let i=0;i<2;i++)for(const f of F){const h=!T(JSON.parse(f.dataset.if));f.hidden=h;for(const e of f.querySelectorAll('input,select,textarea'))e.disabled=h||e.closest('[data-if][hidden]')!=null}};
document.addEventListener('input',R);document.addEventListener('change',R);R()})()`
