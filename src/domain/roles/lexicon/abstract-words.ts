import { stemmer } from 'stemmer'

/** Words that could stand in any job's description: alone they tell nothing of what somebody does. */
const words = `
  ability accomplish achievement action activity adaptability address adept advance advancement agility aim align alignment
  ambition aspect aspiration atmosphere attitude aware awareness background balance benefit bottom-line boundary broad capability capacity
  challenge champion change clarity climate cohesion collaboration collaborative commitment communicate communication complex complexity
  comprehensive concept concern conclusion condition confidence connection consistency context continuous continuity contribution
  cooperation creativity cultivate culture decision dedication deliver delivery demand depth detail development devote difference
  dimension direction diverse diversity driver dynamic ecosystem effect effectiveness efficacy efficiency effort element elevate embrace
  empower enable encourage endeavor energy engagement enhance enhancement enterprise enthusiasm essence evolution evolve evolving excellence
  experience expertise facet facilitate factor feasibility flexibility flourish focus force form foster foundation framework function
  future general growth guarantee guidance harmony harness hand-in-hand holistic idea impact implementation implication importance improvement
  influence inform informed initiative innovation innovative insight inspire integrity intelligent intention interaction interest
  intricacy involvement issue journey key knowledge landscape leadership learning leverage life long-term maintain manner matter maximum
  meaningful measure mindset mission momentum motivation nature objective operation operational opportunity optimal optimization optimize optimum
  organizational outcome peak performance perspective phase philosophy pillar possibility potential practical practice precision
  present priority proactive productivity professional professionalism progress prosper prosperity purpose quest quick realm reality
  real-world relevance relevant reliable remain resilience resonate resource respect rise scalability scale scenario scope sense shape side
  situation skill smooth solution space spirit stability stay step strategic strategy strength structure study style succeed
  successful sustainability synergy talent tangible technique technology theme thing thrive thriving tool touch transform
  transformation transparency trend trust understand understanding unity value variety vibrant viewpoint vision vital way
  well-being whole wide wisdom workflow world`
  .trim()
  .split(/\s+/)

/** Their stems, as content is counted. */
export const abstractStems: ReadonlySet<string> = new Set(words.map((word) => stemmer(word)))
