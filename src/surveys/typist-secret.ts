import { z } from 'zod'

/** What the marks of a round's typists are made with, so that nobody finds a person by trying them all. */
export const typistSecretSchema = z.object({ id: z.string(), secret: z.string().min(20) }).readonly()
