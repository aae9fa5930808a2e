import { CarePlanCard, createEhch, EhchProvider, Escalations, ResidentSummary } from '@ehch/sdk';
import engineUrl from '@ehch/sdk/engine.worker.js?worker&url';
import { demoClock } from './demo-clock.ts';
import { DEMO_GP } from './demo-user.ts';
import { lastLooks } from './last-looks.ts';
import { find, startRecordSystem } from './record-system.ts';
import { watchedPlace } from './watched-place.ts';

/** The demo server's description of itself. */
interface Demo {
  readonly fhirBaseUrl: string;
  readonly now: string;
}

const demo = (await (await fetch('/demo.json')).json()) as Demo;
const clock = demoClock(demo.now);

// 1. This page runs under Trusted Types, so the page itself has to vouch for the engine's script.
const policy = window.trustedTypes?.createPolicy('gp-record', { createScriptURL: (url) => url });
const worker = () => new Worker(policy?.createScriptURL(engineUrl) ?? engineUrl, { type: 'module' });

// 2. The place's file. The provider gets it, also when it changes: what is withdrawn in it is gone from an open page.
const provider = find('ehch-provider', EhchProvider);
const place = await watchedPlace({
  file: '/places/holmdale.json',
  page: 'gp-record',
  clock: clock.now,
  provider,
  engine: () => ehch,
});

// 3. Connect to the FHIR server. The engine runs in the worker; this window never sees FHIR.
const ehch = createEhch({
  fhirBaseUrl: demo.fhirBaseUrl,
  place,
  sourceLabel: place.title,
  clock: clock.now,
  worker,
  user: {
    sub: 'demonstration-gp',
    display: DEMO_GP.name,
    reference: null,
    role: DEMO_GP.role,
    organisation: null,
  },
  // The practice follows its homes, so that what a home raises is beside the patient within one look at the server.
  copies: 'homes',
});

// 4. One provider for the page gives the components their source, their clock and the place of step 2.
provider.source = ehch.source;
provider.actions = ehch.actions;
provider.device = ehch.device;
provider.clock = clock.now;

const summary = find('ehch-resident-summary', ResidentSummary);

const escalations = find('ehch-escalations', Escalations);
escalations.author = DEMO_GP; // With `may-decide` on the page, a GP also sets the last days or what is different.

// The plan is read and changed beside the record. This person may decide about limits.
const plan = find('ehch-care-plan', CarePlanCard);
plan.author = DEMO_GP;

const looks = lastLooks();

// 5. When this system shows another patient, tell the summary at once. It clears itself first.
void startRecordSystem(demo, (patient) => {
  summary.resident = patient.id;
  escalations.resident = plan.resident = patient.id;
  summary.since = patient.id === null ? null : looks.look(patient.id, clock.now());
  find('#context').hidden = patient.id === null;
});

// 6. At sign-out nothing of a resident stays behind.
addEventListener('pagehide', () => ehch.close());

find('#compact', HTMLInputElement).addEventListener('change', (event) => {
  summary.compact = (event.target as HTMLInputElement).checked;
});
clock.bind(find('#clock'), document.querySelectorAll<HTMLButtonElement>('.clock button'), () => {
  // The clock moved and the data did not. Ask the server again only when somebody presses for it.
  const shown = summary.resident;
  summary.resident = null;
  summary.resident = shown;
});
