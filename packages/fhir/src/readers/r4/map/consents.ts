import { spanOf } from '@ehch/clinical/time';
import { byCode } from '../../../by-code.ts';
import { firstWords, type ConceptLike } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { Provision } from '../resources/consent.ts';
import { refusesInWords } from './limits-words.ts';

type Consent = Held<'Consent'>;

/** What a consent is about. Only a consent about treatment belongs to the agreed limits. */
export type ConsentKind =
  | 'treatment'
  /** Who may see the record. */
  | 'sharing'
  | 'research'
  /** Who may use the resident's own access to services on the resident's behalf. */
  | 'proxy-access';

/** R4 consentscope. */
const SCOPES = byCode<ConsentKind>({
  'patient-privacy': 'sharing',
  research: 'research',
  adr: 'treatment',
  treatment: 'treatment',
});

/** R4 consentcategorycodes, v3-ActCode consent types and LOINC, for when the scope does not decide. */
const CATEGORIES = byCode<ConsentKind>({
  npp: 'sharing',
  emrgonly: 'sharing',
  EMRGONLY: 'sharing',
  ICOL: 'sharing',
  IDSCL: 'sharing',
  INFA: 'sharing',
  INFAO: 'sharing',
  INFASO: 'sharing',
  IRDSCL: 'sharing',
  '64292-6': 'sharing',
  '57016-8': 'sharing',
  research: 'research',
  RESEARCH: 'research',
  rsdid: 'research',
  rsreid: 'research',
});

const PROXY = /\bproxy access\b|\bproxy user\b/i;
/** [P] Words for consent to share information. */
const SHARING =
  /\b(?:information|data|record|records) shar|\bshar(?:e|ing) (?:of )?(?:my |her |his )?(?:information|data|record)|\bprivacy\b/i;
const RESEARCH = /\bresearch\b/i;

/**
 * What a consent is about. Codes decide before the words of the title, but proxy access is known by its
 * words.
 */
export function consentKind({ value }: Consent): ConsentKind {
  const { scope, category = [] } = value;
  const title = consentTitle(value) ?? '';
  if (PROXY.test(title)) return 'proxy-access';
  const coded = kindIn(SCOPES, scope) ?? category.map((one) => kindIn(CATEGORIES, one)).find(Boolean);
  if (coded) return coded;
  if (SHARING.test(title)) return 'sharing';
  return RESEARCH.test(title) ? 'research' : 'treatment';
}

function kindIn(table: Readonly<Record<string, ConsentKind>>, concept: ConceptLike | undefined) {
  const codes = (concept?.coding ?? []).flatMap(({ code }) => code ?? []);
  return codes.map((code) => table[code]).find((kind) => kind !== undefined);
}

function consentTitle({ scope, category = [] }: Pick<Consent['value'], 'scope' | 'category'>): string | null {
  return joined(
    [...category, ...(scope === undefined ? [] : [scope])].map((one) => firstWords([one], new Set())),
  );
}

/** How far an objection to sharing reaches. `null`: there is none. */
export type SharingObjection = 'whole' | 'part' | null;

/**
 * Whether the resident objects to sharing: an active privacy consent in its period, whose rule denies.
 * The server must apply a denial of some actor, purpose or data, or a denial within a permission. Here the
 * screen says that something is withheld.
 */
export function objectionToSharing(record: PatientRecord): SharingObjection {
  const found = record.all('Consent').map((held) => objectionIn(held, record.today));
  return found.includes('whole') ? 'whole' : found.includes('part') ? 'part' : null;
}

/** How far the objection in one consent reaches on this day. */
export function objectionIn(held: Consent, today: string): SharingObjection {
  const { status, provision } = held.value;
  if (consentKind(held) !== 'sharing' || status !== 'active' || !isNow(provision, today)) return null;
  if (baseRule(held) === 'deny') return isNarrowed(provision) ? 'part' : 'whole';
  // Words alone do not say how far the objection reaches.
  if (objectsInWords(held.value)) return 'part';
  return (provision?.provision ?? []).some((one) => deniesWithin(one, today)) ? 'part' : null;
}

function objectsInWords({ provision, policyRule, sourceAttachment, ...value }: Consent['value']): boolean {
  const { code = [], action = [] } = provision ?? {};
  const concepts = [...code, ...action, ...(policyRule === undefined ? [] : [policyRule])];
  const texts = concepts.map((one) => firstWords([one], new Set()));
  return [consentTitle(value), sourceAttachment?.title, ...texts].some((text) => refusesInWords(text));
}

/**
 * The rule of a consent. R4 gives the outermost provision no type of its own, so the policy is the rule.
 * Opting out is a denial, with or without exceptions.
 */
function baseRule({ value: { provision, policyRule } }: Consent): 'deny' | 'permit' | null {
  if (provision?.type !== undefined) return provision.type;
  const codes = (policyRule?.coding ?? []).map(({ code }) => code);
  return codes.some((code) => code === 'OPTOUT' || code === 'OPTOUTE') ? 'deny' : null;
}

function deniesWithin(provision: Provision, today: string): boolean {
  if (!isNow(provision, today)) return false;
  return provision.type === 'deny' || (provision.provision ?? []).some((one) => deniesWithin(one, today));
}

/** Whether a provision applies today. A period that cannot be read ends nothing. */
function isNow(provision: Provision | undefined, today: string): boolean {
  const start = spanOf(provision?.period?.start ?? null);
  const end = spanOf(provision?.period?.end ?? null);
  return (start === null || start.from <= today) && (end === null || end.to >= today);
}

function isNarrowed(provision: Provision | undefined): boolean {
  const { actor, action, securityLabel, purpose, code, data, dataPeriod } = provision ?? {};
  // Exceptions within a denial (`provision`) do not narrow it here: this reader cannot tell whether they
  // include it.
  const limits = [actor, action, securityLabel, purpose, code, data, provision?.class];
  return limits.some((list) => list !== undefined && list.length > 0) || dataPeriod !== undefined;
}
