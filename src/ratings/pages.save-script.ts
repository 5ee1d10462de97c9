/**
 * Saves every part of a form (`[data-save]`, the address) shortly after it was changed; without it the form is complete and
 * its buttons save. Says so per part (`[data-status]`) only when the server has answered, tries again when it does not,
 * and lets the person choose where somebody else changed the same. In a table the arrow keys and Enter move between rows.
 */
export const saveScript = `
const form = document.querySelector('form[data-saving]')
const parts = form ? [...form.querySelectorAll('[data-save]')].map(part) : []

function part(box) {
  const say = form.dataset
  const status = box.querySelector('[data-status]')
  const base = box.querySelector('[data-base]')
  let typed = 0, kept = 0, wait = 2000, choosing = false, timer, sending

  const show = (look, text, ...more) => {
    status.className = look
    status.replaceChildren(text, ...more)
  }
  const button = (text, act) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'secondary'
    made.textContent = text
    made.addEventListener('click', act)
    return made
  }
  const put = values => {
    for (const [name, list] of Object.entries(values)) {
      for (const field of box.querySelectorAll('[name="' + CSS.escape(name) + '"]')) {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = list.includes(field.value)
        else if (field !== document.activeElement) field.value = list[0] ?? ''
      }
    }
  }
  const later = ms => {
    clearTimeout(timer)
    timer = setTimeout(send, ms)
  }
  const failed = text => {
    show('bad', text + ' ', button(say.retry, send))
    later(wait)
    wait = Math.min(wait * 2, 60000)
  }
  const choose = ({ base: revision, said, lines, values }) => {
    choosing = true
    const list = document.createElement('ul')
    for (const line of lines) list.append(Object.assign(document.createElement('li'), { textContent: line }))
    const decide = act => () => {
      choosing = false
      base.value = revision
      act()
    }
    const mine = button(say.mine, decide(() => { typed += 1; send() }))
    const theirs = button(say.theirs, decide(() => { put(values); typed += 1; send() }))
    show('bad', said, list, mine, ' ', theirs)
  }
  const take = (answer, at) => {
    const { state, base: revision, said, values = {}, figures = {}, marks = {} } = answer
    box.toggleAttribute('data-wrong', state === 'wrong')
    if (state === 'choose') return choose(answer)
    if (state !== 'saved') return show('bad', said)
    kept = at
    wait = 2000
    base.value = revision
    if (typed === at) put(values)
    for (const [name, text] of Object.entries(figures))
      for (const figure of form.ownerDocument.querySelectorAll('[data-figure="' + name + '"]'))
        if (!figure.closest('[data-save]') || box.contains(figure)) figure.textContent = text
    Object.assign(box.dataset, marks)
    show('ok', said)
  }
  const fields = () => {
    const body = new URLSearchParams()
    for (const field of box.querySelectorAll('input, textarea, select')) {
      const off = (field.type === 'radio' || field.type === 'checkbox') && !field.checked
      if (field.name && !off) body.append(field.name, field.value)
    }
    return body
  }
  const once = async () => {
    clearTimeout(timer)
    const at = typed
    show('muted', say.saving)
    try {
      const asked = { method: 'POST', body: fields(), redirect: 'manual', keepalive: true }
      const response = await fetch(box.dataset.save, asked)
      if (response.type === 'opaqueredirect') return failed(say.signedOut)
      take(await response.json(), at)
    } catch {
      failed(say.unsaved)
    }
  }
  function send() {
    if (choosing || typed === kept) return sending
    sending ??= once().finally(() => {
      sending = undefined
      if (typed !== kept && !choosing && status.className === 'ok') later(0)
    })
    return sending
  }
  box.addEventListener('input', () => {
    typed += 1
    if (!choosing) later(700)
  })
  box.addEventListener('change', () => later(0))
  return { send, pending: () => typed !== kept, stop: () => clearTimeout(timer) }
}

if (form) {
  let sent = false
  form.addEventListener('submit', event => {
    // What is under way is finished first, so that the form is not told of its own changes.
    if (sent || !parts.some(each => each.pending())) return void (sent = true)
    event.preventDefault()
    const { submitter } = event
    Promise.allSettled(parts.map(each => each.send())).then(() => {
      sent = true
      for (const each of parts) each.stop()
      form.requestSubmit(submitter)
    })
  })
  addEventListener('beforeunload', event => {
    if (!sent && parts.some(each => each.pending())) event.preventDefault()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') for (const each of parts) each.send()
  })
  addEventListener('online', () => { for (const each of parts) each.send() })
  form.addEventListener('keydown', event => {
    const { key, target, isComposing } = event
    const cell = target.dataset?.column
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[key]
    if (!cell || !step || isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const column = [...form.querySelectorAll('[data-column="' + cell + '"]')].filter(each => each.offsetParent)
    column[column.indexOf(target) + (event.shiftKey && key === 'Enter' ? -1 : step)]?.focus()
  })
  form.addEventListener('focusin', ({ target }) => {
    if (target.dataset?.column === 'score') target.select()
  })
}
`
