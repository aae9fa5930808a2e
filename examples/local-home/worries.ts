import { createEhch, EhchProvider, EscalationButton, Escalations, type PlaceConfiguration } from '@ehch/sdk';
import engineUrl from '@ehch/sdk/engine.worker.js?worker&url';
import { demoClock } from '../gp-record/demo-clock.ts';
import { find } from '../gp-record/record-system.ts';

/** The demo server's description of itself. */
interface Demo {
  readonly fhirBaseUrl: string;
  readonly place: PlaceConfiguration;
  readonly now: string;
}

const demo = (await (await fetch('/demo.json')).json()) as Demo;
const clock = demoClock(demo.now);
const author = { name: 'Sam Okafor', role: 'carer' };
const policy = window.trustedTypes?.createPolicy('local-home', { createScriptURL: (url) => url });

// 1. The home copies the records of its residents, so that a worry is raised with her wishes in sight.
const ehch = createEhch({
  fhirBaseUrl: demo.fhirBaseUrl,
  place: demo.place,
  clock: clock.now,
  worker: () => new Worker(policy?.createScriptURL(engineUrl) ?? engineUrl, { type: 'module' }),
  user: {
    sub: 'demonstration-carer',
    display: author.name,
    reference: null,
    role: author.role,
    organisation: null,
  },
  copies: 'homes',
});

// 2. What is pressed goes through the engine's outbox.
const provider = find('ehch-provider', EhchProvider);
provider.source = ehch.source;
provider.actions = ehch.actions;
provider.device = ehch.device;
provider.place = demo.place;
provider.clock = clock.now;
const worry = find('ehch-escalation-button', EscalationButton);
const waiting = find('ehch-escalations', Escalations);
worry.author = waiting.author = author;

// 3. The home's own list. Who is not on it is typed, and goes out as typed.
const { residents } = await ehch.listResidents();
for (const { resident, name } of residents) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['id'] = resident;
  button.textContent = [name?.family?.toUpperCase(), name?.given.join(' ')].filter(Boolean).join(', ');
  button.addEventListener('click', () => {
    worry.unlisted = null;
    worry.resident = waiting.resident = resident;
  });
  item.append(button);
  find('#residents').append(item);
}
find('#stranger').addEventListener('click', () => {
  worry.resident = waiting.resident = null;
  worry.unlisted = { name: 'Joan Bell', born: '3 May 1940', room: '7' };
});

// 4. At the end nothing of a resident stays behind.
addEventListener('pagehide', () => ehch.close());
