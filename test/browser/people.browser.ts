import { expect, test } from 'vitest'
import { enrol } from '../helpers/people.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'
import { openSite } from './site.ts'

describeInBrowser('people', () => {
  for (const dark of [false, true]) {
    test(`come in, invite, hand over, and look after their account (${dark ? 'dark' : 'light'})`, async () => {
      const site = await openSite({ chatLink: code => `https://t.me/slc_bot?start=${code}` })
      const office = await enrol(site, '周主任', 'district', '350203000000')
      const page = await openPage({ dark })
      await page.goto(`${site.url}/sign-in`)
      await expectAccessible(page)
      await page.goto(`${site.url}/invitation/${office.secret}`)
      await expectAccessible(page)
      await page.locator('main button').click()

      await page.goto(`${site.url}/people/invite`)
      await expectAccessible(page)
      await page.getByLabel('Name').fill('王芳')
      await page.getByLabel('Unit').selectOption('350203001001')
      await page.locator('main button').click()
      expect(await page.locator('h1').textContent()).toBe('王芳 is invited')
      await expectAccessible(page)

      await page.goto(`${site.url}/people/import`)
      await expectAccessible(page)
      const list = 'name,role,unit\n李强,lead,350203005002\n赵敏,lead,350203005005\n'
      await page
        .getByLabel('File')
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
      await page.getByRole('button', { name: 'Check first' }).click()
      await expectAccessible(page)
      await page
        .getByLabel('File')
        .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
      await page.getByRole('button', { name: 'Invite' }).click()
      await expectAccessible(page)
      const download = page.waitForEvent('download')
      await page.getByText('Download the links (CSV)').click()
      expect((await download).suggestedFilename()).toBe('invitations.csv')

      await page.goto(`${site.url}/people`)
      await expectAccessible(page)
      await page.getByRole('link', { name: '王芳' }).click()
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Hand over' }).click()
      await expectAccessible(page)
      await page.getByLabel('Name of the successor').fill('孙丽')
      await page.locator('main button').click()
      expect(await page.locator('h1').textContent()).toBe('Handed over to 孙丽')

      await page.goto(`${site.url}/account`)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Get a code' }).click()
      await expectAccessible(page)
    })
  }
})
