import type { Evidence } from './evidence.ts'
import type { Rating } from './rating.ts'

type Where = Pick<Rating, 'cycle' | 'community'>

export function ratingPath({ cycle, community }: Where): string {
  return `/ratings/${cycle}/${community}`
}

/** The appeal's place on a rating's page. */
export function appealPath(rating: Where): string {
  return `${ratingPath(rating)}#appeal`
}

/** The page of an item's files. */
export function evidencePath(rating: Where, item: string): string {
  return `${ratingPath(rating)}/evidence/${item}`
}

/** A file itself; with `?small` its thumbnail. */
export function filePath(rating: Where, { id }: Pick<Evidence, 'id'>): string {
  return `${ratingPath(rating)}/files/${id}`
}

/** The public notice of a cycle. */
export function noticePath({ id }: { readonly id: string }): string {
  return `/notice/${id}`
}

/** The yearly reviews of what a cycle has named. */
export function reviewsPath({ id }: { readonly id: string }): string {
  return `/ratings/${id}/reviews`
}

/** Where the district says where one objects to it. */
export function objectToPath({ id }: { readonly id: string }): string {
  return `/ratings/${id}/notice`
}
