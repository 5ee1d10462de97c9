import { expect } from 'vitest'

/** A refused form comes back with a sentence at its field, a link to it at the head of the page, and what was sent. */
export async function refusedAt(answer: Response, field: string, kept: string): Promise<void> {
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain(`<a href="#${field}">`)
  expect(html).toContain(`id="${field}"`)
  expect(html).toContain('class="fault"')
  expect(html).toContain(kept)
}
