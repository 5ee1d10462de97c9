import { expect, test } from 'vitest'
import { ratings } from '../../src/ratings/store.ts'
import { district, lead, subdistrict } from '../helpers/world.ts'
import { excellent, fieldsOf, theRubric } from '../ratings/rubric.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'
import { openSite, type Site } from './site.ts'

const code = '350203001001'
const at = `/ratings/2026/${code}`
const id = `2026-${code}`

async function withCycle(): Promise<Site> {
  const site = await openSite({ now: '2026-10-05T01:30:00Z' })
  site.actAs(district)
  await site.post('/ratings', { year: '2026' }, { origin: site.url })
  site.actAs(lead)
  return site
}

async function handedIn(site: Site): Promise<void> {
  for (const section of theRubric().sections) {
    const base = String((await site.store.get(ratings, id)).revision)
    const fields = { ...fieldsOf(section.id, excellent), base }
    await site.post(`${at}/self/${section.id}`, fields, { origin: site.url })
  }
  await site.post(`${at}/submit`, { target: 'firstClass' }, { origin: site.url })
}

describeInBrowser('the forms of a rating', () => {
  for (const dark of [false, true]) {
    test(`save themselves on a phone, and let two people choose (${dark ? 'dark' : 'light'})`, async () => {
      const site = await withCycle()
      const phone = await openPage({ dark, width: 360, lang: 'zh-CN' })
      await phone.goto(`${site.url}${at}/self/A`)
      const item = phone.locator('#A3')
      const status = item.locator('[data-status]')
      await item.getByRole('textbox').first().fill('280')
      await status.filter({ hasText: '已保存 09:30' }).waitFor()
      expect((await site.store.get(ratings, id)).values).toEqual({ members: 280 })
      await expectAccessible(phone)

      const tablet = await openPage({ dark, lang: 'zh-CN' })
      await tablet.goto(`${site.url}${at}/self/A`)
      const there = tablet.locator('#A3').getByRole('textbox').first()
      expect(await there.inputValue()).toBe('280')
      await there.fill('300')
      await tablet.locator('#A3 [data-status]').filter({ hasText: '已保存' }).waitFor()

      await item.getByRole('textbox').first().fill('250')
      await status.filter({ hasText: '请选择' }).waitFor()
      expect(await status.textContent()).toContain('lead-1 已将“280”改为“300”')
      expect((await site.store.get(ratings, id)).values.members).toBe(300)
      await expectAccessible(phone)
      await item.getByRole('button', { name: '以我填写的为准' }).click()
      await status.filter({ hasText: '已保存' }).waitFor()
      expect((await site.store.get(ratings, id)).values.members).toBe(250)

      await item.getByRole('textbox').first().fill('很多')
      await phone.locator('#A3[data-wrong]').waitFor()
      await expectAccessible(phone)
      await item.getByRole('textbox').first().fill('260')
      await phone.getByRole('button', { name: '保存并继续' }).click()
      await phone.waitForURL(`**${at}/self/B?saved`)
      expect((await site.store.get(ratings, id)).values.members).toBe(260)
    })

    test(`are a table with a keyboard for a reviewer (${dark ? 'dark' : 'light'})`, async () => {
      const site = await withCycle()
      await handedIn(site)
      const staff = await openPage({ dark, width: 1280, lang: 'zh-CN' })
      site.actAs(subdistrict)
      await staff.goto(`${site.url}${at}/review`)
      await expectAccessible(staff)
      await staff.getByLabel('A1 得分').focus()
      await staff.keyboard.press('ArrowDown')
      await staff.keyboard.press('Enter')
      expect(await staff.evaluate('document.activeElement.name')).toBe('score-A3')
      await staff.keyboard.press('ArrowUp')
      expect(await staff.evaluate('document.activeElement.name')).toBe('score-A2')
      await staff.keyboard.type('3')
      await staff.keyboard.press('Tab')
      await staff.locator('#A2[data-wrong]').waitFor()
      expect(await staff.locator('#A2 [data-status]').textContent()).toContain('A2')
      await staff.keyboard.type('换届后缺一类代表')
      await staff.locator('#A2 [data-status]').filter({ hasText: '已保存' }).waitFor()
      expect((await site.store.get(ratings, id)).subdistrictReview).toMatchObject({
        scores: { A2: 3 },
        reasons: { A2: '换届后缺一类代表' },
      })
      await staff.getByLabel('只看有差异').check()
      expect(await staff.locator('tbody tr:visible').count()).toBe(1)
      await staff.getByLabel('只看未评').check()
      expect(await staff.locator('tbody tr:visible').count()).toBe(theRubric().items.length - 1)
      expect(await staff.locator('#A2').isVisible()).toBe(false)
      await expectAccessible(staff)
      await staff.getByLabel('全部条目').check()
      await staff.locator('#E1').scrollIntoViewIfNeeded()
      const head = await staff.locator('thead th').first().boundingBox()
      expect(head?.y).toBeGreaterThanOrEqual(0)

      const phone = await openPage({ dark, width: 360, lang: 'zh-CN' })
      await phone.goto(`${site.url}${at}/review`)
      await expectAccessible(phone)
    })
  }

  test('say that nothing was saved while the server does not answer, and save when it does again', async () => {
    const site = await withCycle()
    const phone = await openPage({ width: 360, lang: 'zh-CN' })
    await phone.goto(`${site.url}${at}/self/A`)
    await phone.route('**/items/A3', route => route.abort())
    const item = phone.locator('#A3')
    await item.getByRole('textbox').first().fill('280')
    await item.getByRole('button', { name: '立即重试' }).waitFor()
    expect(await item.locator('[data-status]').textContent()).toContain('未保存')
    await phone.unroute('**/items/A3')
    await item.getByRole('button', { name: '立即重试' }).click()
    await item.locator('[data-status]').filter({ hasText: '已保存' }).waitFor()
    expect((await site.store.get(ratings, id)).values.members).toBe(280)
  })
})
