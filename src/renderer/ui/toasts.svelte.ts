// Primitives of the page: they know no feature. May import svelte, icons, #renderer/i18n and #renderer/context.

export interface Toast {
  readonly id: number
  readonly text: string
  /** Of what is done, taken back and done again only the latest is true. */
  readonly isStep: boolean
  readonly action: { readonly label: string; readonly run: () => void } | null
}

const shownMs = 8000

/** Short messages at the edge of the page, some with an action such as Undo. */
export class Toasts {
  list = $state.raw<readonly Toast[]>([])
  #next = 1

  /** Says what was done or taken back, in the place of what was said so before. */
  step(text: string, action: Toast['action'] = null): void {
    this.list = this.list.filter((toast) => !toast.isStep)
    this.#add(text, action, true)
  }

  show(text: string, action: Toast['action'] = null): void {
    this.#add(text, action, false)
  }

  #add(text: string, action: Toast['action'], isStep: boolean): void {
    const id = this.#next
    this.#next += 1
    this.list = [...this.list.slice(-2), { id, text, action, isStep }]
    setTimeout(() => this.dismiss(id), shownMs)
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }
}
