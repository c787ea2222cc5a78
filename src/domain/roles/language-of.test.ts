import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageOf } from './language-of.ts'
import * as samples from './samples.ts'

const texts: [string, string][] = [
  [
    'de',
    'Die Leitung der Station plant den Dienst und ist für die Sicherheit der Patienten verantwortlich. Sie berichtet dem Vorstand und wird durch eine Stellvertretung unterstützt.',
  ],
  [
    'fr',
    "Le responsable de l'équipe planifie les tâches et veille à la sécurité des patients. Il rend compte à la direction et travaille avec les autres services pour améliorer la qualité.",
  ],
  [
    'es',
    'El jefe de la unidad planifica los turnos y es responsable de la seguridad de los pacientes. También informa a la dirección y trabaja con los otros equipos para mejorar el servicio.',
  ],
  [
    'it',
    'Il responsabile della squadra pianifica i turni e risponde della sicurezza dei pazienti. È anche il riferimento per la direzione e lavora con gli altri servizi.',
  ],
  [
    'pt',
    'O chefe da equipa planeia os turnos e é responsável pela segurança dos doentes. Também informa a direção e trabalha com os outros serviços para melhorar a qualidade.',
  ],
  [
    'nl',
    'Het hoofd van de afdeling plant de diensten en is verantwoordelijk voor de veiligheid van de patiënten. Zij werkt ook met de andere teams en wordt door een plaatsvervanger ondersteund.',
  ],
  [
    'pl',
    'Kierownik oddziału planuje dyżury oraz odpowiada za bezpieczeństwo pacjentów. Jest on także odpowiedzialny za raporty, które są przesyłane do dyrekcji, i nie może ich pominąć.',
  ],
  ['ru', 'Руководитель отделения планирует смены и отвечает за безопасность пациентов.'],
  ['uk', 'Керівник відділення планує зміни і відповідає за безпеку пацієнтів та їхній догляд.'],
  ['ja', '責任者はシフトを計画し、患者の安全に責任を負います。'],
  ['zh', '主管负责安排班次并对患者的安全负责。'],
  ['ar', 'يخطط رئيس القسم للمناوبات وهو مسؤول عن سلامة المرضى.'],
]

describe('the language of a text', () => {
  test.each(texts)('%s is told by its small words or its script', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })

  test('documents in English are English, prose, lists and matrices alike', () => {
    const { handbook, jobDescription, matrix, page, prose, roleFile, roleTable, soup } = samples
    for (const text of [handbook, jobDescription, matrix, page, prose, roleFile, roleTable, soup])
      expect(languageOf(text)).toBe('en')
    const deck = join(import.meta.dirname, '../../../decks/mlops-roles/source.role.md')
    expect(languageOf(readFileSync(deck, 'utf8'))).toBe('en')
  })

  test('lists of names, letters of a matrix and an empty text claim nothing', () => {
    expect(languageOf('')).toBe('en')
    expect(languageOf('| Task | Müller | Da Silva |\n| Backup | A | I |\n'.repeat(30))).toBe('en')
    expect(languageOf('- Deploy models\n- Monitor drift\n- Train staff\n'.repeat(40))).toBe('en')
  })

  test('a foreign quotation does not make an English text foreign', () => {
    const english = 'The manager of the ward plans the shifts and is responsible for safety. '
    expect(languageOf(`${english.repeat(5)}${texts[0]?.[1]}`)).toBe('en')
    expect(languageOf(`${english}${texts[0]?.[1].repeat(5)}`)).toBe('de')
  })

  test('an unknown language in Latin letters is at least not English', () => {
    const estonian =
      'Osakonna juhataja koostab töögraafikud ning vastutab patsientide ohutuse eest. '
    expect(languageOf(estonian.repeat(40))).toBe('und')
  })

  test('only a part of a large text is looked at', () => {
    const started = performance.now()
    languageOf('Die Leitung plant den Dienst und ist verantwortlich. '.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
