// Scheduling: grades, memory states, learning steps, FSRS behind MemoryModel.
// Imports domain only; ts-fsrs only in fsrs.ts.

/** 1 Again (forgot), 2 Hard, 3 Good, 4 Easy. Hard is a pass. */
export type Grade = 1 | 2 | 3 | 4
export const grades = [1, 2, 3, 4] as const satisfies readonly Grade[]
