/**
 * Frequent small words of languages that are written in Latin letters, by ISO 639-1 code. Words that are also
 * common English ones ("in", "die", "an", "was", "are") are left out, single letters too, so that each hit speaks for its language.
 */
export const smallWords: Readonly<Record<string, string>> = {
  en: 'the and of to for with that this is are be by from on as it or which their they will has have must each who what when how all any not its at your our you we an was',
  de: 'der das und ist nicht ein eine einer eines einem einen mit auf dem den des im zu sich auch für von wird werden sind bei oder nach aus über durch als wie zur zum alle seine ihre dass wenn beim vom sowie kann',
  fr: 'le la les des du et est une un dans pour par sur avec qui que aux au ce cette ces sont ou ne pas leur leurs ses il elle nous vous plus être ainsi afin chaque',
  es: 'el los las una un del para por con es se que como más sus su al son este esta estos cada entre sobre también sin lo ser desde cuando debe',
  it: 'il lo gli una un del della dei delle di che per con sono si da nel nella alla al anche più come ogni loro questo questa degli dal dalla sul sulla',
  pt: 'os um uma do da dos das em no na nos nas para por com que se são não ao mais como seu sua seus suas pelo pela também cada entre sobre ou',
  nl: 'het een van en dat met voor niet zijn op aan er ook bij door naar uit om wordt worden deze als dit hun of heeft moet kan elke over zich',
  sv: 'och att det som en på är av för med till den inte har ett om de från vid eller kan ska alla sin varje också',
  da: 'og at det som en på er af for med til den ikke har et om de fra ved eller kan skal alle sin hver også',
  no: 'og det som en på er av for med til den ikke har et om de fra ved eller kan skal alle sin hver også',
  fi: 'ja on ei se että tai sekä ovat kun joka jotka mukaan myös hän voi kuten sen kaikki',
  pl: 'na do się nie jest oraz że przez dla od po jak są lub które który która za jego ich tym ze może każdy',
  cs: 'na se je do že pro za od po jako jsou nebo který která které jeho jejich při podle také každý musí',
  hu: 'az és hogy nem egy is meg ez azt van vagy mint ezt kell által minden amely ki ha csak után',
  ro: 'și în de la cu pe pentru din care este sunt nu un prin sau ale lor fiecare mai ce fi',
  tr: 've bir bu için ile olarak olan de da daha her gibi en çok ise veya tarafından kadar sonra',
  id: 'dan yang di untuk dengan dari pada adalah dalam ini itu tidak akan atau oleh ke sebagai setiap para',
  vi: 'và của là các có trong cho được với một những này không người khi đến để về theo',
}

/** Scripts that no English text is written in, by the language they most often stand for. */
export const foreignScripts: readonly (readonly [language: string, pattern: RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af\u1100-\u11ff]/g],
  ['zh', /[\u4e00-\u9fff\u3400-\u4dbf]/g],
  ['uk', /[іїєґІЇЄҐ]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['th', /[\u0e00-\u0e7f]/g],
]
