import { createEhch, EhchProvider, Escalations } from '@ehch/sdk';
import engineUrl from '@ehch/sdk/engine.worker.js?worker&url';
import { demoClock } from './demo-clock.ts';
import { DEMO_GP } from './demo-user.ts';
import { find } from './record-system.ts';
import { watchedPlace } from './watched-place.ts';

/** The demo server's description of itself. */
interface Demo {
  readonly fhirBaseUrl: string;
  readonly now: string;
}

const demo = (await (await fetch('/demo.json')).json()) as Demo;
const clock = demoClock(demo.now);
const provider = find('ehch-provider', EhchProvider);
const place = await watchedPlace({
  file: '/places/holmdale.json',
  page: 'gp-escalations',
  clock: clock.now,
  provider,
  engine: () => ehch,
});
const policy = window.trustedTypes?.createPolicy('gp-record', { createScriptURL: (url) => url });

// 1. The list is made of the copies of the homes' records on this device.
const ehch = createEhch({
  fhirBaseUrl: demo.fhirBaseUrl,
  place,
  sourceLabel: place.title,
  clock: clock.now,
  worker: () => new Worker(policy?.createScriptURL(engineUrl) ?? engineUrl, { type: 'module' }),
  user: {
    sub: 'demonstration-gp',
    display: DEMO_GP.name,
    reference: null,
    role: DEMO_GP.role,
    organisation: null,
  },
  copies: 'homes',
});

// 2. The source gives the threads of the homes, and the actions take what the practice presses.
provider.source = ehch.source;
provider.actions = ehch.actions;
provider.device = ehch.device;
provider.clock = clock.now;
find('ehch-escalations', Escalations).author = DEMO_GP;

// 3. At the end nothing of a resident stays behind.
addEventListener('pagehide', () => ehch.close());
