import { expect, test } from 'vitest'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { meetings } from '../../src/meetings/store.ts'
import { granted } from '../helpers/people.ts'
import { subdistrict } from '../helpers/world.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'
import { openSite } from './site.ts'

const unit = '350203001000'

describeInBrowser('the minutes of a meeting', () => {
  for (const [width, dark] of [
    [360, false],
    [1280, true],
  ] as const) {
    test(`save themselves, and tell where two wrote at once (${width} px, ${dark ? 'dark' : 'light'})`, async () => {
      const site = await openSite({ now: '2026-10-12T02:00:00Z' })
      const input = { level: 'subdistrict' as const, unit, rule: 'FREQ=MONTHLY;BYDAY=2TU', time: '09:30' }
      granted(await plan(site.kit, loadHolidays(), input))
      const id = (await site.store.list(meetings, 'unit', unit))[0]?.id ?? ''
      site.clock.set('2026-10-13T02:40:00Z')
      site.actAs(subdistrict)
      const address = `${site.url}/meetings/${id}/minutes/edit`
      const [one, other] = [await openPage({ width, dark }), await openPage({ width, dark })]
      const points = (page: typeof one) => page.locator('[name="points.t1"]')
      const state = (page: typeof one) => page.locator('[data-state]')
      await one.goto(address)
      await other.goto(address)
      await points(one).fill('传达区例会精神')
      await state(one).filter({ hasText: 'Saved' }).waitFor()
      expect((await site.store.get(meetings, id)).minutes?.items[0]?.points).toBe('传达区例会精神')
      await points(other).fill('传达市里精神')
      await state(other).filter({ hasText: 'Somebody else changed this' }).waitFor()
      await other.getByRole('button', { name: 'Save', exact: true }).click()
      await other.getByRole('alert').filter({ hasText: '传达区例会精神' }).waitFor()
      expect(await points(other).inputValue()).toBe('传达市里精神')
      await expectAccessible(other)
    })
  }
})
