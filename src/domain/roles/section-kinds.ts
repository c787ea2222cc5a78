import { singularRoleNoun } from './lexicon/role-nouns.ts'
import { remembered } from './remembered.ts'

/** What stands under a heading, by what the heading says. */
export type SectionKind =
  | 'duties'
  | 'skills'
  | 'faq'
  | 'comparison'
  | 'not-duties'
  | 'works-with'
  | 'steps'
  | 'aside'
  | 'plain'

const callsToAction =
  /^(?:to (?:know|learn|find out|read) more|(?:read|learn|know|find out|see|discover) (?:more|next|also)|also read|read(?: this)? next|see also|related|you (?:may|might) also like|(?:click|tap) (?:here|below|on)|subscribe|follow us|share(?:$| (?:this|tweet|on|the|your))|tweet|pin it|sign up|download (?:our|the|your|now|free)|join (?:us|our)|newsletter|advertisement|sponsored|skip to|back to top|previous|next(?:$| (?:post|page|article))|leave a (?:reply|comment)|comments?$|tags?:|categor(?:y|ies):|posted|published|written by|by [A-Z]\S+ \S+$|last (?:updated|edited|reviewed|modified)|updated|cookies?\b|we use cookies|this (?:site|website) uses|accept all|apply (?:now|here|today|online)|print(?:ed copies)?\b|edit this page|was this page|did you (?:like|find)|need help|get in touch|contact us|all rights reserved|©|copyright)/i

/** Is a line an invitation, a share link or page furniture rather than content? */
export const isCallToAction = (text: string): boolean =>
  callsToAction.test(text.trim().replace(/^[\W_]+(?=\w)/, ''))

