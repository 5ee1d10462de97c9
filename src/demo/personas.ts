import type { Role } from '../shared/actor.ts'

/** Whom one can play: three leads of one subdistrict, its staff, and the district's. */
export const personas = ['lead1', 'lead2', 'lead3', 'subdistrict', 'district'] as const
export type Persona = (typeof personas)[number]

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
