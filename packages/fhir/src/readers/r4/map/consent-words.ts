import type { Caution } from '@ehch/clinical';
import { byCode } from '../../../by-code.ts';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { TextPart } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { Provision } from '../resources/consent.ts';
import { deniesInWords } from './limits-words.ts';

/** The record that a rule belongs to, and the cautions to add while it is put into words. */
interface ConsentWording {
  readonly record: PatientRecord;
  readonly held: Held<'Consent'>;
  readonly cautions: Set<Caution>;
}

const VERB = { deny: 'refused', permit: 'agreed' } as const;

/**
 * A rule with all its exceptions: "All treatment agreed, except Ventilation (refused)". In R4, a nested
 * provision is an exception to the provision around it. Half a rule is a different rule.
 */
export function provisionText(provision: Provision, wording: ConsentWording): readonly TextPart[] {
  const what = whatOf(provision, wording);
  const verb = provision.type === undefined ? null : VERB[provision.type];
  const limits = limitsOf(provision, wording);
  const said = ruleWords(what, verb, wording);
  const base: readonly TextPart[] = [...(said === null ? [] : [said]), ...bracketed(limits)];
  const inner = provision.provision ?? [];
  // The outer provision states nothing, so the inner ones are all that is said.
  if (base.length === 0)
    return inner.flatMap((one, index) => [...(index > 0 ? ['; '] : []), ...provisionText(one, wording)]);
  return [...base, ...inner.flatMap((one) => exception(one, provision.type, wording))];
}

/** "Refuses blood, agreed" would say both. Beside words that deny, the verb is quoted as the rule. */
function ruleWords(
  what: string | null,
  verb: string | null,
  { held, cautions }: ConsentWording,
): string | null {
  const about = what ?? consentTitle(held, new Set());
  if (verb === null || !deniesInWords(about)) return joined([what, verb]);
  if (verb === VERB.permit) cautions.add('contradicts-itself');
  else if (what === null) return verb;
  return joined([what, `the rule says “${verb}”`], ': ');
}

/** An exception with its own exceptions. R4 nests them without a limit. */
function exception(
  provision: Provision,
  outer: Provision['type'],
  wording: ConsentWording,
): readonly TextPart[] {
  const what = whatOf(provision, wording);
  const limits = limitsOf(provision, wording);
  const inner = (provision.provision ?? []).flatMap((one) => exception(one, provision.type, wording));
  if (what === null && limits.length === 0 && inner.length === 0) {
    wording.cautions.add('partly-unreadable');
    return ['; it has exceptions that are not shown'];
  }
  const link = provision.type !== undefined && provision.type === outer ? ', and ' : ', except ';
  const verb = provision.type === undefined ? null : VERB[provision.type];
  if (verb === VERB.permit && deniesInWords(what)) wording.cautions.add('contradicts-itself');
  const inside: readonly TextPart[] = [
    ...(verb === null ? [] : [verb]),
    ...limits.map(comma(verb)).flat(),
    ...inner,
  ];
  return [link, what ?? 'all', ...(inside.length === 0 ? [] : [' (', ...inside, ')'])];
}

function comma(verb: string | null) {
  return (limit: readonly TextPart[], index: number): readonly TextPart[] =>
    verb === null && index === 0 ? limit : [', ', ...limit];
}

function bracketed(limits: readonly (readonly TextPart[])[]): readonly TextPart[] {
  if (limits.length === 0) return [];
  return [' (', ...limits.flatMap((limit, index) => (index > 0 ? ['; ', ...limit] : limit)), ')'];
}

/** What the resident agreed to or refused: treatments, actions, kinds of record. */
function whatOf(provision: Provision, { record, held, cautions }: ConsentWording): string | null {
  const { code = [], action = [], data = [] } = provision;
  const concepts = [...code, ...action].map((concept) => conceptWords(concept, cautions));
  const kinds = (provision.class ?? []).map((coding) => conceptWords({ coding: [coding] }, cautions));
  const records = data.map(({ reference, meaning }) =>
    joined([nameOf(record, reference, held) ?? 'a record', meaning === 'instance' ? null : meaning], ', '),
  );
  return joined([...concepts, ...kinds, ...records], ', ');
}

