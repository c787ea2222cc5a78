/** Nouns that end the name of a job. Singular; plurals are derived. */
export const roleNouns: ReadonlySet<string> = new Set(
  `engineer scientist specialist architect analyst owner manager developer administrator lead leader officer director
  designer consultant coordinator technician nurse pharmacist physician surgeon therapist assistant associate
  accountant auditor controller treasurer bookkeeper buyer planner scheduler dispatcher supervisor foreman operator
  inspector tester programmer researcher statistician strategist advisor adviser representative recruiter trainer
  teacher instructor tutor librarian editor writer journalist producer publisher translator interpreter lawyer
  attorney paralegal clerk secretary receptionist cashier driver pilot captain chef cook waiter bartender
  housekeeper janitor guard steward custodian curator archivist broker trader underwriter actuary agent executive
  president principal chair chairperson head partner founder sponsor champion facilitator moderator master
  mechanic electrician plumber carpenter welder machinist surveyor geologist chemist biologist physicist
  psychologist counselor counsellor caseworker paramedic midwife dentist radiologist veterinarian optometrist
  dietitian caregiver volunteer responder investigator detective firefighter marshal warden ranger estimator
  merchandiser marketer copywriter photographer illustrator animator composer conductor choreographer comptroller
  registrar dean professor lecturer apprentice intern trainee storekeeper warehouseman courier conservator baker
  checker reporter maker keeper handler cleaner packer picker painter builder gardener tailor brewer butcher farmer fitter
  roofer glazier miner sailor steward usher porter maid nanny tester caretaker groundskeeper bookseller salesperson`
    .trim()
    .split(/\s+/),
)

/** Words before a role that tell of rank, not of another job. */
export const rankWords: ReadonlySet<string> = new Set(
  'senior junior lead principal staff chief head deputy assistant associate trainee graduate'.split(
    ' ',
  ),
)

/** The singular of a role noun, or null when the word is none. */
export function singularRoleNoun(word: string): string | null {
  const lower = word.toLowerCase()
  if (roleNouns.has(lower)) return lower
  if (lower.endsWith('s') && roleNouns.has(lower.slice(0, -1))) return lower.slice(0, -1)
  if (lower.endsWith('es') && roleNouns.has(lower.slice(0, -2))) return lower.slice(0, -2)
  if (lower.endsWith('ies') && roleNouns.has(`${lower.slice(0, -3)}y`))
    return `${lower.slice(0, -3)}y`
  return lower === 'chefs' ? 'chef' : null
}
