/** Who works somewhere and what they do, with the stream of numbers that words are chosen by. */
export interface Team {
  readonly place: string
  readonly next: () => number
  readonly pick: <Each>(list: readonly Each[]) => Each
  readonly roles: readonly {
    readonly name: string
    readonly duties: readonly {
      readonly verb: string
      readonly rest: string
      readonly title: string
    }[]
  }[]
}

/** A way of writing a document; long ones are several parts joined. */
interface Shape {
  readonly name: string
  readonly extension: 'md' | 'txt' | 'html'
  readonly write: (team: Team) => string
  readonly join: (place: string, parts: readonly string[]) => string
}

const third = (verb: string) => {
  const [first = '', ...particle] = verb.split(' ')
  const form = /(?:s|x|z|ch|sh)$/.test(first)
    ? `${first}es`
    : /[^aeiou]y$/.test(first)
      ? `${first.slice(0, -1)}ies`
      : `${first}s`
  return [form, ...particle].join(' ')
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const openings: readonly string[] = [
  'People often ask who does what here, and the honest answer used to be that it depends on the day.',
  'This page was written after a long meeting and is read at the start of every season.',
  'What follows is no contract, but everybody agreed to it.',
  'Nothing in this chapter is secret; print it and hang it where it is of use.',
  'The list has grown over the years and is put in order whenever somebody new arrives.',
]
const background: readonly string[] = [
  'The building is older than it looks, and two of its four lifts have never worked in living memory.',
  'When the last inspection came, it found little to complain about except the coffee and the parking.',
  'Most of the people who work here came for a summer and stayed for ten years.',
  'In a good week the telephone rings forty times a day; in a bad week nobody counts.',
  'There is a story about the old safe in the cellar, but it is told differently by each department.',
  'A newspaper once called the place the best kept secret of the region, which pleased nobody.',
  'What visitors notice first is the noise, and what they remember is how quickly it stops at noon.',
  'The budget grows by about two percent a year, as do the prices of everything it has to pay for.',
  'Winters are long here, and the heating is a subject on which everybody has an opinion.',
  'Nothing on this page replaces the safety rules that hang beside every door.',
  'Over the years the teams have moved together, and the long corridor is now mostly used for bicycles.',
  'A longer history of the house can be found in the library on the second floor.',
]
const closings: readonly string[] = [
  'Questions go to the office on the first floor.',
  'Read more: How the timetable is made',
  'Share this page with a colleague who needs it.',
  'The next review is in autumn.',
  'Printed copies are out of date the moment they leave the printer.',
]

/** Sentences that are about nobody's work. */
const aside = (team: Team, most: number): string =>
  Array.from({ length: 1 + Math.floor(team.next() * most) }, () => team.pick(background)).join(' ')

const handbook = (team: Team): string =>
  team.roles
    .map(
      ({ name, duties }) =>
        `## ${name}\n\n${team.pick(openings)} ${aside(team, 3)}\n\nThe ${name} ${third(duties[0]?.verb ?? 'sort')} ${duties[0]?.rest ?? ''}.\n\n${duties
          .slice(1)
          .map(({ verb, rest, title }) => `- **${title}**: ${verb} ${rest}.`)
          .join('\n')}\n`,
    )
    .join('\n')

const prose = (team: Team): string =>
  team.roles
    .map(({ name, duties }, index) => {
      const sentences = duties.map(({ verb, rest }, place) => {
        if (place === 0) return `In the ${team.place}, the role of a ${name} is to ${verb} ${rest}.`
        if (place % 3 === 1) return `${name}s ${verb} ${rest}.`
        if (place % 3 === 2) return `They also ${verb} ${rest}.`
        return `A ${name} is responsible for what others forget, and ${third(verb)} ${rest}.`
      })
      return `${index + 1}. ${name}s: ${capital(team.pick(duties).title)}\n\n${team.pick(openings)} ${aside(team, 2)} ${sentences.join(' ')}\n\n${aside(team, 4)} ${team.pick(closings)}\n`
    })
    .join('\n')

const matrix = (team: Team): string => {
  const names = team.roles.map(({ name }) => name)
  const rows = team.roles.flatMap(({ duties }, owner) =>
    duties.map(({ verb, rest }) => {
      const cells = names.map((_, column) =>
        column === owner ? 'A/R' : team.pick(['-', '-', 'C', 'I', '']),
      )
      return `| ${capital(verb)} ${rest} | ${cells.join(' | ')} |`
    }),
  )
  return `${team.pick(openings)} ${aside(team, 12)}\n\n| Task | ${names.join(' | ')} |\n|${' --- |'.repeat(names.length + 1)}\n${rows.join('\n')}\n`
}

const page = (team: Team): string =>
  `<section><p>${team.pick(openings)}</p><p>${aside(team, 9)}</p>${team.roles
    .map(
      ({ name, duties }) =>
        `<h2>${name}</h2><p>The ${name} ${third(duties[0]?.verb ?? 'sort')} ${duties[0]?.rest ?? ''}.</p><ul>${duties
          .slice(1)
          .map(({ verb, rest, title }) => `<li><strong>${title}:</strong> ${verb} ${rest}.</li>`)
          .join('')}</ul>`,
    )
    .join('\n')}<div class="share">Share on every platform</div></section>`

const job = (team: Team): string =>
  team.roles
    .map(
      ({ name, duties }) =>
        `${name}\n\nAbout us\n\n${team.pick(openings)} ${aside(team, 6)}\n\nYour responsibilities\n\n${duties
          .map(({ verb, rest }) => `•\u00a0 ${capital(verb)} ${rest}`)
          .join('\n')}\n\nWhat we offer\n\n${team.pick(closings)}\n`,
    )
    .join('\n')

const table = (team: Team): string =>
  `${team.pick(openings)} ${aside(team, 9)}\n\n| Role | Responsibilities |\n| --- | --- |\n${team.roles
    .map(
      ({ name, duties }) =>
        `| ${name} | ${duties.map(({ verb, rest }) => `${capital(verb)} ${rest}`).join('; ')} |`,
    )
    .join('\n')}\n`

const questions = (team: Team): string =>
  `${handbook(team)}\n## FAQ\n\n${team.roles
    .map(
      ({ name, duties }) =>
        `### Who may ${duties[0]?.verb ?? 'sort'} ${duties[0]?.rest ?? ''}?\n\nOnly the ${name}, after a word with the office.\n`,
    )
    .join('\n')}`

const chapters = (place: string, parts: readonly string[]) =>
  `# Who does what in the ${place}\n\n${parts.join('\n')}`

/** The shapes that documents about roles come in. */
export const shapes: readonly Shape[] = [
  { name: 'handbook', extension: 'md', write: handbook, join: chapters },
  {
    name: 'prose',
    extension: 'txt',
    write: prose,
    join: (place, parts) => `The people of the ${place}\n\n${parts.join('\n')}`,
  },
  { name: 'matrix', extension: 'md', write: matrix, join: chapters },
  {
    name: 'page',
    extension: 'html',
    write: page,
    join: (place, parts) =>
      `<!doctype html><html><head><title>${place}</title><style>p{margin:0}</style></head><body><nav><a href="/">Home</a></nav><main><h1>Who does what in the ${place}</h1>${parts.join('\n')}</main><footer>Imprint</footer></body></html>`,
  },
  {
    name: 'job',
    extension: 'txt',
    write: job,
    join: (_, parts) => parts.join('\n'),
  },
  { name: 'table', extension: 'md', write: table, join: chapters },
  { name: 'questions', extension: 'md', write: questions, join: chapters },
]
