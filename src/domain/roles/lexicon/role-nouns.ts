/** Nouns that end the name of a job. Singular; plurals are derived. */
export const roleNouns: ReadonlySet<string> = new Set(
  `engineer scientist specialist architect analyst owner manager developer administrator lead leader officer director
  designer consultant coordinator technician nurse pharmacist physician surgeon therapist assistant associate
  accountant auditor controller treasurer bookkeeper buyer planner scheduler dispatcher supervisor foreman operator
  inspector tester programmer researcher statistician strategist advisor adviser representative recruiter trainer
  teacher instructor tutor librarian editor writer journalist producer publisher translator interpreter lawyer
  attorney paralegal clerk secretary receptionist cashier driver pilot captain chef cook waiter waitress bartender
  housekeeper janitor guard steward custodian curator archivist broker trader underwriter actuary agent executive
  president principal chair chairman chairwoman chairperson head partner founder sponsor champion facilitator
  moderator master mechanic electrician plumber carpenter welder machinist surveyor geologist chemist biologist
  physicist psychologist counselor counsellor caseworker paramedic midwife dentist radiologist radiographer
  veterinarian optometrist dietitian caregiver carer volunteer responder investigator detective firefighter marshal
  warden ranger estimator merchandiser marketer copywriter photographer illustrator animator composer conductor
  choreographer comptroller registrar dean professor lecturer apprentice intern trainee storekeeper warehouseman
  courier conservator baker checker reporter maker keeper handler cleaner packer picker painter builder gardener
  tailor brewer butcher farmer fitter roofer glazier miner sailor usher porter maid nanny caretaker groundskeeper
  bookseller salesperson commander deputy scribe liaison expert maintainer committer contributor reviewer approver
  mentor coach delegate ambassador emissary evangelist organiser organizer rapporteur convenor convener clergyman
  priest pastor deacon verger organist choirmaster sexton trustee governor councillor minister mayor whip envoy
  negotiator mediator arbitrator adjudicator assessor examiner invigilator proctor grader valuer appraiser evaluator
  reviser proofreader terminologist linguist lexicographer subtitler typesetter bookbinder cataloguer cataloger
  webmaster sysadmin hostess host barista sommelier dishwasher busser expediter stylist hairdresser barber beautician
  masseur lifeguard referee umpire linesman scorer timekeeper stevedore signaller signalman mate bosun docent attendant aide
  orderly phlebotomist anaesthetist anesthesiologist cardiologist oncologist paediatrician pediatrician psychiatrist
  epidemiologist microbiologist pathologist ecologist meteorologist hydrologist agronomist forester arborist
  beekeeper shepherd stockman herdsman fundraiser bursar almoner provost chancellor vicar superintendent commissioner
  constable sergeant lieutenant corporal colonel admiral boatswain bosun helmsman purser lookout deckhand gaffer
  cinematographer cameraman cameraperson projectionist dramaturg playwright prompter dresser flyman stagehand
  costumier librettist seamstress weaver dyer blacksmith goldsmith jeweller jeweler watchmaker locksmith repairer
  serviceman tiler plasterer bricklayer scaffolder banksman draughtsman drafter forecaster economist demographer
  historian archaeologist anthropologist ethnographer sociologist philosopher mathematician astronomer geographer
  cartographer oceanographer whistleblower watchkeeper operative gatekeeper scrummaster ombudsman notary solicitor
  barrister magistrate bailiff stenographer typist cellarer brewmaster maltster winemaker fishmonger greengrocer
  florist grocer seller vendor merchant wholesaler retailer contractor subcontractor landlord tenant concierge
  bellhop chauffeur chief quartermaster chaplain parliamentarian adjutant skipper coxswain postmaster stationmaster`
    .trim()
    .split(/\s+/),
)

/** Nouns for a body of people that holds a role together: they name one where the structure says so. */
export const groupNouns: ReadonlySet<string> = new Set(
  `team crew squad committee board council panel office department desk unit division group bureau secretariat
  cell guild chapter commission assembly section staff service association directorate faculty senate taskforce force
  watch person people member user employee everyone everybody anyone attendee participant colleague delegate gang`
    .trim()
    .split(/\s+/),
)

/** Words before a role that tell of rank, not of another job. */
export const rankWords: ReadonlySet<string> = new Set(
  'senior junior lead principal staff chief head deputy assistant associate trainee graduate vice acting mid'.split(
    ' ',
  ),
)

/** Every form of some nouns with its singular. */
function formsOf(nouns: ReadonlySet<string>): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const noun of nouns) {
    const plurals = [
      `${noun}s`,
      `${noun}es`,
      noun.replace(/y$/, 'ies'),
      noun.replace(/man$/, 'men'),
      noun.replace(/person$/, 'people'),
    ]
    for (const form of [noun, ...plurals]) if (!forms.has(form)) forms.set(form, noun)
  }
  for (const noun of nouns) forms.set(noun, noun)
  return forms
}

const roleForms = formsOf(roleNouns)
const groupForms = formsOf(groupNouns)

/** The singular of a role noun ("Vice-Chairs": `vice-chair`), or null when the word is none. */
export function singularRoleNoun(word: string): string | null {
  const lower = word.toLowerCase()
  const whole = roleForms.get(lower)
  if (whole !== undefined) return whole
  const cut = lower.lastIndexOf('-')
  if (cut < 1) return null
  const isNoun = roleForms.has(lower.replaceAll('-', '')) || roleForms.has(lower.slice(cut + 1))
  return isNoun ? lower.replace(/s$/, '') : null
}

/** The singular of a noun for a body of people ("Committees": `committee`), or null. */
export const singularGroupNoun = (word: string): string | null =>
  groupForms.get(word.toLowerCase()) ?? null

/** Words that end like the name of somebody who does something and are none. */
const things = new Set(
  `number order paper weather water matter letter chapter newsletter computer server center centre offer error factor
  sector router container cluster folder header footer filter parameter calendar quarter career other another
  together however whether either further never ever over under after later former better higher lower larger
  smaller power tower layer buffer register ledger border corner shelter summer winter timer monitor processor
  motor door floor colour color labour labor harbour major minor prior superior interior exterior indicator
  vector mirror terror horror rumor humor tenor favor behavior disaster poster roster cover
  discover deliver recover consider remember transfer refer answer gather offer differ suffer enter alter trigger
  chamber member september october november december counter encounter meter parameter diameter perimeter dinner
  manner banner corner ladder gender tender render slider browser user parser compiler
  list exist assist resist consist checklist shortlist twist mist fist wrist waist plant giant instant constant
  relevant important significant tenant grant want restaurant guarantee committee coffee fee degree tree
  median italian vegan organ plan than human woman man german roman`
    .trim()
    .split(/\s+/),
)

/** Does a word end like somebody who does something ("reviser", "terminologist")? Only where structure backs it. */
export const looksLikePerson = (word: string): boolean => {
  const lower = word.toLowerCase().replace(/s$/, '')
  return (
    lower.length > 4 &&
    !things.has(lower) &&
    /(?:er|or|ist|ician|arian|woman|man|person|ee)$/.test(lower)
  )
}
