import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { leaveOthers } from '../author.ts';
import { cautionsFor } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { Provision } from '../resources/consent.ts';
import { consentKind } from './consents.ts';
import { conceptMeaning, namesCprItself, saidWords, type CprReading } from './cpr-reading.ts';
import type { CprRow } from './cpr-row.ts';
import { whyNotInForce } from './not-in-force.ts';

/** Consents about CPR, by their category or by the content of their rule. */
export function consentRows(record: PatientRecord): readonly CprRow[] {
  return record.all('Consent').flatMap((held) => {
    const reading = consentReading(held);
    const { status, provision, category = [], dateTime, performer = [] } = held.value;
    if (reading === null) return [];
    const notInForce = whyNotInForce(status);
    const cautions = cautionsFor(held);
    if ((held.value.verification ?? []).some(({ verified }) => verified === false))
      cautions.add('unconfirmed');
    leaveOthers(record, held, performer, cautions);
    const codes = aboutCprIn(provision);
    const rule = provision?.type === 'deny' ? 'refused' : provision?.type === 'permit' ? 'agreed' : null;
    const said = joined([...category, ...codes].map((one) => saidWords(one)).concat(rule), ': ') ?? '';
    const from = readDate(provision?.period?.start, cautions);
    const until = readDate(provision?.period?.end, cautions);
    const on = readDate(dateTime, cautions) ?? from;
    return [{ held, part: 'cpr', reading, said, cautions, on, from, until, by: performer, notInForce }];
  });
}

/**
 * What a rule says about CPR. A rule with exceptions or limits is `unclear`: only a person can weigh them, so
 * it is shown in words among the decisions.
 */
function consentReading(held: Held<'Consent'>): CprReading | null {
  if (consentKind(held) !== 'treatment') return null;
  const { provision, category = [] } = held.value;
  const about = aboutCprIn(provision);
  const stated = category.map((one) => conceptMeaning(one)).filter((meaning) => meaning !== null);
  if (stated.length === 0 && about.length === 0) return null;
  if (isNarrowed(provision)) return 'unclear';
  const decisions = category.filter((one) => about.length === 0 || !isDnrCategory(one)).map(conceptMeaning);
  const found = new Set<CprReading>(about.map((concept) => readingOf(concept, provision?.type)));
  for (const meaning of decisions)
    if (meaning !== null && meaning !== 'question')
      found.add(about.length > 0 ? meaning : byRule(meaning, provision));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : 'unclear';
}

/**
 * The German emergency records (GECCO) also file "for resuscitation" under R4's category "do not
 * resuscitate".
 */
function isDnrCategory({ coding = [] }: Concept): boolean {
  return coding.some(({ code }) => code === 'dnr');
}

/**
 * A category that states a decision, with a rule that does not name CPR. Senders deny or permit "do not
 * resuscitate" with either meaning. The category alone is the order.
 */
function byRule(meaning: CprReading, provision: Provision | undefined): CprReading {
  if ((provision?.code ?? []).length > 0) return 'unclear';
  const against = meaning === 'do-not-attempt' ? 'permit' : 'deny';
  return provision?.type === against ? 'unclear' : meaning;
}

type Concept = NonNullable<Provision['code']>[number];

/** What a rule about this concept means: CPR itself agreed or refused, or a decision that is agreed. */
function readingOf(concept: Concept, type: Provision['type']): CprReading {
  const meaning = conceptMeaning(concept);
  if (namesCprItself(concept))
    return type === 'deny' ? 'do-not-attempt' : type === 'permit' ? 'attempt' : 'unclear';
  // "Not for resuscitation" with a denial is a double negative.
  return type === 'deny' || meaning === null || meaning === 'question' ? 'unclear' : meaning;
}

function aboutCprIn(provision: Provision | undefined): readonly Concept[] {
  const own = [...(provision?.code ?? []), ...(provision?.action ?? [])];
  return own
    .filter((concept) => conceptMeaning(concept) !== null)
    .concat((provision?.provision ?? []).flatMap((inner) => aboutCprIn(inner)));
}

function isNarrowed(provision: Provision | undefined): boolean {
  const { actor, purpose, data, securityLabel, dataPeriod } = provision ?? {};
  const limits = [actor, purpose, data, securityLabel, provision?.class, provision?.provision];
  return limits.some((list) => list !== undefined && list.length > 0) || dataPeriod !== undefined;
}
