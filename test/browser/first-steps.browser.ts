import { expect, test } from 'vitest'
import { firstLink } from '../../src/people/links.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'
import { openSite } from './site.ts'

describeInBrowser('the first start', () => {
  for (const dark of [false, true]) {
    test(`leads from the link to a district with units (${dark ? 'dark' : 'light'})`, async () => {
      const site = await openSite({ units: false })
      const page = await openPage({ dark })
      await page.goto(site.url)
      await expectAccessible(page)

      await page.goto((await firstLink(site.kit, 'en')) ?? '')
      await expectAccessible(page)
      await page.locator('main button').click()

      await expectAccessible(page)
      await page.getByRole('button', { name: 'Load the sample district' }).click()
      await page.goto(`${site.url}/units`)
      expect(await page.locator('main').textContent()).toContain('10 subdistricts, 99 communities')
      await expectAccessible(page)

      for (const path of [
        '/',
        '/units/import',
        '/units/events',
        '/summary',
        '/ratings',
        '/followups',
        '/deliveries',
      ]) {
        await page.goto(site.url + path)
        await expectAccessible(page)
      }
    })
  }
})
