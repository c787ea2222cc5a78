/** Verbs that duties are told with, in base form. Forms are derived; what is not here is not guessed at a line's beginning. */
export const verbBases: readonly string[] =
  `abandon abate abolish absorb accelerate accept access acclimatize accommodate accompany accomplish account accrue accumulate achieve
  acknowledge acquaint acquire act activate adapt add address adhere adjourn adjudicate adjust administer admit adopt advance advertise
  advise advocate affix affirm aggregate agree aid aim alert align allay allocate allot allow alter alternate amalgamate amass amend amplify
  analyse analyze anchor animate annotate announce answer anticipate apologise apologize appeal append apply appoint apportion appraise
  approach approve arbitrate archive argue arm arrange arrive articulate ascertain ask assay assemble assert assess assign assimilate assist
  assume assure attach attain attempt attend attest attract attune auction audit augment authenticate author authorise authorize automate
  avert avoid await award back bake balance ban bandage bank bar bargain base bathe batch bear beat become begin bench benchmark bend bid
  bill bind blend block board bolster book boost bottle box brace brainstorm brand break brew bridge brief bring broadcast broker brush budget
  build bundle burn buy calculate calibrate call calm cancel canvass cap capture care carry cast catalog catalogue catch categorise
  categorize cater celebrate centralise centralize certify chair challenge champion change channel chaperone charge chart charter chase
  check chop choose circulate cite clarify classify clean cleanse clear climb close coach code codify collaborate collate collect color
  combat combine come command commend comment commission commit communicate compare compensate compete compile complement complete comply
  compose compost compress compute conceive conceptualise conceptualize concentrate conclude concoct condition conduct confer configure confirm
  confront connect conserve consider console consolidate constitute constrain construct construe consult contact contain continue contract contribute
  contrive control convene convert convey convince cook cool cooperate coordinate co-ordinate copy correct correlate correspond cost counsel count counter
  cover craft crate create credit critique crop cross cull cultivate curate curb cure customise customize cut cycle deal debate debit debrief
  debug decant decide declare declassify decline decode decommission decontaminate decorate decrease dedicate deduct deepen defend defer
  define deflect defuse delegate delete deliver delineate demand demarcate demo demonstrate deny deploy depict deposit deputise deputize derive describe design designate
  destroy detail detain detect deter determine develop devise devote diagnose dictate differentiate digest digitise digitize dilute direct
  disable disarm disassemble disburse discard discern discharge discipline disclose disconnect discontinue discourage discover discuss dismantle
  dismiss dispatch dispense display dispose dispute disseminate dissolve dissuade distil distribute diversify divert divide do dock document
  dose download draft drag drain draw dress drill drive drop dry dye earmark earn ease edit educate elaborate elect elevate elicit eliminate elucidate
  embark embed embody embrace emphasise emphasize employ empower empty emulate enable enact encapsulate enclose encode encompass encourage
  end endorse enforce engage engineer enhance enlarge enlighten enlist enliven enrich enrol enroll ensure enter entertain enumerate envision
  equip eradicate erect escalate escort establish estimate evacuate evaluate evangelise evangelize evidence examine exceed exchange exclude
  execute exercise exert exhibit expand expect expedite experiment explain exploit explore export expose express extend extinguish extract
  extrapolate fabricate face facilitate fact-check familiarise familiarize farm fasten feature feed feel fell fertilise fertilize fetch field figure file fill film filter finalise finalize
  finance find fine-tune finish fire fish fit fix flag flash flatten flush focus fold follow forecast foresee forge form formalise formalize format
  formulate fortify forward foster found frame free freeze fuel fulfil fulfill function fund funnel furnish further fuse gain garner gather gauge generate get give
  glaze go govern grade graft grant grate graze grease greet grind groom ground group grow guarantee guard guide halt hand handle hang harden harmonise
  harmonize harness harvest haul have head heal hear heat heed help hide highlight hire hoist hold honor honour host house humanise hunt hygienise ice identify
  ignite illuminate illustrate immunise impart implement import impose improve improvise incinerate include incorporate increase incubate
  indent index indicate induct infer influence inform initiate inject innovate inoculate input inquire inspect inspire install instil instill
  instruct instrument insulate insure integrate intercept interface interpret intervene interview introduce inventory invent invest investigate invigilate invite
  invoice involve iron irrigate isolate issue itemise iterate jeopardise join judge juggle jump justify keep key kick kindle knead knit know
  label lace land last launch launder lay lead learn lease leave lecture lend lessen let level leverage levy liaise license licence lift light
  limit line link liquidate list listen live load lobby localise localize locate lock lodge log look loosen lower lubricate machine mail
  maintain make man manage mandate manipulate manufacture map mark market marshal mash master match maximise maximize measure mediate meet memorise
  mend mentor merchandise merge migrate milk mill mind mine minimise minimize minister minute mitigate mix mobilise mobilize model moderate modernise
  modernize modify monitor moor mop motivate mould mount mourn move mow multiply muster nail name narrate narrow navigate negotiate network neutralise
  nominate normalise normalize note notice notify number nurse nurture obey observe obtain occupy offer offload offset oil omit onboard open operate
  operationalise operationalize oppose optimise optimize orchestrate order organise organize orient orientate originate outfit outline
  outsource overcome overhaul oversee overtake own pace pack package page paint pair parse participate partition partner pass paste patch patrol pave pay
  peel penetrate perfect perform permit personalise personalize persuade phase photocopy photograph pick pickle pilot pin pioneer pitch place plan plant plate play plead plot plough
  plug point polish poll pool populate portray pose position post postpone pour practice practise praise pray precede predict prefer prepare prescribe
  present preserve preside press pressure presume prevent price prime print prioritise prioritize probe process proclaim procure produce profile
  program programme progress prohibit project prolong promote prompt proofread propagate propel propose prosecute protect protest prototype prove
  provide provision prune publicise publicize publish pull pump purchase purge purify pursue push put qualify quantify quarantine query question
  queue quit quote race rack raise rake rally ranch rank rate ratify ration rationalise rationalize reach react read realign realise realize reallocate reap
  reappraise rear reason reassess reassign reassure rebalance rebook rebuild recalculate recalibrate recall receive recite reclaim reclassify
  recognise recognize recommend reconcile reconnect reconsider reconstruct record recover recreate recruit rectify recycle redact redeem
  redeploy redesign redirect redistribute redraft reduce reengineer refactor refer refill refine reflect reform refresh refuel refund refurbish refuse
  regenerate register regret regroup regulate rehabilitate rehearse reimburse reinforce reinstate reject relate relax relay release relieve relinquish
  relocate remain remediate remedy remember remind remit remodel remove remunerate render renegotiate renew renovate rent reorder reorganise reorganize
  reorient repair repay repeat repel replace replenish replicate reply report reposition represent reprimand reproduce request require reschedule rescue
  research resell reserve reset reshape resist resolve respect respond rest restart restock restore restrain restrict restructure resume
  resupply retain retest rethink retire retrain retrieve retrofit return reuse reveal reverse review revise revisit revive revoke reward rewrite rig
  rinse rise roast rob roll rotate round route rule run sack safeguard sail salt salvage sample sanction sand sanitise sanitize satisfy save saw say scaffold
  scale scan schedule school scope score scour scout scrap scrape screen scribe script scrub sculpt scrutinise scrutinize seal search season seat
  second secure see seek segment segregate select sell send sense separate sequence serve service set settle sew shadow shape share sharpen shed
  shelter shelve shield shift ship shoot shop shorten shoulder show shred shut sift shutter sign signal signpost simplify simulate sit size sketch skim
  slaughter slice slow smooth smoke socialise socialize soften solder solicit solve sort sound source sow spark speak spearhead specialise specialize
  specify speed spell spend spin splice split sponsor spot spray spread spur squash stabilise stabilize stack staff stage stamp stand standardise
  standardize start state station stay steam steer stem step sterilise sterilize stick stimulate stir stitch stock stop store stow straighten
  strain strategise strategize stream streamline strengthen stress stretch strip strive structure study style sub-let subdivide submit subscribe subsidise substantiate substitute
  succeed suggest suit summarise summarize summon supervise supplement supply support suppress surface surpass survey sustain swab swap sweep switch symbolise
  synchronise synchronize synthesise synthesize systematise tabulate tackle tag tailor take talk tally tamper tap target task taste tax teach tear tell temper tend tender
  terminate test testify thank thaw theme thread thrive tidy tie tighten till time title toast tolerate tone top total touch tour tow trace track trade
  train transact transcribe transfer transform transition translate transmit transplant transport trap travel treat triage trial trigger trim triple
  troubleshoot trust try tune turn tutor type uncover underpin understand undertake underwrite undo unify unite unload unlock unpack unveil
  update upgrade uphold uplift upload upskill urge use usher utilise utilize vacate vaccinate vacuum validate value vary vend ventilate verify
  version vet view visit visualise visualize voice void volunteer vote vouch wait waive wake walk warm warn wash watch water weave weed weigh welcome weld whip
  whistle widen win wind wipe wire withdraw withhold withstand witness word work wrap write yield zone`
    .trim()
    .split(/\s+/)

