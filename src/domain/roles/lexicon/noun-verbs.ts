/** Base forms that are nouns as often as verbs: at the beginning of a phrase the words after them decide. */
export const nounVerbs: ReadonlySet<string> = new Set(
  `access account address advance advocate aid aim air alert amount anchor answer appeal approach archive arrest audit author award
  balance band bank bar base batch benchmark bid bill block board book boost bottle box brand break brief bridge budget bundle burn
  call capture care cast catalog catalogue challenge champion change charge chart charter check circle clean climb close coach code color
  combat command comment commission compost concern condition conduct contact content contract contrast control cook copy cost counsel
  count cover craft credit crop cross cut cycle damage deal debate debit decrease delay delegate delivery demand demo deposit design detail
  display dispute dock document dose double draft drain draw dress drill drink drive drop dry dye end engineer escape escort estimate
  evidence exchange exercise exhibit experiment exploit export express extract face farm feature feed field figure file fill film filter
  finance fire fish fit fix flag flash focus fold force forecast form format frame freight fuel function fund funnel gain gauge grade graft
  grant ground group guarantee guard guide handle harvest haul head heat help highlight hire hold honor honour host house impact import
  incident increase index influence input insert insult interest interface interview inventory invite invoice iron issue item judge jump
  key kick label labor lack land launch lead lease leave lecture level levy license licence lift light limit line link list listen load
  loan lobby lock log look loss machine mail make mandate map mark market mass master match measure meet mentor merchandise mill mind mine
  minister minute mix model monitor motion mould mount move name network note notice number nurse object offer oil onboard open order outfit outline
  output overhaul own pace pack package page paint pair paper parent park part partner pass paste patch patrol pay peel permit phase
  phone photograph pick pilot pin pioneer pitch place plan plant plate play plot plug point police polish poll pool position post practice
  practise present press pressure prevent price prime print process produce profile program programme progress project promise prompt
  protest prototype pump purchase push quality query question queue quote race rack raise range rank rate reach record refund refuse
  register regret relay release rent repair repeat report request rescue research reserve reset respect rest result return reverse review
  reward ride rig ring risk roast roll root rotate round route rule run rush safeguard sail sample sanction scale scan schedule school
  scope score scout scrap screen script scrub seal search season seat second secure segment sense sequence serve service set sew shadow shape share
  shelter shield shift ship shop show sign signal size sketch smoke solder sort sound source spark spin split sponsor spot
  spray spread staff stage stamp stand start state station steam steer stem step stick stock stop store strain stream stress stretch
  strike strip structure study style subject supply support surface surge survey switch table tackle tag target task taste tax team
  tender test thread tie time tip title toast tone tool top total touch tour tow trace track trade train transfer transition
  transport trap travel treat trial trigger trim trust tune turn type update upgrade upload use value vent version view visit voice volunteer
  vote wage wait walk warrant wash waste watch water weather weld welcome whip whistle wind wipe wire witness word work wrap yield zone
  sample separate complete correct direct double dry clear cool calm live smooth slow warm clean open own approximate`
    .trim()
    .split(/\s+/),
)

/** Words that end a phrase as the name of a doing: "stock control", "risk assessment". */
const doings = new Set(
  'control support management review design research planning maintenance approval work care response testing training check checks plan report repair sales safety service services operations relations'.split(
    ' ',
  ),
)

/** Does a word name a doing or a state rather than a thing ("preparation", "planning", "assessment")? */
export const namesDoing = (word: string): boolean => {
  const lower = word.toLowerCase()
  if (lower.includes(' ')) return false
  return (
    doings.has(lower) ||
    /(?:tion|sion|ance|ence|ysis|ship|[^aeiou]ing|iry|uity)s?$/.test(lower) ||
    (/ments?$/.test(lower) &&
      !/^(?:equipment|document|instrument|element|shipment|payment|garment|patient)/.test(lower)) ||
    /(?:proval|rrival|newal|moval|isal|ferral|posal)s?$/.test(lower)
  )
}
