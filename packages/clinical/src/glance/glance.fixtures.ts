import type { CareEvent } from '../resident/care-event.ts';
import type { AgreedLimits } from '../resident/limits.ts';
import { NO_LIMITS } from '../resident/limits.fixtures.ts';
import type { OpenMatter } from '../resident/open-matter.ts';
import type { CarePlanEntry, PlanSummary } from '../resident/plan.ts';
import type { PartialDate } from '../time/types.ts';
import { fact, NOW, viewWith, type Sections } from '../form/suggest/view.fixtures.ts';
import type { GlanceLine } from './glance-line.ts';
import { placeLines, type Glance } from './place-lines.ts';
import { tellGlance, type GlanceInput } from './tell-glance.ts';

// Nobody here is a real person. Every glance is taken on Saturday 21-Nov-2026 at 14:20.

export const matter = (on: PartialDate | null, part: Partial<OpenMatter> = {}): OpenMatter => ({
  ...fact(on),
  kind: 'worry',
  text: 'Not herself since last night.',
  urgency: 'not-stated',
  owner: null,
  due: null,
  progress: { state: 'sent' },
  ...part,
});

export const event = (kind: CareEvent['kind'], on: PartialDate | null, text = 'By her bed.'): CareEvent => ({
  ...fact(on),
  id: `${kind}-${on}`,
  kind,
  text,
  until: null,
  notDone: null,
});

export const planOf = (entry: Partial<CarePlanEntry>, part: Partial<PlanSummary> = {}): PlanSummary => ({
  plans: [
    { ...fact('2026-06-02'), title: 'Care plan', status: 'active', reviewBy: null, actions: [], ...entry },
  ],
  goals: [],
  clock: null,
  ...part,
});

export const limitsOf = (part: Partial<AgreedLimits>): AgreedLimits => ({
  ...NO_LIMITS,
  ...part,
});

export interface HidingReader extends GlanceInput {
  /** Keys of lines that the reader hid. */
  readonly hidden?: readonly string[];
}

/** A glance as it stands on the screen. */
export function atAGlance({ hidden = [], ...input }: HidingReader): Glance | null {
  const told = tellGlance(input);
  return told === null ? null : placeLines(told, hidden);
}

/** All lines, in order, of a record in which only these sections have content. */
export function linesOf(
  sections: Partial<Sections>,
  input: Partial<Omit<HidingReader, 'view'>> = {},
): readonly GlanceLine[] {
  const glance = atAGlance({ view: viewWith(sections), since: '2026-11-12', now: NOW, ...input });
  return glance === null ? [] : [...glance.lines, ...glance.more];
}

/** The lines of one rule, as the reader sees them. */
export function wordsOf(
  rule: string,
  sections: Partial<Sections>,
  input: Partial<Omit<HidingReader, 'view'>> = {},
): readonly string[] {
  return linesOf(sections, input).flatMap((line) =>
    line.rule === rule
      ? [
          `${line.lead}${/^[,.;:]|^$/.test(line.rest) ? '' : ' '}${line.rest}${line.on === null ? '' : ` | ${line.on}`}`,
        ]
      : [],
  );
}