const irregular = `arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bid bid bid|bind bound bound|
  break broke broken|bring brought brought|broadcast broadcast broadcast|build built built|buy bought bought|cast cast cast|catch caught caught|
  choose chose chosen|come came come|cost cost cost|cut cut cut|deal dealt dealt|do did done|draw drew drawn|drive drove driven|feed fed fed|feel felt felt|
  find found found|forecast forecast forecast|foresee foresaw foreseen|freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown|
  hang hung hung|have had had|hear heard heard|hide hid hidden|hold held held|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|
  let let let|light lit lit|make made made|meet met met|mow mowed mown|overcome overcame overcome|oversee oversaw overseen|pay paid paid|prove proved proven|put put put|
  read read read|rebuild rebuilt rebuilt|redo redid redone|repay repaid repaid|reset reset reset|rewrite rewrote rewritten|rise rose risen|run ran run|saw sawed sawn|say said said|
  see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|sew sewed sewn|shed shed shed|shoot shot shot|show showed shown|shut shut shut|
  sow sowed sown|speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread|stand stood stood|stick stuck stuck|strip stripped stripped|
  strive strove striven|sweep swept swept|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|undertake undertook undertaken|
  understand understood understood|underwrite underwrote underwritten|undo undid undone|uphold upheld upheld|wake woke woken|weave wove woven|win won won|wind wound wound|
  withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written`

/** Past participles that no rule gives: `written` -> `write`. */
export const irregularParticiples: ReadonlyMap<string, string> = new Map(
  irregular.split('|').map((forms) => {
    const [base = '', , participle = ''] = forms.trim().split(/\s+/)
    return [participle, base] as const
  }),
)

/** Past forms that are no base form as well ("told", "went"). */
export const irregularPasts: ReadonlySet<string> = new Set(
  irregular
    .split('|')
    .flatMap((forms) => forms.trim().split(/\s+/).slice(1))
    .filter((form) => !verbBases.includes(form)),
)
