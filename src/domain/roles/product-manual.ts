/** What only the papers that come with a thing have headings for. */
const ofThings =
  /^(?:technical (?:data|details|specifications?)|specifications?|trouble-?shooting|(?:limited )?(?:warranty|guarantee)|what(?:[’']s| is) in the box|in the box|(?:box|package|pack|delivery) contents|scope of delivery|unpacking|disposal|recycling|(?:spare|replacement) parts|parts(?: list)?|error (?:codes?|messages?)|factory reset|resetting(?: the \p{L}+)?|firmware(?: updates?)?|intended use|declaration of conformity|before (?:the )?first use|pairing)$/iu
/** What they have as well as other texts. */
const ofWork =
  /^(?:safety(?: (?:instructions|notes|information|warnings))?|warnings?|assembly|installation|set(?:ting)?[- ]?up|getting started|quick start|operation|daily use|(?:operating )?controls|buttons|display|the (?:app|display|buttons|controls)|app|modes|settings|cleaning|care|maintenance|(?:cleaning|care|maintenance) and (?:care|cleaning|maintenance|storage)|storage|charging|batter(?:y|ies)|accessories|service|repairs?|support|connecting(?: the \p{L}+)?|faults?|resets?)$/iu
/** "Duties" as a heading: the text tells who does what, whatever else it has. */
const ofRoles = /\b(?:roles?|responsibilit(?:y|ies)|dut(?:y|ies)|who does what)\b/i

const heading =
  /^[^\S\n]{0,3}(?:#{1,6}[^\S\n]*)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?[^\S\n]+)?([^\n]{2,60}?)[^\S\n#:]*$/gmu

const fewest = 3

/** Is a text the manual of a thing? It tells its reader what to do and has lists, but nobody in it has a role. */
export function isProductManual(text: string): boolean {
  const things = new Set<string>()
  const others = new Set<string>()
  for (const [, line = ''] of text.matchAll(heading)) {
    const title = line.replace(/[*_]/g, '').trim()
    if (ofThings.test(title)) things.add(title.toLowerCase())
    else if (ofWork.test(title)) others.add(title.toLowerCase())
    else if (ofRoles.test(title) && title.split(' ').length <= 4) return false
  }
  return things.size >= 1 && things.size + others.size >= fewest
}
