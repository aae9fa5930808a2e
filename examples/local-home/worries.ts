import { formatDate, formatName } from '@ehch/clinical/display';
import {
  createEhch,
  EhchProvider,
  EscalationButton,
  Escalations,
  type ResidentId,
  type RosterEntry,
} from '@ehch/sdk';
import engineUrl from '@ehch/sdk/engine.worker.js?worker&url';
import { demoClock } from '../gp-record/demo-clock.ts';
import { find } from '../gp-record/record-system.ts';
import { passphraseForm } from '../gp-record/passphrase-form.ts';
import { watchedPlace } from '../gp-record/watched-place.ts';

/** The demo server's description of itself. */
interface Demo {
  readonly fhirBaseUrl: string;
  readonly now: string;
}

const demo = (await (await fetch('/demo.json')).json()) as Demo;
const clock = demoClock(demo.now);
const asked = new URLSearchParams(location.search);
const author = { name: asked.get('carer') ?? 'Sam Okafor', role: 'carer' };
const keys = asked.get('keys') === 'passphrase' ? 'passphrase' : 'memory';
const provider = find('ehch-provider', EhchProvider);
const place = await watchedPlace({
  file: '/places/holmdale.json',
  page: 'worries',
  clock: clock.now,
  provider,
  engine: () => ehch,
});
const policy = window.trustedTypes?.createPolicy('local-home', { createScriptURL: (url) => url });

// 1. The home copies the records of its residents, so that a worry is raised with her wishes in sight. With `?keys=passphrase` what
// was not sent outlives the browser. Without it, it is lost with the last window, as the receipt says.
const ehch = createEhch({
  fhirBaseUrl: demo.fhirBaseUrl,
  place,
  clock: clock.now,
  worker: () => new Worker(policy?.createScriptURL(engineUrl) ?? engineUrl, { type: 'module' }),
  keys,
  keep: keys === 'memory' ? 'session' : 'yes',
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
provider.source = ehch.source;
provider.actions = ehch.actions;
provider.device = ehch.device;
provider.clock = clock.now;
const worry = find('ehch-escalation-button', EscalationButton);
const waiting = find('ehch-escalations', Escalations);
worry.author = waiting.author = author;

// 3. The home's own list. Who is not on it is typed, and goes out as typed.
/** Milliseconds until the list is asked for again, where the server gave none. */
const LIST_AGAIN_MS = 5000;
find('#stranger').addEventListener('click', () => {
  // The list is about residents. Beside somebody who was typed it would say that nobody is chosen.
  waiting.hidden = true;
  worry.resident = waiting.resident = null;
  worry.unlisted = { name: 'Joan Bell', born: '3 May 1940', room: '7' };
  showBelow();
});

// A matter of the list goes on beside its resident, with the same presses for every carer of the home.
provider.addEventListener('ehch-show-resident', (event) => {
  event.preventDefault();
  choose(event.resident);
});

function choose(resident: ResidentId): void {
  waiting.hidden = false;
  worry.unlisted = null;
  worry.resident = waiting.resident = resident;
  showBelow();
}

/** On a narrow screen it stands below the whole list, and nobody would see that the press did anything. */
function showBelow(): void {
  // What stands first there stays as it is. The browser keeps that in its place while the record comes.
  find('main').scrollIntoView();
}

async function list(): Promise<void> {
  try {
    const { residents } = await ehch.listResidents();
    find('#residents').replaceChildren(...residents.toSorted(byRoom).map(itemOf));
    find('#no-list').hidden = true;
  } catch {
    // The page tells the person. The browser's network panel shows why it failed.
    find('#no-list').hidden = false;
    setTimeout(() => void list(), LIST_AGAIN_MS);
  }
}

/** As one goes through the house: 2 before 12. Who has no room, or whose room was not read yet, stands last, by name. */
function byRoom(a: RosterEntry, b: RosterEntry): number {
  const rooms = (a.room ?? '\uffff').localeCompare(b.room ?? '\uffff', 'en-GB', { numeric: true });
  return rooms || formatName(a.name).localeCompare(formatName(b.name), 'en-GB');
}

/** Room and date of birth tell two people of one name apart. A room that was not read yet is not "not known". */
function labelOf({ name, born, room }: RosterEntry): string {
  return [formatName(name), ...(room ? [room] : []), formatDate(born)].join(' · ');
}

function itemOf(entry: RosterEntry): HTMLLIElement {
  const { resident } = entry;
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['id'] = resident;
  button.textContent = labelOf(entry);
  button.addEventListener('click', () => choose(resident));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

// 4. With a passphrase this PC is locked after every start. The numbers to ring stand there all the same.
const { form } = passphraseForm(
  'worries',
  (passphrase) => ehch.unlock(passphrase),
  () => void list(),
);
form.hidden = keys === 'memory';
if (keys === 'memory') await list();

// 5. At the end nothing of a resident stays behind.
addEventListener('pagehide', () => ehch.close());
