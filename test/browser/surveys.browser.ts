import { expect, test } from 'vitest'
import { district } from '../helpers/world.ts'
import { cli, openRound, results } from '../surveys/asking.ts'
import { brokenDates, describeInBrowser, expectAccessible, openPage } from './browser.ts'
import { openSite } from './site.ts'

const levels = ['非常满意', '满意', '满意', '基本满意', '非常满意', '不了解']

describeInBrowser('a satisfaction survey', () => {
  for (const [script, dark] of [
    [true, false],
    [false, true],
  ] as const) {
    test(`is answered on a phone (script ${script ? 'on' : 'off'}, ${dark ? 'dark' : 'light'})`, async () => {
      const site = await openSite()
      const { id, path } = await openRound(site)
      const phone = await openPage({ script, dark, lang: 'zh-CN' })
      const loaded: string[] = []
      phone.on('request', request => loaded.push(request.url()))
      const check = () => (script ? expectAccessible(phone) : Promise.resolve())

      await phone.goto(site.url + path)
      expect(loaded.filter(url => !url.startsWith('data:'))).toEqual([site.url + path])
      await check()
      await phone.getByText('大字').click()
      await check()
      for (const [at, level] of levels.entries())
        await phone.getByRole('radio', { name: level, exact: true }).nth(at).check()
      await phone.getByRole('textbox').fill('活动再多一些')
      await phone.getByRole('button', { name: '提交' }).click()
      expect(await phone.getByRole('status').textContent()).toContain('您的答卷已保存')
      expect(await phone.locator('#receipt').textContent()).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/)
      await check()
      await phone.reload()
      expect((await results(site, id)).total.valid).toBe(1)
      await phone.getByRole('link', { name: '为另一位居民填写' }).click()
      expect(await phone.getByRole('radio', { checked: true }).count()).toBe(0)
      await phone.getByRole('link', { name: 'English' }).click()
      expect(await phone.getByRole('button', { name: 'Send' }).count()).toBe(1)
    })
  }

  test('a page sent with a question left out says which, and keeps the rest', async () => {
    const site = await openSite()
    const { path } = await openRound(site)
    const phone = await openPage({ lang: 'zh-CN' })
    await phone.goto(site.url + path)
    await phone.getByRole('radio', { name: '满意', exact: true }).first().check()
    await phone.evaluate('document.querySelector("form").noValidate = true')
    await phone.getByRole('button', { name: '提交' }).click()
    await expectAccessible(phone)
    expect(await phone.getByRole('alert').getByRole('link').count()).toBe(5)
    expect(await phone.getByRole('radio', { checked: true }).count()).toBe(1)
  })

  for (const dark of [false, true]) {
    test(`is opened, watched, closed and published (${dark ? 'dark' : 'light'})`, async () => {
      const site = await openSite()
      site.actAs(district)
      const staff = await openPage({ width: dark ? 390 : 1280, dark, lang: 'zh-CN' })
      await staff.goto(`${site.url}/surveys`)
      await expectAccessible(staff)
      await staff.getByRole('link', { name: '发起调查' }).click()
      await expectAccessible(staff)
      await staff.getByLabel('截止日期').fill('2026-10-20')
      await staff.getByRole('button', { name: '发起调查' }).click()
      await expectAccessible(staff)
      const id = staff.url().split('/').at(-1) ?? ''
      await staff.getByRole('link', { name: '厦港街道', exact: true }).click()
      expect(await staff.locator('main').textContent()).toContain('鸿山社区')
      await expectAccessible(staff)
      await staff.getByRole('link', { name: '查看全部单位' }).click()
      await staff.getByRole('link', { name: '全部 99 个单位' }).click()
      expect(await staff.getByRole('row').count()).toBeGreaterThan(99)
      await expectAccessible(staff)
      for (const path of ['entry', 'texts', 'posters?of=350203001001']) {
        await staff.goto(`${site.url}/surveys/${id}/${path}`)
        await expectAccessible(staff)
        await staff.setViewportSize({ width: 360, height: 800 })
        expect(await brokenDates(staff)).toEqual([])
        await staff.setViewportSize({ width: dark ? 390 : 1280, height: 844 })
      }
      await cli(site, 'survey', 'close', id)
      await staff.goto(`${site.url}/r/${id}`)
      await expectAccessible(staff)
      await staff.goto(`${site.url}/surveys/${id}`)
      await expectAccessible(staff)
    })
  }
})
