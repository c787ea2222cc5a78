import type { Settings } from '#contract/shapes/settings.ts'

/** Sets the colours of the page; `system` leaves them to the system. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
