import { states as carePlans } from '../src/care-plan/care-plan.fixtures.ts';
import { states as devices } from '../src/device-status/device-status.fixtures.ts';
import { states as escalations } from '../src/escalation-button/escalation-button.fixtures.ts';
import { lateNights, states as inboxes } from '../src/escalations/escalations.fixtures.ts';
import { lateStates as lateSettings, states as settings } from '../src/escalations/settings.fixtures.ts';
import { states as forms } from '../src/form/form.fixtures.ts';
import { states as scorers } from '../src/frailty-scorer/frailty-scorer.fixtures.ts';
import { states as links } from '../src/linking/linking.fixtures.ts';
import { states as localHomes } from '../src/local-home/local-home.fixtures.ts';
import { states as moves } from '../src/moving/moving.fixtures.ts';
import { states as providers } from '../src/provider/provider.fixtures.ts';
import { states as summaries } from '../src/resident-summary/resident-summary.fixtures.ts';
import { states as changes } from '../src/what-changed/what-changed.fixtures.ts';

/** Every named state of every component: one line a component. The play page and the screenshots go by it. */
export const NAMED_STATES = {
  'resident-summary': summaries,
  'frailty-scorer': scorers,
  'what-changed': changes,
  'device-status': devices,
  'escalation-button': escalations,
  'care-plan': carePlans,
  escalations: { ...inboxes, ...lateNights, ...settings, ...lateSettings },
  'local-home': localHomes,
  moving: moves,
  linking: links,
  form: forms,
  provider: providers,
};

export type ComponentName = keyof typeof NAMED_STATES;

export function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(NAMED_STATES, name);
}
