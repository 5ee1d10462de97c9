import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ratings } from '../../src/ratings/store.ts'
import { district, lead, subdistrict } from '../helpers/world.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'
import { openSite } from './site.ts'

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 24, height: 16, channels: 3, background: '#1b6e3c' } })
    .png()
    .toBuffer()
}

const at = '/ratings/2026/350203001001'

describeInBrowser('a rating', () => {
  for (const dark of [false, true]) {
    // Some twenty pages, each looked at whole.
    test(`is filled in on a phone and accepted in a table (${dark ? 'dark' : 'light'})`, {
      timeout: 180_000,
    }, async () => {
      const site = await openSite({ now: '2026-10-05T01:30:00Z' })
      const staff = await openPage({ dark, width: 1280, lang: 'zh-CN' })
      site.actAs(district)
      await staff.goto(`${site.url}/ratings`)
      await expectAccessible(staff)
      await staff.getByRole('button', { name: '开启评定周期' }).click()
      await expectAccessible(staff)

      const phone = await openPage({ dark, lang: 'zh-CN' })
      site.actAs(lead)
      await phone.goto(`${site.url}/ratings`)
      await expectAccessible(phone)
      await phone.getByRole('link', { name: '填写自评' }).click()
      for (const section of ['A', 'B', 'C', 'D', 'E', 'F']) {
        await expectAccessible(phone)
        for (const box of await phone.getByRole('checkbox').all()) await box.check()
        for (const yes of await phone.getByRole('radio', { name: /^(是|任期内)$/ }).all()) await yes.check()
        for (const field of await phone.locator('article input[inputmode=decimal]').all()) {
          if ((await field.inputValue()) === '') await field.fill('4')
        }
        // What is still under way is saved first; then the page changes.
        const loaded = phone.waitForEvent('load')
        await phone.getByRole('button', { name: '保存并继续' }).click()
        await loaded
        expect(await phone.getByRole('status').textContent(), section).toContain('已保存')
      }
      await phone.locator('#F1').getByRole('link', { name: '佐证材料（0）' }).click()
      await expectAccessible(phone)
      await phone.getByLabel('添加文件').setInputFiles([
        { name: 'IMG_1.png', mimeType: 'image/png', buffer: await picture() },
        { name: '名单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      ])
      await phone.getByRole('button', { name: '上传' }).click()
      expect(await phone.getByRole('status').textContent()).toContain('已保存')
      expect(
        await phone.locator('img').evaluate(async shown => {
          const img = shown as unknown as { decode: () => Promise<void>; naturalWidth: number }
          await img.decode()
          return img.naturalWidth
        }),
      ).toBe(24)
      await expectAccessible(phone)
      await phone
        .getByLabel('添加文件')
        .setInputFiles([
          { name: 'IMG_2.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic') },
        ])
      await phone.getByRole('button', { name: '上传' }).click()
      expect(await phone.locator('.faults').textContent()).toContain('兼容性最佳')
      await expectAccessible(phone)
      await phone.getByRole('link', { name: '返回填写' }).click()
      await phone.getByText('提交申报').first().click()
      await phone.getByRole('radio', { name: '一流' }).check()
      await expectAccessible(phone)
      await phone.getByRole('button', { name: '提交申报' }).click()
      expect(await phone.locator('main').textContent()).toContain('已申报')
      await expectAccessible(phone)

      site.actAs(subdistrict)
      await staff.goto(`${site.url}${at}/review`)
      await expectAccessible(staff)
      const score = staff.getByLabel('E1 得分')
      await score.focus()
      await score.fill('4')
      await staff.keyboard.press('Tab')
      await staff.keyboard.type('只有 8 次有记录')
      await staff.locator('#E1').getByText('整改', { exact: true }).click()
      await staff.getByLabel('E1 整改措施').fill('补齐活动记录')
      await staff.getByLabel('E1 整改期限').fill('2026-12-01')
      await expectAccessible(staff)
      await staff.getByRole('button', { name: '保存并通过验收' }).click()
      await staff.waitForURL(`**${at}`)
      await expectAccessible(staff)
      const rating = await site.store.get(ratings, '2026-350203001001')
      expect([rating.state, rating.subdistrictReview?.reasons.E1]).toEqual([
        'subdistrictAccepted',
        '只有 8 次有记录',
      ])
      site.actAs(district)
      await staff.goto(`${site.url}/ratings/2026`)
      await expectAccessible(staff)
      await staff.getByRole('link', { name: '评分公平性' }).click()
      await expectAccessible(staff)
      await staff.goBack()
      await staff.getByRole('link', { name: '试算新评估表' }).click()
      await staff.getByLabel('评估表草案').setInputFiles('surveys/rating.json')
      await staff.getByRole('button', { name: '试算' }).click()
      expect(await staff.locator('main').textContent()).toContain('比较了 1 个社区')
      await expectAccessible(staff)
      await staff.goto(`${site.url}${at}`)
      await staff.locator('summary', { hasText: '宣传服务' }).click()
      await staff.getByRole('link', { name: /补齐活动记录/ }).click()
      await expectAccessible(staff)
    })
  }
})
