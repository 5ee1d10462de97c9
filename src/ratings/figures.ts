import { z } from 'zod'
import { rememberBeside } from '../shared/remember.ts'
import { type PlainDate, plainDateSchema } from '../shared/time.ts'

/** Where a figure of an item comes from; `reported` is what the association says of itself. */
export const sources = [
  'reported',
  'units',
  'meetings',
  'inspections',
  'followups',
  'surveys',
  'registers',
  'veto',
] as const
export type Source = (typeof sources)[number]

/** The figures that other parts of the product can work out; a rubric says which it uses and where they belong. */
export const figureNames = [
  /** Residents of the community. */
  'residents',
  /** Group leaders expected and present, summed over the community's monthly meetings of the cycle. */
  'leadersExpected',
  'leadersPresent',
  /** Months of the cycle in which a community meeting was due, and in which one was held. */
  'meetingsDue',
  'meetingsHeld',
  /** Mean of the inspected meetings' points, 0 to 100; absent when none was inspected. */
  'inspectionMean',
  /** Resolutions whose due date has come, and of these the ones closed by then. */
  'resolutionsDue',
  'resolutionsOnTime',
  /** Valid answers, and the official rate of the round as a share from 0 to 1. */
  'satisfactionValid',
  'satisfactionRate',
  /** Cases of negative ratings, and of these the ones answered and verified in time. */
  'negativeCases',
  'negativeAnswered',
  /** Rectification items not closed, and of these the ones overdue by more than the rubric's days. */
  'majorOpen',
  'majorOverdue',
  /** What the registers keep of leadership, council, members, groups, funds and rewards, as the form asks for it. */
  'posts',
  'termState',
  'councilSize',
  'councilCategories',
  'councilChangesRecorded',
  'members',
  'membersUpdated',
  'groups',
  'leaders',
  'groupsCoverAll',
  'fundsPlanned',
  'fundsReceived',
  'fundsVouchered',
  'viceDue',
  'vicePaid',
  'leadersDue',
  'leadersPaid',
  'fiveGoodGroups',
  'groupMonthsActive',
  'groupsPublicity',
  /** Whether a falsification was proven in the cycle; set by a veto. */
  'falsified',
] as const
export type FigureName = (typeof figureNames)[number]

const figureSchema = z
  .object({
    /** Texts are choices of the question that has the figure’s name. */
    value: z.union([z.number(), z.boolean(), z.string(), z.array(z.string()).readonly()]),
    /** The day the figure is of. */
    asOf: plainDateSchema,
    /** Where its records are shown: a path on this site. */
    link: z.string().startsWith('/').optional(),
  })
  .readonly()
export type Figure = z.infer<typeof figureSchema>

/** What the records say of one community in one cycle. A figure that is not known is left out, never zero. */
export const computedFiguresSchema = z.partialRecord(z.enum(figureNames), figureSchema).readonly()
export type ComputedFigures = z.infer<typeof computedFiguresSchema>

/** What figures are asked for: a community's within a cycle, both days included, as known on `asOf`. */
export interface FigureQuery {
  readonly community: string
  readonly starts: PlainDate
  readonly ends: PlainDate
  readonly asOf: PlainDate
  /** After how many days a rectification item counts as long overdue. */
  readonly overdueDays: number
}

/** The figures that a rubric uses: of others it knows nothing, and asks the association as it always did. */
export function figuresNamed(
  figures: ComputedFigures,
  used: readonly { readonly name: FigureName }[],
): ComputedFigures {
  return Object.fromEntries(used.flatMap(({ name }) => (figures[name] ? [[name, figures[name]]] : [])))
}

const told = rememberBeside((figures: ComputedFigures) => JSON.stringify(figures))

/** Whether they say the same, of the same day. */
export function sameFigures(one: ComputedFigures, other: ComputedFigures): boolean {
  return told(one) === told(other)
}

/** Passed in by the root, which asks the rooms that keep the records. */
export type FiguresOf = (query: FigureQuery) => Promise<ComputedFigures>

/** Puts the figures over what was reported: what the records know is not asked. */
export function withFigures(
  reported: Readonly<Record<string, unknown>>,
  figures: ComputedFigures,
): Readonly<Record<string, unknown>> {
  const known = Object.entries(figures).map(([name, figure]) => [name, figure?.value] as const)
  return { ...reported, ...Object.fromEntries(known) }
}
