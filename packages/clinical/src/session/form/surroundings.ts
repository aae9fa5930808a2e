import { withdrawnIn } from '../../place/withdrawn.ts';
import type { OpenOptions } from '../../form/open.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Instant } from '../../time/types.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { FormGuards } from './guards.ts';
import type { AssessmentRules } from './rules.ts';
import type { Surroundings } from './session.ts';

/** Why no answer can be changed. `null`: they can. */
export function lockedBy({ view, readOnly }: Surroundings): 'died' | 'read-only' | null {
  if (view !== null && hasDied(view)) return 'died';
  return readOnly ? 'read-only' : null;
}

function hasDied(view: ResidentView): boolean {
  return undisputedIn(view, 'identity')?.death.state === 'died';
}

const NO_INSTRUMENTS: AssessmentRules['instruments'] = [];

/** What scores are told besides answers, as it was when the person was seen. */
export function openOptions(around: Surroundings, seen: Instant): OpenOptions {
  const { rules, view, place, evaluator } = around;
  const configured = Object.entries(place?.instruments ?? {});
  return {
    instruments: inForce(rules?.instruments ?? NO_INSTRUMENTS, place),
    scoring: {
      facts: view === null ? {} : (rules?.scoringFacts(view, seen) ?? {}),
      settings: Object.fromEntries(configured.map(([id, { settings }]) => [id, settings])),
    },
    evaluator,
  };
}

/** What the place has withdrawn is not scored, from the moment that its file is in force. */
function inForce(
  all: AssessmentRules['instruments'],
  place: Surroundings['place'],
): AssessmentRules['instruments'] {
  if (place?.withdrawn === undefined) return all;
  return all.filter(({ id }) => withdrawnIn(place, { kind: 'instrument', id }) === null);
}

/** A view of somebody else says nothing here (G3). */
export function aroundOf(around: Surroundings, resident: ResidentId, guards: FormGuards): Surroundings {
  const { view } = around;
  return view === null || guards.isAbout(view, resident) ? around : { ...around, view: null };
}
