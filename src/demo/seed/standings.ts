import { ratings } from '../../ratings/store.ts'
import { plusDays } from '../../shared/time.ts'
import { addHighlight } from '../../standings/highlight-desk.ts'
import { candidates, listCommunity } from '../../standings/lagging-desk.ts'
import { handOverAll } from '../../standings/plaque-desk.ts'
import { actor, granted, moment, type Staff, today, type Workshop } from './workshop.ts'

const examples = [
  ['会员之家', '把会员之家设在小区入口，每周固定开放三次，公布全年活动安排。（示例）'],
  ['活动公开', '协会经费和活动每季度在公示栏和居民群公开，接受会员提问。（示例）'],
  ['志愿服务', '会员小组轮流组织健康知识讲座，全年 12 场，会员参与面逐月提高。（示例）'],
] as const

/** What follows from the grades by the end of November: plaques, help for communities below 合格, highlights. */
export function seedStandings({ kit, agenda }: Workshop, staff: Staff, cycle: string): void {
  const by = actor(staff.district)
  agenda.at(moment(kit, `${cycle}-11-23 10:00`), async () => {
    const named = (await kit.store.list(ratings, 'cycle', cycle)).filter(({ certificate }) => certificate)
    const present = named.filter((_, at) => at % 6 !== 5).map(({ id }) => id)
    granted(await handOverAll(kit, by, present, today(kit)))
  })
  agenda.at(moment(kit, `${cycle}-11-23 15:00`), async () => {
    for (const { community, subdistrict } of (await candidates(kit.store, today(kit))).slice(0, 3)) {
      const listing = {
        reasons: '例会召开不足，报酬未按时发放。（示例）',
        helper: { unit: subdistrict, post: '街道计生协会秘书长' },
        plan: '补齐例会和活动台账，落实报酬发放，每月到社区指导一次。（示例）',
        checks: [26, 60, 90].map(days => plusDays(today(kit), days)),
      }
      granted(await listCommunity(kit, by, { cycle, community }, listing))
    }
  })
  for (const [at, unit] of staff.tree.ofLevel('subdistrict').entries()) {
    const clerk = staff.subdistricts.get(unit.id)
    const [theme, text] = examples[at % examples.length] ?? examples[0]
    if (!clerk || at % 5 === 4) continue
    agenda.at(moment(kit, `${cycle}-11-10 16:30`), async () =>
      granted(await addHighlight(kit, actor(clerk), { unit: unit.id, theme, text })),
    )
  }
}