const kinds: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'faq',
    /\bfaqs?\b|frequently asked|questions? (?:and|&) answers?|^q ?& ?a\b|^(?:(?:common|frequent|your|other|some|more) )?questions\b/i,
  ],
  [
    'not-duties',
    /\bnot (?:responsible|accountable)\b|\bout of scope\b|\bdo(?:es)? not (?:do|own|include|cover)\b|\bnot in scope\b|\bdoesn[’']t (?:do|own|include)\b|\bnot (?:part of|a duty of|our job|your job)\b|\b(?:is|are) not for\b|\bnot expected to\b|\bwhat .{2,40} (?:doesn[’']t|does not|do not|don[’']t) do\b|^exclu(?:sions?|ded)\b|\boutside (?:the )?(?:scope|remit)\b|^boundar(?:y|ies)\b|^limits of\b/i,
  ],
  ['comparison', /\bvs\.?(?:\s|$)|\bversus\b|\bcompared (?:to|with)\b|\bdifferences? between\b/i],
  [
    'works-with',
    /^(?:who (?:you|they)[’']?(?:ll)? )?works? (?:closely )?with\b|^(?:key )?collaborat(?:es|ion|ors)(?: with)?\b|^(?:key )?(?:interfaces?|contacts|relationships)\b|^reports? to\b|^reporting (?:line|to)\b|^hands? (?:over|off) to\b|^who (?:you|they)(?:[’']ll| will)? (?:be )?work(?:ing)? with\b/i,
  ],
  [
    'steps',
    /\bsteps?\b(?! up\b)|\bprocedures?$|\bprocedure for\b|\bstep[- ]by[- ]step\b|^how (?:a|an|the|we|to) .{2,60}$|\bworkflow$|\bin order:?$/i,
  ],
  [
    'aside',
    /\bconclusion\b|^summary$|^in summary\b|table of contents|^contents$|^on this page|\bsalar(?:y|ies)\b|\bpay (?:and|&)|^pay$|\bcompensation\b|\bbenefits?\b|\bperks\b|\bhow to (?:apply|become)\b|\bhow (?:can|do) (?:i|you|we|people) (?:apply|become|join)\b|\bbecom(?:e|ing)\b|\babout (?:us|you|the (?:company|author|team|organi[sz]ation))\b|^why (?:join|work|have|us|we)\b|^who (?:are|is) (?:they|it|he|she|we)\b|^who we are\b|\bchallenges?\b|\bresources$|\breferences$|\bfurther (?:reading|information)\b|^tips\b|\btrends\b|\bequal opportunit|\bdiversity\b|\bwhat we (?:offer|provide)\b|\bwe offer\b|\bwhat(?:[’']s| is) in it for\b|\bjob outlook\b|\bcareer (?:path|growth|progression|development)\b|\bhistory$|^history\b|\bdisclaimer\b|\bcopyright\b|\bglossary\b|\bingredients\b|^method$|\bsimilar jobs\b|\bfinal thoughts\b|\bhow to apply\b|\bapplication process\b|\bselection process\b|\binterview (?:process|questions?)\b|^(?:revision|change|version|document) (?:history|control|log)\b|\bappointment (?:and|&) (?:removal|term)\b|\bvot(?:e|es|ing)\b|^elections?\b|^terms? of office\b|\bnominat(?:ion|ing)\b/i,
  ],
  [
    'duties',
    /\bresponsibilit|\bresponsible(?: for\b|:?$)|\bdut(?:y|ies)\b|\bwhat (?:you|they|we|it|he|she)(?:[’']ll| will|[’']d)? (?:be )?(?:do|doing|own|be doing)\b|\btasks?\b|\baccountab|\bkey purpose\b|\bday[ -](?:to|by|in)[ -](?:day|the life)|\bmission$|\bin this role\b|\b(?:about )?the role$|\byour role\b|^role$|\bwhat (?!(?:\w+ ){0,2}(?:skills?|qualifications?|experience|training|knowledge|licen[cs]es?|certificates?)\b).{2,50} do(?:es)?\b|^(?:he|she|they|you|who)?\s*owns?\b|\bexpect(?:ed|ations?)\b|\bactivit(?:y|ies)$|\bfunctions$|^(?:the )?job$|^(?:your|the) work$|\b(?:shall|will|must|should|may|can|is to|are to)(?: also| then| always| typically| normally)?\s*:?$|\bin charge of\b|\blooks? after\b|\btakes? care of\b|\bauthority\b|\bpowers\b|\bprivileges\b|\bdeliverables\b/i,
  ],
  [
    'skills',
    /\bskill(?:s|set)?\b|\bcompetenc|\bqualifications?\b|\brequire(?:ments?|d)\b|\bwhat you(?:[’']ll)? (?:need|bring)\b|\bwhat we(?:[’']re)? (?:look|expect)|\bwho you are\b|\byou (?:have|bring|are)\b|\bexperience\b|\beducation\b|\bcertifications?\b|\bnice[ -]to[ -]haves?\b|\bmust[- ]haves?\b|\bperson specification\b|\bessential$|\bdesirable$|\bideal candidate\b|\bknowledge\b|\battributes\b|\bpreferred\b|\bprerequisites?\b|\beligib|\bwhat .{2,40} (?:must|(?:has|have|needs?) to) (?:know|have|bring)\b/i,
  ],
]

const kindByPattern = (text: string): SectionKind =>
  kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'plain'

const ofSomebody =
  /\s+(?:of|for|to be|to become|as)\s+(?:(?:an?|the|our|your|each|every)\s+)?[^.?!]{2,60}$/i

const lastWord = (text: string) => /([\p{L}-]+)\W*$/u.exec(text)?.[1] ?? ''

/**
 * What a heading announces. The name of a job announces nothing, whatever words it holds: "User Experience
 * Designer" is about no experience, "Duties of the Benefits Manager" about duties.
 */
export const kindOf = remembered((heading): SectionKind => {
  const text = heading.replace(/[*_]/g, '').trim()
  const isName = singularRoleNoun(lastWord(text.replace(/\s*\([^)]*\)\s*:?$/, ''))) !== null
  if (!isName || /[?]\s*$/.test(text)) return kindByPattern(text)
  if (kinds[2]?.[1].test(text)) return 'comparison'
  const rest = text.replace(ofSomebody, '')
  return rest === text ? 'plain' : kindByPattern(rest)
}, 5000)

/** Does a heading say that roles, teams or offices stand below it? */
export const announcesRoles = (heading: string): boolean =>
  /\b(?:roles?|teams?|positions|officers|offices|committees|people|personnel|staff|who \w+(?: \w+){0,2} what|who is who|who[’']s who|levels?|ladder|titles|duties|job (?:families|profiles|descriptions)|areas? of (?:responsibility|duty|work)|responsibilit(?:y|ies)|functions|departments|units|groups|jobs|crew|members)\b/i.test(
    heading,
  ) && !/\bskills?\b|\bhow to\b|\?$/i.test(heading)
