import type { DecisionMaker } from '@ehch/clinical';
import { ATTORNEY_HEALTH } from '../../../codes/limits.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { spokenName } from '../../../names.ts';
import { byNewest, fact } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { cautionWhenOverInWords } from './end-in-words.ts';
import { RELATIVE } from './family-words.ts';
import { deniesInWords } from './limits-words.ts';
import { cautionsOfDecision, standingOfAuthority } from './original.ts';
import { isFormOver } from './over-in-words.ts';
import { hasEndedNow } from './passed.ts';

/**
 * [P] Words for an attorney or a deputy. An authority over property and money decides nothing about
 * treatment.
 */
const AUTHORITY = /\b(power of attorney|attorney|deputy|court of protection|lpa)\b/i;
/** [P] An enduring power of attorney, as made until October 2007, counts as one over property and money. */
const MONEY = /\b(property|financ\w*|enduring power)/i;
const HEALTH = /\b(health|welfare)\b/i;

/** [P] Words that say that somebody is no attorney today. */
const NOT_TODAY =
  /\b(pending|appl(?:ied|ying|ication)|unregistered|not (?:yet )?registered|former|previous|suspended|ended|lapsed)\b|\b(?:no|not|without|never) (?:\w+ ){0,4}?(?:attorney|deputy|lpa)\b|\b(?:died|deceased|disclaim\w*|resigned|relinquish\w*|considering|(?:intends?|wish(?:es)?|wants?|plan(?:s|ning)?|hop(?:es|ing)) to (?:be(?= (?:an |the |her |his )?(?:attorney|deputy))|become|make|set up|apply|act|register)|being (?:set up|made|arranged|sought)|to be (?:set up|made|arranged|appointed|attorney|deputy))\b/i;

/** [P] Words by which the resident, or the resident's husband, is at the other end of the authority. */
const OTHER_WAY_ROUND = new RegExp(
  String.raw`\b(?:resident|patient) (?:holds|is|acts)\b|\bfor (?:the |this )?(?:resident|patient)['’]?s ${RELATIVE}(?:['’]?s)?\W*$`,
  'i',
);

/** [P] A name that says that its bearer is dead: "Jo Reed (died 2025)". */
const DEAD = /\b(?:died|deceased)\b/i;

/** Whether a relationship gives authority over health and welfare, by its words. */
export function isAuthority(text: string): boolean {
  return AUTHORITY.test(text) && (!MONEY.test(text) || HEALTH.test(text));
}

/**
 * People with authority over the resident's health and welfare. An authority that has not begun comes last,
 * with a caution.
 */
export function decisionMakers(record: PatientRecord): readonly DecisionMaker[] {
  const found = record.all('RelatedPerson').flatMap((held): readonly DecisionMaker[] => {
    const { value } = held;
    if (value.active === false || hasEndedNow(value, record)) return [];
    const cautions = cautionsOfDecision(held);
    const relationships = (value.relationship ?? []).map((concept) => ({
      text: conceptWords(concept, cautions) ?? '',
      coded: codesIn(concept, SNOMED).includes(ATTORNEY_HEALTH),
    }));
    const own = standingOfAuthority(held);
    const authority = relationships.find(
      // The first words of somebody whom the plan names are the authority, such as an advocate's.
      ({ coded, text }, place) =>
        (coded || isAuthority(text) || (place === 0 && own.standing !== undefined)) && !isDenied(text),
    );
    const name = spokenName(value.name, record.today) ?? 'Name not recorded';
    if (authority === undefined || DEAD.test(name)) return [];
    record.show(held, 'limits');
    const relation =
      relationships.find((one) => one !== authority && one.text !== '' && !AUTHORITY.test(one.text))?.text ??
      null;
    const on = readDate(value.period?.start, cautions);
    cautionWhenOverInWords([authority.text], record, cautions);
    return [
      {
        ...fact(record, held, cautions, { on, part: 'authority' }),
        name,
        relation,
        authority: authority.coded ? codedAuthority(authority.text) : authority.text,
        ...own,
      },
    ];
  });
  return found.toSorted(byNewest);
}

/**
 * Whether the words deny the authority: "no power of attorney", "revoked", "application pending". The people
 * section still shows them, but nobody may decide by them.
 */
function isDenied(text: string): boolean {
  return deniesInWords(text) || isFormOver([text]) || NOT_TODAY.test(text) || OTHER_WAY_ROUND.test(text);
}

// The code says health and welfare. Words that say money only are shown beside it.
function codedAuthority(text: string): string {
  const coded = 'Lasting power of attorney, health and welfare';
  return MONEY.test(text) && !HEALTH.test(text) ? `${coded}, in words “${text}”` : coded;
}
