import { spanOf } from '@ehch/clinical/time';
import { firstWords, type ConceptLike } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { Provision } from '../resources/consent.ts';
import { refusesInWords } from './limits-words.ts';

type Consent = Held<'Consent'>;

/** What a consent is about. Only one about treatment belongs into the agreed limits. */
export type ConsentKind =
  | 'treatment'
  /** Who may see the record. */
  | 'sharing'
  | 'research'
  /** Who may use the resident's own access to services in her place. */
  | 'proxy-access';

/** R4 consentscope. */
const SCOPES: Readonly<Record<string, ConsentKind>> = {
  'patient-privacy': 'sharing',
  research: 'research',
  adr: 'treatment',
  treatment: 'treatment',
};

/** R4 consentcategorycodes, v3-ActCode consent types, and LOINC, where the scope tells nothing. */
const CATEGORIES: Readonly<Record<string, ConsentKind>> = {
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
};

const PROXY = /\bproxy access\b|\bproxy user\b/i;
/** [P] */
const SHARING =
  /\b(?:information|data|record|records) shar|\bshar(?:e|ing) (?:of )?(?:my |her |his )?(?:information|data|record)|\bprivacy\b/i;
const RESEARCH = /\bresearch\b/i;

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
  const found = codes.find((code) => Object.hasOwn(table, code));
  return found === undefined ? undefined : table[found];
}

function consentTitle({ scope, category = [] }: Pick<Consent['value'], 'scope' | 'category'>): string | null {
  return joined(
    [...category, ...(scope === undefined ? [] : [scope])].map((one) => firstWords([one], new Set())),
  );
}

export type SharingObjection = 'whole' | 'part' | null;

/**
 * Whether the resident objects to sharing: an active privacy consent whose rule denies and is in its period. A denial
 * that is narrowed to some actor, purpose or data, or that is an exception to a permission, is the server's to apply; here
 * it is said that something is held back.
 */
export function objectionToSharing(record: PatientRecord): SharingObjection {
  const found = record.all('Consent').map((held) => objectionIn(held, record.today));
  return found.includes('whole') ? 'whole' : found.includes('part') ? 'part' : null;
}

export function objectionIn(held: Consent, today: string): SharingObjection {
  const { status, provision } = held.value;
  if (consentKind(held) !== 'sharing' || status !== 'active' || !isNow(provision, today)) return null;
  if (baseRule(held) === 'deny') return isNarrowed(provision) ? 'part' : 'whole';
  // In words alone nobody can tell how far it reaches.
  if (objectsInWords(held.value)) return 'part';
  return (provision?.provision ?? []).some((one) => deniesWithin(one, today)) ? 'part' : null;
}

function objectsInWords({ provision, policyRule, sourceAttachment, ...value }: Consent['value']): boolean {
  const { code = [], action = [] } = provision ?? {};
  const concepts = [...code, ...action, ...(policyRule === undefined ? [] : [policyRule])];
  const texts = concepts.map((one) => firstWords([one], new Set()));
  return [consentTitle(value), sourceAttachment?.title, ...texts].some((text) => refusesInWords(text));
}

/** R4 gives the root no type of its own: the policy is the rule then. Opted out, with or without exceptions, is a denial. */
function baseRule({ value: { provision, policyRule } }: Consent): 'deny' | 'permit' | null {
  if (provision?.type !== undefined) return provision.type;
  const codes = (policyRule?.coding ?? []).map(({ code }) => code);
  return codes.some((code) => code === 'OPTOUT' || code === 'OPTOUTE') ? 'deny' : null;
}

function deniesWithin(provision: Provision, today: string): boolean {
  if (!isNow(provision, today)) return false;
  return provision.type === 'deny' || (provision.provision ?? []).some((one) => deniesWithin(one, today));
}

/** A period that cannot be read ends nothing. */
function isNow(provision: Provision | undefined, today: string): boolean {
  const start = spanOf(provision?.period?.start ?? null);
  const end = spanOf(provision?.period?.end ?? null);
  return (start === null || start.from <= today) && (end === null || end.to >= today);
}

function isNarrowed(provision: Provision | undefined): boolean {
  const { actor, action, securityLabel, purpose, code, data, dataPeriod } = provision ?? {};
  // Exceptions inside a denial (`provision`) do not make it narrower for us: we cannot tell that they cover this reader.
  const limits = [actor, action, securityLabel, purpose, code, data, provision?.class];
  return limits.some((list) => list !== undefined && list.length > 0) || dataPeriod !== undefined;
}