/** What limits a rule: to whom, for what purpose, when. */
function limitsOf(provision: Provision, wording: ConsentWording): readonly (readonly TextPart[])[] {
  const { record, held, cautions } = wording;
  const { actor = [], purpose = [], securityLabel = [], period, dataPeriod } = provision;
  const who = actor.flatMap(({ role, reference }) => {
    const name = nameOf(record, reference, held);
    if (name === null && reference !== undefined) cautions.add('reference-missing');
    return joined([conceptWords(role, cautions), name], ': ') ?? [];
  });
  const why = purpose.map((coding) => named(PURPOSES, { coding: [coding] }, cautions));
  const labels = securityLabel.map((coding) => conceptWords({ coding: [coding] }, cautions));
  return [
    ...who.map((text) => [`for ${text}`]),
    ...(why.length === 0 ? [] : [[`purpose: ${joined(why, ', ') ?? 'not stated'}`]]),
    ...(labels.length === 0 ? [] : [[`records marked ${joined(labels, ', ') ?? 'without words'}`]]),
    ...periodText(period, '', cautions),
    ...periodText(dataPeriod, 'records ', cautions),
  ];
}

function periodText(
  period: Provision['period'],
  before: string,
  cautions: Set<Caution>,
): readonly (readonly TextPart[])[] {
  const start = readDate(period?.start, cautions);
  const end = readDate(period?.end, cautions);
  const parts: TextPart[] = [];
  if (start !== null) parts.push(`${before}from `, { date: start });
  if (end !== null) parts.push(start === null ? `${before}until ` : ' until ', { date: end });
  return parts.length === 0 ? [] : [parts];
}

/** v3-PurposeOfUse, in the words of a care home. */
const PURPOSES = byCode<string>({
  TREAT: 'treatment',
  ETREAT: 'emergency treatment',
  HRESCH: 'research',
  HPAYMT: 'payment',
  HOPERAT: 'running the service',
  PWATRNY: 'power of attorney',
});

/** R4 consentscope and consentcategorycodes, for codes without words. */
const TITLES = byCode<string>({
  adr: 'Advance care directive',
  treatment: 'Treatment',
  acd: 'Advance directive',
  dnr: 'Do not resuscitate',
  hcd: 'Health care directive',
  polst: 'Portable medical order',
});

// Words that the author chose come before the words of this table.
function named(
  table: Readonly<Record<string, string>>,
  concept: ConceptLike,
  cautions: Set<Caution>,
): string | null {
  const { text, coding = [] } = concept;
  if (words(text) !== null || coding.some(({ display }) => words(display) !== null))
    return conceptWords(concept, cautions);
  const known = coding.flatMap(({ code }) => (code === undefined ? [] : (table[code] ?? [])));
  return known[0] ?? conceptWords(concept, cautions);
}

/** The categories of a consent, with the scope where it says more than "treatment" or "advance directive". */
export function consentTitle({ value }: Held<'Consent'>, cautions: Set<Caution>): string | null {
  const { category = [], scope } = value;
  const titles = category.map((concept) => named(TITLES, concept, cautions));
  const isPlain = scope !== undefined && PLAIN_SCOPES.has(scopeKey(scope));
  if (scope !== undefined && (titles.length === 0 || !isPlain)) titles.push(named(TITLES, scope, cautions));
  return joined([...new Set(titles)], ', ');
}

/** R4's own scopes, with and without their words. The kind of the decision already says the same. */
const PLAIN_SCOPES: ReadonlySet<string> = new Set([
  'adr',
  'adr advanced care directive',
  'treatment',
  'treatment treatment',
]);

function scopeKey({ coding = [], text }: ConceptLike): string {
  const parts = coding.flatMap(({ code, display }) => [code, display]);
  return (joined([...parts, text]) ?? '').toLowerCase();
}

/** What else a consent states: its policy, who confirmed it, and the document with its text. */
export function consentAsides({ record, held, cautions }: ConsentWording): readonly TextPart[] {
  const { policyRule, verification = [], sourceAttachment, sourceReference } = held.value;
  const rule = conceptWords(policyRule, cautions);
  const source = joined([words(sourceAttachment?.title), nameOf(record, sourceReference, held)], ', ');
  const written = readDate(sourceAttachment?.creation, cautions);
  const checked = verification.flatMap((one): readonly TextPart[] => {
    const date = readDate(one.verificationDate, cautions);
    const who = nameOf(record, one.verifiedWith, held);
    if (one.verified === false) cautions.add('unconfirmed');
    const verb = one.verified === false ? '; NOT confirmed' : '; confirmed';
    return [
      joined([verb, who === null ? null : `with ${who}`]) ?? verb,
      ...(date === null ? [] : [', ', { date }]),
    ];
  });
  return [
    ...(rule === null ? [] : [`; rule: ${rule}`]),
    ...checked,
    ...(source === null ? [] : [`; document: ${source}`]),
    ...(written === null ? [] : ['; document of ', { date: written }]),
  ];
}
