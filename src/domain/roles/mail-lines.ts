const header =
  /^[>\s]*(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|Attachments?|Importance|Priority)\s*:(?:\s|$)/i
const sender = /^[>\s]*(?:From|Sent|Date)\s*:/i

const divider = /^[>\s]*-{3,}\s*(?:original|forwarded)\b[^-]*-{3,}\s*$/i

/**
 * The lines of a mail that nobody reads as its text, by their indexes: the heads of the mail and of those it answers,
 * and what stands below the mark of a signature ("--") up to a quoted mail.
 */
export function mailLines(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = 0; at < lines.length; at += 1) {
    if (!header.test(lines[at] ?? '')) continue
    let last = at
    while (header.test(lines[last + 1] ?? '')) last += 1
    const head = lines.slice(at, last + 1)
    // A quoted mail may have lost some of its head.
    const fewest = head.every((line) => line.startsWith('>')) ? 2 : 3
    const isHead = head.length >= fewest && head.some((line) => sender.test(line))
    for (let each = at; isHead && each <= last; each += 1) found.add(each)
    at = last
  }
  if (found.size === 0) return found
  for (const [at, line] of lines.entries()) if (divider.test(line)) found.add(at)
  const mark = lines.findIndex((line) => /^-- ?$/.test(line))
  for (let at = mark; at !== -1 && at < lines.length; at += 1) {
    if (/^\s*>|^-{3,}/.test(lines[at] ?? '')) break
    found.add(at)
  }
  return found
}
