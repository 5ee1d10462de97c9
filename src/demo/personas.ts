import type { Role } from '../shared/actor.ts'

/** Whom one can play: three leads of one subdistrict, its staff, and two of the district's: one rates, one decides on appeals. */
export const personas = ['lead1', 'lead2', 'lead3', 'subdistrict', 'district', 'arbiter'] as const
export type Persona = (typeof personas)[number]

/** As what each is at work, and by which number its made-up name goes. */
export const parts: Readonly<Record<Persona, readonly [role: Role, number: number]>> = {
  lead1: ['lead', 1],
  lead2: ['lead', 2],
  lead3: ['lead', 3],
  subdistrict: ['subdistrict', 1],
  district: ['district', 1],
  arbiter: ['district', 2],
}

/** Where the personas are at home; the sample district has it. */
export const homeSubdistrict = '350203001000'

/** Made-up names are numbered, so that nobody takes them for somebody's. */
export function sampleName(role: Role, number: number): string {
  const two = String(number).padStart(2, '0')
  switch (role) {
    case 'lead':
      return `示例负责人${two}`
    case 'subdistrict':
      return `示例街道干部${two}`
    case 'district':
      return `示例区级干部${two}`
  }
}
