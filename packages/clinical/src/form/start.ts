import type { ResidentId } from '../resident/identity.ts';
import type { Instant } from '../time/types.ts';
import type { FormDefinition } from './definition.ts';
import type { Draft } from './draft.ts';
import { initialAnswers } from './initial.ts';

/** What a new draft is about. */
export interface DraftStart {
  /** Made by whoever starts it; unique. */
  readonly id: string;
  readonly resident: ResidentId;
  readonly form: FormDefinition;
  readonly at: Instant;
}

/** An empty draft, but for what an imported form fills in by itself. */
export function startDraft({ id, resident, form, at }: DraftStart): Draft {
  return {
    id,
    resident,
    form: { id: form.id, version: form.version },
    ...initialAnswers(form, [], at),
    decisions: {},
    assessedAt: at,
    startedAt: at,
    changedAt: at,
  };
}
