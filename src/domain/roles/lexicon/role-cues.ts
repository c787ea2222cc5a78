/**
 * Beginnings of words by which a heading says that roles and duties stand below it ("Rollen", "Zuständigkeit",
 * "responsabilités"), by ISO 639-1 code; words of fewer than five letters count as whole words only. A recipe for
 * soup has none of them.
 */
const cuesByLanguage: Readonly<Record<string, string>> = {
  de: 'rolle zuständig verantwort aufgabe funktion stelle wer',
  fr: 'rôle responsab mission fonction poste attribution équipe qui',
  es: 'rol roles responsab función funciones puesto tarea cargo equipo quién',
  it: 'ruolo ruoli responsabil compiti mansion incaric',
  pt: 'papel papéis função funções responsab atribuiç tarefa cargo equipe equipa quem',
  nl: 'rol rollen taak taken verantwoordel functie wie',
  sv: 'roll roller ansvar uppgift uppdrag vem',
  da: 'rolle ansvar opgave stilling hvem',
  no: 'rolle ansvar oppgave stilling hvem',
  fi: 'rooli vastuu tehtäv',
  pl: 'rola role odpowiedzial obowiąz zadani stanowisk kto',
  cs: 'role odpovědn povinnost úkol kdo',
  hu: 'szerep felelős feladat',
  ro: 'rol roluri responsabilit atribuți sarcin',
  tr: 'rol roller görev sorumlu',
  id: 'peran tanggung tugas',
  vi: 'vai trách nhiệm',
  ru: 'роль роли обязанност ответствен задач должност кто',
  uk: 'роль ролі обов завдан відповідал хто',
  el: 'ρόλ ρόλος ρόλοι αρμοδι ευθύν καθήκ',
  ja: '役割 責任 担当 職務',
  ko: '역할 책임 담당',
  zh: '职责 角色 责任 岗位 職責 崗位',
  ar: 'دور أدوار مسؤول مهام واجب',
  he: 'תפקיד אחריות',
  hi: 'भूमिका जिम्मेदार',
  th: 'บทบาท หน้าที่',
}

/** These scripts do not part words by blanks. */
const unspaced: ReadonlySet<string> = new Set(['ja', 'ko', 'zh', 'th'])

/** Does a heading of a text in `language` speak of roles or duties? False where the language is not known. */
export function hasRoleCue(heading: string, language: string): boolean {
  const cues = cuesByLanguage[language]?.split(' ') ?? []
  const lower = heading.toLowerCase()
  if (unspaced.has(language)) return cues.some((cue) => lower.includes(cue))
  const words = lower.match(/[\p{L}\p{M}]+/gu) ?? []
  return cues.some((cue) =>
    words.some((word) => (cue.length < 5 ? word === cue : word.startsWith(cue))),
  )
}
