// Closed word lists of English that the generator leans on.
// Imports nothing but the stemmer's neighbours in this folder.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words without content of their own. */
export const stopWords = list(`
  a an the and or but nor so yet of in on at by for to from with within without into onto upon over under through
  throughout across between among against about as is are was were be been being am do does did done has have had
  having will would shall should can could may might must this that these those it its they them their theirs he
  she his her we our you your i who whom whose which what when where why how not no than then thus also too very
  more most much many such some any each every all both either neither other others another same own only just
  even ever still while during after before because if unless until though although etc per via vs one two three
  there here up down out off again further once`)

/** Words that say little about any particular role; they never make two facts alike or a fact specific. */
export const genericWords = list(`
  ensure support help provide work team success organization business seamless effective efficient various relate
  task make use include overall process contribute individual project stakeholder need goal environment system
  role improve responsibility responsible duty key main primary core crucial pivotal important essential critical
  vital way well good best new high quality area aspect approach outcome result level order part based`)

/** Praise and filler: dropping it keeps a statement true. */
export const fluffWords = list(`
  seamlessly seamless pivotal meticulously meticulous crucial crucially paramount tirelessly indispensable adeptly
  skillfully robust resilient cutting-edge holistic multifaceted intricate markedly greatly significantly
  strategically strategic judicious sophisticated precise precisely smoothly swiftly promptly proactively effectively
  efficiently successfully also directly continuously actively inherently essentially fundamentally ultimately
  consequently moreover furthermore additionally overall perpetual perpetually overarching tangible thereby`)
