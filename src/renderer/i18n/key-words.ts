export const keyWords = {
  title: 'Keys',
  hint: 'Choose a key for each thing you do. What is not changed stays as usual.',
  presets: { usual: 'Usual keys', left: 'Left hand', right: 'Right hand' },
  presetsLabel: 'All at once',
  forWhat: (what: string) => `: ${what}`,
  change: 'Change',
  press: 'Press a key; Esc cancels',
  reset: 'Usual',
  none: 'no key',
  taken: (key: string, what: string) =>
    `${key} means “${what}” on that screen already. Nothing was changed; choose another key, or change that one first.`,
  groupNote: 'Letters that Study uses itself do not lead elsewhere while you study.',
}
