import { expect, test } from 'vitest'
import { district, lead } from '../helpers/world.ts'
import { newAskingWorld } from './asking.ts'

test('the paper questionnaire of a unit has every question and every choice of the form, and room for its number', async () => {
  const world = await newAskingWorld()
  world.actAs(district)
  const [link] = world.round.links
  const paper = await world.get(`/surveys/${world.round.id}/paper?of=${link?.code}`, {
    'accept-language': 'zh-CN',
  })
  expect(paper.status).toBe(200)
  const page = await paper.text()
  expect(page).toContain(link?.name)
  expect(page).toContain('问卷编号')
  expect(page.match(/<li>非常满意<\/li>/g)).toHaveLength(6)
  expect(page.match(/<li>不了解<\/li>/g)).toHaveLength(6)
  expect(page).toContain('1. 总的来说，您对社区计生协会的工作和服务是否满意？')
  expect(page).toMatch(/7\. [^<]+<\/p>(<p>[^<]*<\/p>)?<div class="line">/)
  expect(page).not.toContain('<input')
  // Style sheets are not read as HTML: an escaped quotation mark would end them.
  expect(/<style[^>]*>(.*?)<\/style>/s.exec(page)?.[1]).not.toContain('&')
})

test('a lead prints the own community’s questionnaire and no other', async () => {
  const world = await newAskingWorld()
  world.actAs(lead)
  const [own, other] = world.round.links
  const status = async (code = '') => (await world.get(`/surveys/${world.round.id}/paper?of=${code}`)).status
  expect([await status(own?.code), await status(other?.code)]).toEqual([200, 403])
})
