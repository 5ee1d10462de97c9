/**
 * Enters a questionnaire with one key a question: a digit chooses and goes on to the next question, Backspace goes back,
 * Enter stores. A choice's key is its own value where that is a digit, 0 is for 不了解, the others take what is free.
 * Without it the page is complete.
 */
export const entryScript = `(()=>{
const form=document.getElementById('entry');if(!form)return
const steps=[]
for(const c of form.querySelectorAll('.qs input:not([type=hidden]),.qs select,.qs textarea')){
const last=steps.at(-1)
if((c.type=='radio'||c.type=='checkbox')&&last&&last.name==c.name)last.all.push(c);else steps.push({name:c.name,all:[c],keys:{}})}
for(const s of steps){if(s.all[0].type!='radio'&&s.all[0].type!='checkbox')continue
const rest=s.all.filter(c=>!(/^\\d$/.test(c.value)&&(s.keys[c.value]??=c)===c))
for(const c of rest){const k=c.value=='dontknow'&&!s.keys[0]?'0':[...'1234567890'].find(d=>!s.keys[d]);if(k)s.keys[k]=c}
for(const[k,c]of Object.entries(s.keys)){const b=document.createElement('kbd');b.textContent=k;b.setAttribute('aria-hidden','true');c.after(b,' ')}}
const usable=s=>s.all.some(c=>!c.disabled&&!c.closest('[hidden]'))
const focus=s=>(s.all.find(c=>c.checked)||s.all[0]).focus()
const at=t=>steps.findIndex(s=>s.all.includes(t))
const go=(from,by)=>{for(let i=from+by;i>=0&&i<steps.length;i+=by)if(usable(steps[i]))return focus(steps[i])
if(by>0)form.querySelector('button[value=next]').focus()}
const send=()=>form.requestSubmit(form.querySelector('button[value=next]'))
const above=[...form.querySelectorAll('#_unit,#_number,#_code')]
form.addEventListener('keydown',e=>{
if(e.isComposing||e.ctrlKey||e.altKey||e.metaKey)return
const t=e.target,i=at(t),choice=i>=0&&(t.type=='radio'||t.type=='checkbox')
if(e.key=='Enter'&&above.includes(t)){e.preventDefault();const next=above[above.indexOf(t)+1];next?next.focus():go(-1,1)}
else if(e.key=='Enter'&&t.tagName=='TEXTAREA'&&!e.shiftKey){e.preventDefault();send()}
else if(choice&&e.key=='Backspace'){e.preventDefault();go(i,-1)}
else if(choice&&/^\\d$/.test(e.key)){const c=steps[i].keys[e.key];if(!c||c.disabled)return
e.preventDefault();c.checked=c.type=='radio'||!c.checked;c.dispatchEvent(new Event('change',{bubbles:true}));c.type=='radio'?go(i,1):c.focus()}})
const channel=form.querySelector('#_channel')
const empty=above.find(c=>c.matches('[aria-invalid=true]')||!c.value&&!(c.id=='_number'&&channel&&channel.value!='paper'))
const link=form.querySelector('.es a'),wrong=link&&document.getElementById(link.hash.slice(1))
const faulty=wrong&&steps.find(s=>wrong.contains(s.all[0]))
if(empty)empty.focus();else if(faulty)focus(faulty);else go(-1,1)
})()`
