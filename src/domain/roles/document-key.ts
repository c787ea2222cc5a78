import { parse as parseYaml } from 'yaml'
import { isRoleFile } from './role-file.ts'

const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/

const idIn = (yaml: string): unknown => {
  try {
    const matter: unknown = parseYaml(yaml, { maxAliasCount: 0 })
    return typeof matter === 'object' && matter !== null && 'id' in matter ? matter.id : null
  } catch {
    return null
  }
}

/** The `id` that a role file gives itself in its front matter; null for any other document. */
export function documentKeyOf(text: string): string | null {
  if (!isRoleFile(text)) return null
  const id = idIn(frontMatter.exec(text)?.[1] ?? '')
  const key = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : ''
  return key === '' ? null : key.slice(0, 200)
}
