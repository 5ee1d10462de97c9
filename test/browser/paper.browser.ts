import { expect, test } from 'vitest'
import type { Actor } from '../../src/shared/actor.ts'
import { subdistrict } from '../helpers/world.ts'
import { answer, openRound, results } from '../surveys/asking.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'
import { openSite } from './site.ts'

const other: Actor = { ...subdistrict, id: 'subdistrict-2' }

describeInBrowser('answers on paper', () => {
  test('are typed with one key a question, form after form, and again by another person', async () => {
    const site = await openSite()
    const { id } = await openRound(site)
    site.actAs(subdistrict)
    const staff = await openPage({ width: 1280, lang: 'zh-CN' })
    await staff.goto(`${site.url}/surveys/${id}/entry`)
    await expectAccessible(staff)
    expect(await staff.locator('#_unit').inputValue()).toBe('')
    expect(await staff.evaluate('document.activeElement.id')).toBe('_unit')
    await staff.locator('#_unit').selectOption('350203001001')
    await staff.keyboard.press('Enter')
    await staff.keyboard.type('7')
    await staff.keyboard.press('Enter')
    await staff.keyboard.type('54')
    await staff.keyboard.press('Backspace')
    await staff.keyboard.type('554430')
    await staff.keyboard.type('多办活动')
    await staff.keyboard.press('Enter')
    expect(await staff.getByRole('status').textContent()).toContain('已录入')
    expect(await staff.locator('#_number').inputValue()).toBe('8')
    // A form is nothing but digits and Enter from here on.
    for (const digits of ['111111', '543210', '000000']) {
      await staff.keyboard.type(digits)
      await Promise.all([staff.waitForNavigation(), staff.keyboard.press('Enter')])
    }
    expect(await staff.locator('#_number').inputValue()).toBe('11')
    // What is wrong is where one goes on.
    await staff.keyboard.type('55')
    await staff.evaluate('document.getElementById("entry").noValidate = true')
    await Promise.all([staff.waitForNavigation(), staff.keyboard.press('Enter')])
    await staff.keyboard.type('4444')
    await Promise.all([staff.waitForNavigation(), staff.keyboard.press('Enter')])
    expect(await staff.locator('#_number').inputValue()).toBe('12')
    const { levels, dontKnow } = (await results(site, id)).total
    expect([levels, dontKnow]).toEqual([[3, 0, 0, 0, 1], 1])

    site.actAs(other)
    await staff.goto(`${site.url}/surveys/${id}/double`)
    await expectAccessible(staff)
    await staff.locator('main .actions a').first().click()
    await expectAccessible(staff)
    await staff.keyboard.type('222222')
    await Promise.all([staff.waitForNavigation(), staff.keyboard.press('Enter')])
    expect(await staff.getByRole('status').textContent()).toContain('不一致')
    await staff.goto(`${site.url}/surveys/${id}/double`)
    await staff.getByRole('link', { name: /项不一致/ }).click()
    await expectAccessible(staff)
    for (const box of await staff.getByRole('radio', { name: /二次录入/ }).all()) await box.check()
    await staff.getByRole('button', { name: '保存核对结果' }).click()
    expect(await staff.locator('main').textContent()).toContain('已更正答卷 1 份')
    await expectAccessible(staff)
    expect((await results(site, id)).total.levels[3]).toBe(1)
  })

  test('are counted live, unit by unit, and have a page for tables', async () => {
    const site = await openSite()
    const { id, path } = await openRound(site)
    site.actAs(subdistrict)
    const phone = await openPage({ lang: 'zh-CN', dark: true })
    await phone.goto(`${site.url}/surveys/${id}/import`)
    await expectAccessible(phone)
    await phone.goto(`${site.url}/surveys/${id}/progress`)
    await expectAccessible(phone)
    await answer(site, path)
    await phone.getByText('合计有效 1 份').waitFor()
    await expectAccessible(phone)
    // A board that nobody looks at any more asks nothing of a store that is closed.
    await phone.goto('about:blank')
  })
})
