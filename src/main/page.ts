import { protocol, session, type Session } from 'electron'
import type { Asset } from '#backend/asset-map.ts'
import { contentSecurityPolicy } from '#contract/policy.ts'

export const origin = 'app://remit'
const scheme = 'app'

/** Must run before the app is ready: makes `app:` a standard, secure scheme that may fetch. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Does a URL belong to our page? Compared by its parts, not by a prefix of its text. */
export function isOwnPage(url: string): boolean {
  try {
    const { protocol: own, host } = new URL(url)
    return own === `${scheme}:` && host === 'remit'
  } catch {
    return false
  }
}

/** Serves the page from the fixed map of its files. */
export function servePage(assets: ReadonlyMap<string, Asset>): void {
  protocol.handle(scheme, (request) => {
    const { pathname } = new URL(request.url)
    const asset = isOwnPage(request.url) ? assets.get(pathname) : undefined
    if (!asset) return new Response('', { status: 404 })
    return new Response(new Uint8Array(asset.body), {
      headers: {
        'content-type': asset.type,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    })
  })
}

/** A file that our own page made, to be saved where the person says: Electron asks by its save dialog. */
const isOwnFile = (url: string): boolean => url.startsWith(`blob:${origin}/`)

/** The page needs no permission, no network, and no download but of its own files; whatever else asks is refused. */
export function lockSession(own: Session = session.defaultSession): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(?:app|devtools):/.test(details.url) && !isOwnFile(details.url) })
  })
  own.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault()
  })
}
