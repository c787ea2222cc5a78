import type { Block } from './block.ts'
import { nameInTitle, type TitleName } from './role-titles.ts'

/** "Job title: Crane Operator", in a line or in two cells of a table. */
const label =
  /^(?:job|position|post|role|working|official)?\s*(?:title|designation)(?:\s+of\s+(?:the\s+)?(?:job|position|post|role))?$|^(?:position|post|job|vacancy|vacant (?:post|position)|name of (?:the )?(?:job|position|post|role))$/i
const line = /^([^:|]{3,40}?)\s*:\s*(\S.*)$/

/** Whoever a whole document describes names it at its beginning. */
const farthest = 30

/**
 * The one job that a job description says it is for, with the block that says so; null when it says none, or
 * several.
 */
export function onlyRole(blocks: readonly Block[]): (TitleName & { readonly block: Block }) | null {
  const found = new Map<string, TitleName & { readonly block: Block }>()
  for (const block of blocks.slice(0, farthest)) {
    const inLine = line.exec(block.text)
    const [first, second, third] = block.cells
    const [key, value] =
      first && second && !third ? [first.text, second.text] : [inLine?.[1], inLine?.[2]]
    if (key === undefined || value === undefined || !label.test(key.replace(/:\s*$/, '').trim()))
      continue
    const name = nameInTitle(value, true)
    if (name && name.noun !== 'group') found.set(name.name.toLowerCase(), { ...name, block })
  }
  const [only] = found.values()
  return found.size === 1 && only ? only : null
}
