import {
  CarePlanCard,
  createEhch,
  EhchProvider,
  FrailtyScorer,
  LinkingElement,
  LocalHomeElement,
  MovingElement,
  ResidentSummary,
  type PlaceConfiguration,
} from '@ehch/sdk';
import engineUrl from '@ehch/sdk/engine.worker.js?worker&url';
import { demoClock } from '../gp-record/demo-clock.ts';
import { find } from '../gp-record/record-system.ts';
import { passphraseForm } from '../gp-record/passphrase-form.ts';
import { watchedPlace } from '../gp-record/watched-place.ts';

/** The demo server's description of itself. */
interface Demo {
  readonly fhirBaseUrl: string;
  readonly place: PlaceConfiguration;
  readonly now: string;
}

const demo = (await (await fetch('/demo.json')).json()) as Demo;
const clock = demoClock(demo.now);
const hasServer = new URLSearchParams(location.search).get('server') === 'yes';
const user = { name: 'Demonstration user', role: 'carer' };
const provider = find('ehch-provider', EhchProvider);

// 1. The place file says whether there is a server. Without one, people keep the list of residents. A file that breaks leaves the
//    last good one in force, and every component says so. While the page is open it is asked for again, so that what is withdrawn
//    is gone here without a reload.
const place = await watchedPlace({
  file: '/places/fernleigh.json',
  page: 'local-home',
  clock: clock.now,
  provider,
  engine: () => ehch,
  read: placeHere,
});

/** The same place once its area has a server. */
function placeHere(read: PlaceConfiguration): PlaceConfiguration {
  const { server: _, ...withServer } = read;
  return hasServer ? { ...withServer, homes: demo.place.homes } : read;
}

// 2. Without a server there is no address. The passphrase is what makes the work outlive the browser.
const policy = window.trustedTypes?.createPolicy('local-home', { createScriptURL: (url) => url });
const ehch = createEhch({
  ...(hasServer && { fhirBaseUrl: demo.fhirBaseUrl }),
  place,
  clock: clock.now,
  user: {
    sub: 'demonstration',
    display: user.name,
    reference: null,
    role: user.role,
    organisation: demo.place.title,
  },
  keys: 'passphrase',
  keep: 'yes',
  worker: () => new Worker(policy?.createScriptURL(engineUrl) ?? engineUrl, { type: 'module' }),
});

// 3. The provider gives the components their residents, and somewhere for what people do to go.
provider.source = ehch.source;
provider.actions = ehch.actions;
provider.device = ehch.device;
provider.clock = clock.now;

// 4. The list that people keep, or, once there is a server, what can be linked to it.
const list = find('ehch-local-home', LocalHomeElement);
list.author = user;
list.hidden = hasServer;
if (!hasServer) list.home = ehch.local;
find('ehch-moving', MovingElement).moving = ehch.moving;
find('#mode').textContent = hasServer
  ? 'Demonstration: the place has a server now'
  : 'Demonstration with invented people: nothing leaves this PC';

// 5. A resident whom somebody opens. The components clear themselves first.
const scorer = find('ehch-frailty-scorer', FrailtyScorer);
const summary = find('ehch-resident-summary', ResidentSummary);
const plan = find('ehch-care-plan', CarePlanCard);
scorer.author = plan.author = user;
list.addEventListener('ehch-show-resident', (event) => {
  scorer.resident = summary.resident = plan.resident = event.resident;
  event.preventDefault();
  // On a narrow screen it stands below the list and two forms. What stands first there stays while the record comes.
  find('main').scrollIntoView();
});

// 6. This PC is locked after every start. A file from another PC brings a passphrase of its own.
const { form, noteOpen } = passphraseForm(
  'local-home',
  (passphrase) => ehch.unlock(passphrase),
  () => {},
);
const linking = find('ehch-linking', LinkingElement);
ehch.device.watchStatus((status) => {
  const isOpen = status?.lock === 'unlocked';
  form.hidden = isOpen;
  // A file that was taken in has set a passphrase as well.
  if (isOpen) noteOpen();
  linking.linking = hasServer && isOpen ? ehch.linking : null;
}, new AbortController().signal);

// 7. At the end nothing of a resident stays behind.
addEventListener('pagehide', () => ehch.close());
