import { expect, test } from 'vitest'
import { followUps } from '../../src/followups/store.ts'
import { meetings } from '../../src/meetings/store.ts'
import { enrol, signIn } from '../helpers/people.ts'
import { subdistrict } from '../helpers/world.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'
import { openSite } from './site.ts'

const unit = '350203001000'
const community = '350203001001'

describeInBrowser('meetings', () => {
  for (const dark of [false, true]) {
    test(`are planned, signed in to, shown live and followed up (${dark ? 'dark' : 'light'})`, async () => {
      const site = await openSite({ now: '2026-10-12T02:00:00Z' })
      const lead = await enrol(site, '王芳', 'lead', community)
      site.actAs(subdistrict)
      const page = await openPage({ dark })
      await page.goto(`${site.url}/meetings`)
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Plan a series' }).click()
      await expectAccessible(page)
      await page.getByLabel('Level').selectOption('subdistrict')
      await page.getByLabel('Which one').selectOption('2')
      await page.getByLabel('Place').fill('三楼会议室')
      await page.locator('main button').click()
      await expectAccessible(page)

      const [meeting] = await site.store.list(meetings, 'unit', unit)
      site.clock.set('2026-10-13T01:20:00Z')
      await page.goto(`${site.url}/meetings/${meeting?.id}`)
      await expectAccessible(page)
      expect(await page.locator('#board .figure').first().textContent()).toBe('0 / 1')

      // The lead signs in elsewhere: the board changes by itself.
      site.actAs(undefined)
      const { cookie } = await signIn(site, lead.person)
      await site.web.request(`${site.url}/meetings/${meeting?.id}/sign-in`, {
        method: 'POST',
        headers: { cookie, origin: site.url },
      })
      await page.locator('#board', { hasText: '1 / 1' }).waitFor()
      await expectAccessible(page)

      site.actAs(subdistrict)
      site.clock.set('2026-10-13T03:10:00Z')
      await page.reload()
      await page.getByText('Correct a sign-in').click()
      await expectAccessible(page)
      await page.goto(`${site.url}/meetings/${meeting?.id}/minutes/edit`)
      await page.getByLabel('Resolution').fill('更新会员小组名册')
      await page.getByLabel('Due date').fill('2026-10-30')
      await page.getByRole('button', { name: 'Add the resolution' }).click()
      await expectAccessible(page)
      expect(await site.store.all(followUps)).toEqual([])
      await page.getByLabel('Responsible unit').selectOption(community)
      await page.getByRole('button', { name: 'Add the resolution' }).click()
      await expectAccessible(page)
      await page.goto(`${site.url}/followups`)
      await expectAccessible(page)
      await page.getByRole('link', { name: '更新会员小组名册' }).click()
      await expectAccessible(page)
    })
  }

  test('what is typed into minutes while they are being saved is saved, too', async () => {
    const site = await openSite({ now: '2026-10-12T02:00:00Z' })
    site.actAs(subdistrict)
    await site.post('/meetings/plan', { level: 'subdistrict', unit, nth: '2', weekday: 'TU', time: '09:30' })
    const [meeting] = await site.store.list(meetings, 'unit', unit)
    site.clock.set('2026-10-13T03:10:00Z')
    const page = await openPage()
    await page.goto(`${site.url}/meetings/${meeting?.id}/minutes/edit`)
    let isSlow = true
    await page.route('**/minutes', async route => {
      // Longer than the pause after which the next change wants to be saved.
      if (isSlow) await new Promise(resolve => setTimeout(resolve, 3000))
      isSlow = false
      await route.continue()
    })
    const place = page.locator('[name="place"]')
    const first = page.waitForRequest('**/minutes')
    await place.fill('三楼')
    await first
    await place.fill('三楼会议室')
    await expect
      .poll(async () => (await site.store.get(meetings, meeting?.id ?? '')).minutes?.place, {
        timeout: 10_000,
      })
      .toBe('三楼会议室')
  })

  test('a lead signs in on a phone without script', async () => {
    const site = await openSite({ now: '2026-10-12T02:00:00Z' })
    const lead = await enrol(site, '王芳', 'lead', community)
    site.actAs(subdistrict)
    const page = await openPage({ script: false, lang: 'zh-CN' })
    await site.post('/meetings/plan', { level: 'subdistrict', unit, nth: '2', weekday: 'TU', time: '09:30' })
    site.actAs({ ...subdistrict, id: lead.person.id, duties: [{ role: 'lead', unit: community }] })
    site.clock.set('2026-10-13T01:20:00Z')
    await page.goto(`${site.url}/meetings`)
    await page.getByRole('link', { name: '去签到' }).click()
    await page.getByRole('button', { name: '签到', exact: true }).click()
    expect(await page.locator('.notice').first().textContent()).toBe('您的签到：出席 09:20')
  })
})
