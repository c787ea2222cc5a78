import * as v from 'valibot'
import { Count, Instant } from './common.ts'

/** Parameters of the memory model: how many answers there are to fit to, all sets that were fitted, the one in use. */
export const Parameters = v.object({
  answers: Count,
  /** Nothing is fitted to fewer answers. */
  needed: Count,
  /** Null stands for the defaults. */
  current: v.nullable(Count),
  /** Newest first. Losses are mean log losses: lower predicts better; before is that of the defaults. */
  sets: v.array(
    v.object({
      setId: Count,
      params: v.array(v.number()),
      answers: Count,
      lossBefore: v.number(),
      lossAfter: v.number(),
      fittedAt: Instant,
    }),
  ),
})
