import * as v from 'valibot'
import { flags } from '#domain/study/marks.ts'
import { Count, Day } from './common.ts'

export const FlagShape = v.picklist(flags)

/** What the learner has set on a card. */
export const MarksShape = v.object({
  isSuspended: v.boolean(),
  isDeleted: v.boolean(),
  buriedDay: v.nullable(Day),
  flag: FlagShape,
  leechSettled: v.nullable(Count),
})
