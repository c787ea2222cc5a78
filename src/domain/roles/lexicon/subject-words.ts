const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words of a text that speaks of people and their work. Jobs and bodies of people count as well. */
export const peopleWords = words(
  `he she his her him hers who whom whose people person persons team teams staff colleague colleagues hire hires hired
  hiring shift shifts meeting meetings customer customers client clients patient patients crew crews member members
  guest guests visitor visitors employee employees role roles duty duties responsible responsibility responsibilities
  responsibly accountable accountability job jobs everyone everybody nobody somebody skill skills career careers committee
  board you'll our mentor mentors coach coaching coaches stakeholder stakeholders volunteer volunteers pupils students`,
)

/** Names of jobs and bodies that programs, devices and parties to a licence bear as well ("error handler"): they prove no person. */
export const sharedNames = words(
  `agent assistant associate author builder buyer chair checker composer conductor contractor contributor controller
  delegate designer developer dispatcher driver editor executive expert guard handler head host inspector interpreter
  keeper landlord lead leader lookout maid maintainer maker manager marshal master mate merchant operative operator owner
  packer painter partner picker planner principal producer publisher reader reporter retailer scheduler scorer scribe
  seller signaller sponsor subcontractor tenant trainer translator vendor wholesaler association cell chapter commission division force group
  office panel section service unit user watch`,
)

/** Words of texts about programs, protocols and devices. */
export const machineWords = words(
  `function functions pointer pointers byte bytes buffer buffers struct structs malloc library libraries module modules
  api apis compile compiled compiles compiler compilers compiling compilation runtime kernel thread threads array arrays
  string strings integer integers boolean booleans parameter parameters argument arguments callback callbacks variable
  variables void null namespace namespaces method methods exception exceptions bug bugs patch patches commit commits
  repository repositories script scripts syntax stdin stdout socket sockets protocol protocols server servers pixel pixels
  plugin plugins npm directory directories config configure configured configuration configurations parse parsed parser
  parsing token tokens debug debugger debugging regex bit bits segfault crash crashes crashed symbol symbols macro macros
  encoding encoded encode unicode browser browsers javascript python linux unix windows html json xml http url urls
  implementation implementations file files command-line`,
)

/** Words of licences and contracts, as far as they tell the two from bylaws. */
export const licenceWords = words(
  `licence licences licensed licensee licensees licensing licensor licensors license licenses sublicense sublicensed
  sublicensable copyright copyrights copyrighted warranty warranties warrants liable liability liabilities hereby herein
  hereunder hereto hereof thereof therein hereinafter whereas patent patents redistribute redistributed redistribution
  agreement agreements indemnify indemnified indemnification indemnity party parties`,
)
