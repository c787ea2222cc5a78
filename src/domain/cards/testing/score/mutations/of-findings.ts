import type { RoleGen } from '../../../rolegen.ts'
import { change, wideRange, type Mutation } from './change.ts'

/** An output in which nothing was found. */
const cleared: Partial<RoleGen> = {
  roles: [],
  responsibilities: [],
  skills: [],
  comparisons: [],
  faqs: [],
  cards: [],
}

/** What is found goes wrong: roles, duties, skills, comparisons, questions. */
export const mutationsOfFindings: readonly Mutation[] = [
  change(
    'nothing is found at all',
    ['total', 'rolesFound', 'dutiesFound', 'covered'],
    () => cleared,
  ),
  change('a role is dropped', ['rolesFound', 'rolesWithThreeCards', 'total'], (gen) => {
    const [gone] = gen.roles
    return {
      roles: gen.roles.slice(1),
      responsibilities: gen.responsibilities.filter((duty) => duty.role !== gone?.id),
      cards: gen.cards.filter((card) => card.role !== gone?.id),
    }
  }),
  change('a role is made up', ['rolesPrecise'], (gen) => ({
    roles: [...gen.roles, { id: 'role-x', name: 'Night Baker', aliases: [], anchors: [] }],
  })),
  change('a role is found twice', ['rolesPrecise'], (gen) => ({
    roles: [...gen.roles, ...gen.roles.slice(0, 1).map((role) => ({ ...role, id: 'role-x' }))],
  })),
  change(
    'duties go to the role next door',
    ['dutiesWrongRole', 'dutiesPrecise', 'dutiesFound', 'keysWrong', 'keysRight'],
    (gen) => ({
      responsibilities: gen.responsibilities.map((duty, index) =>
        index === 0 ? { ...duty, role: gen.roles[1]?.id ?? '' } : duty,
      ),
      cards: gen.cards.map((card) =>
        card.target[0] === gen.responsibilities[0]?.id
          ? { ...card, role: gen.roles[1]?.id ?? null }
          : card,
      ),
    }),
  ),
  change('duties are missing', ['dutiesFound', 'covered'], (gen) => ({
    responsibilities: gen.responsibilities.slice(4),
    cards: gen.cards.filter(
      (card) =>
        !card.target.some((id) => gen.responsibilities.slice(0, 4).some((d) => d.id === id)),
    ),
  })),
  change('a duty is made up', ['dutiesPrecise'], (gen, { raw }) => {
    const start = raw.indexOf('Our fire station')
    const quote = raw.slice(start, start + 16)
    const range = { source: 'station', start, end: start + 16, quote }
    const role = gen.roles[0]?.id ?? ''
    return {
      responsibilities: [
        ...gen.responsibilities,
        { id: 'r-x', role, text: 'paint the engines red', prov: [range] },
      ],
    }
  }),
  change('ranges of duties are whole sections', ['dutiesPrecise', 'dutiesFound'], (gen) => ({
    responsibilities: gen.responsibilities.map((duty) => ({ ...duty, prov: [wideRange(gen)] })),
  })),
  change('the cards of some duties are gone', ['covered'], (gen) => ({
    cards: gen.cards.filter((card) => card.target[0] !== gen.responsibilities[0]?.id),
  })),
  change('a role has two cards', ['rolesWithThreeCards'], (gen) => {
    const few = gen.cards.filter((card) => card.role === gen.roles[0]?.id).slice(2)
    return { cards: gen.cards.filter((card) => !few.includes(card)) }
  }),
  change('a skill is lost', ['skillsFound'], (gen) => ({ skills: gen.skills.slice(1) })),
  change('a skill is made up', ['skillsPrecise'], (gen) => ({
    skills: [
      ...gen.skills,
      ...gen.skills.slice(0, 1).map((each) => ({ ...each, name: 'Juggling' })),
    ],
  })),
  change('the comparison is lost', ['comparisonsFound'], () => ({ comparisons: [] })),
  change('the comparison has another aspect', ['comparisonsFound'], (gen) => ({
    comparisons: gen.comparisons.map((each) => ({
      ...each,
      aspects: each.aspects.map((aspect) => ({ ...aspect, name: 'Colour' })),
    })),
  })),
  change('the question is lost', ['questionsFound'], () => ({ faqs: [] })),
  change('a label becomes a question', ['questionsPrecise'], (gen) => ({
    faqs: [...gen.faqs, ...gen.faqs.map((faq) => ({ ...faq, question: 'What does it do?' }))],
  })),
  change('the steps have no card', ['stepsFound'], (gen) => ({
    cards: gen.cards.filter((card) => card.type !== 'order'),
  })),
]
