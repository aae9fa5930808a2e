import { defineInstrument } from '../../instrument.ts';
import type { ScoreItem, ScoreResult } from '../../score.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import { fieldsOf, textOf, whyNot, type Given } from '../not-answered.ts';
import { SOFT_SIGN_ITEMS, SOFT_SIGNS, type SoftSignId } from './soft-sign-list.ts';

/** For each sign: whether it is present, and then since when, whether it is usual, and a note. */
export type SoftSignsInput = Assessed & { readonly [Sign in SoftSignId]?: Given<boolean | 'yes' | 'no'> } & {
  readonly [Since in `${SoftSignId}-since`]?: string | null;
} & { readonly [Usual in `${SoftSignId}-usual`]?: 'yes' | 'no' | 'not-known' | null } & {
  readonly [Note in `${SoftSignId}-note`]?: string | null;
};

interface SoftSign {
  readonly id: SoftSignId;
  /** In the observer's words; `null` if not stated. */
  readonly newSince: string | null;
  readonly usualForResident: 'yes' | 'no' | 'not-known';
  readonly note: string | null;
}

export interface SoftSignsResult extends ScoreResult<never> {
  /** Every recorded sign, including usual ones. */
  readonly signs: readonly SoftSign[];
  /** The signs that need action. A sign that is usual for the resident stays in the record and needs none. */
  readonly prompting: readonly SoftSignId[];
  /** `observations-or-ladder`: a full set if staff are trained, otherwise the ladder. `null` never means "well". */
  readonly prompt: 'observations-or-ladder' | null;
}

/**
 * Collects the signs that a resident shows. [P] There is no score: one sign is enough, a worry alone is enough, and
 * the list need not be finished before it prompts.
 */
export function softSignsOf(input: SoftSignsInput): SoftSignsResult {
  const given = fieldsOf(input);
  const answers = SOFT_SIGNS.map(([id]) => ({ id, value: given[id], present: presentOf(given[id]) }));
  const open = answers.filter(({ present }) => present === null);
  const flags = open.flatMap(({ id, value }) => whyNot(id, value) ?? []);
  const signs = answers.flatMap(({ id, present }) => (present === true ? [signOf(id, given)] : []));
  // A worry is enough, and is never "usual".
  const prompting = signs.filter(({ id, usualForResident }) => id === 'worry' || usualForResident !== 'yes');
  const impossible = flags.some((flag) => flag.startsWith('impossible-'));
  return {
    instrument: 'soft-signs',
    version: 'soft-signs-1',
    status: impossible ? 'invalid' : open.length > 0 ? 'incomplete' : 'complete',
    total: null,
    range: null,
    direction: 'none',
    band: null,
    items: Object.fromEntries(
      answers.map(({ id, value }): [string, ScoreItem] => [id, { value: value ?? null, score: null }]),
    ),
    missing: open.map(({ id }) => id),
    flags,
    ...assessedIn(given),
    signs,
    prompting: prompting.map(({ id }) => id),
    prompt: prompting.length > 0 ? 'observations-or-ladder' : null,
  };
}

export const softSigns = defineInstrument({
  id: 'soft-signs',
  title: 'Not their usual self',
  searchWords: [
    'worried',
    'worry',
    'not herself',
    'not himself',
    'unwell',
    'deterioration',
    'concern',
    'changes',
  ],
  version: 'soft-signs-1',
  tier: 'A',
  direction: 'none',
  range: null,
  unit: { kind: 'words' },
  source: {
    citation: 'EHCH Kit’s own list; a product decision that awaits sign-off by a clinical safety officer.',
    licence: 'Own words, under the licence of the program.',
    notice:
      'A worry by the resident, family or staff is enough. No sign seen does not mean that all is well.',
  },
  permission: { state: 'not-needed', because: 'Words of our own.' },
  items: SOFT_SIGN_ITEMS,
  score: softSignsOf,
});

function presentOf(value: unknown): boolean | null {
  if (value === true || value === 'yes') return true;
  return value === false || value === 'no' ? false : null;
}

function signOf(id: SoftSignId, given: Readonly<Record<string, unknown>>): SoftSign {
  const usual = given[`${id}-usual`];
  return {
    id,
    newSince: textOf(given[`${id}-since`]),
    usualForResident: usual === 'yes' || usual === 'no' ? usual : 'not-known',
    note: textOf(given[`${id}-note`]),
  };
}
