import type { FinishedAssessment } from '@ehch/clinical/assessment';
import { formatDate, formatName } from '@ehch/clinical/display';
import type { Draft } from '@ehch/clinical/form';
import {
  createEhch,
  EhchProvider,
  FrailtyScorer,
  type PlaceConfiguration,
  type RosterEntry,
} from '@ehch/sdk';
import engineUrl from '@ehch/sdk/engine.worker.js?worker&url';
import { fhirpathEvaluator } from '@ehch/sdk/fhirpath';
import { formById } from '@ehch/sdk/forms';
import { demoClock } from '../gp-record/demo-clock.ts';
import { find } from '../gp-record/record-system.ts';
import { passphraseForm } from '../gp-record/passphrase-form.ts';
import { download, exportAnswers, exportFinished, exportForm } from './exports.ts';
import { importForm } from './import-form.ts';

/** The demo server's description of itself. */
interface Demo {
  readonly fhirBaseUrl: string;
  readonly place: PlaceConfiguration;
  readonly now: string;
}

const demo = (await (await fetch('/demo.json')).json()) as Demo;
const clock = demoClock(demo.now);

// 1. Connect to the FHIR server, as every page of the demo does. What is finished is sent in the name of this user. With
// `?keys=passphrase` or `?keys=passkey` what was not sent outlives the browser. Without it, it is lost with the last window, as
// the page says.
const asked = new URLSearchParams(location.search).get('keys');
const keys = asked === 'passphrase' || asked === 'passkey' ? asked : 'memory';
const policy = window.trustedTypes?.createPolicy('assessment', { createScriptURL: (url) => url });
const ehch = createEhch({
  fhirBaseUrl: demo.fhirBaseUrl,
  place: demo.place,
  sourceLabel: demo.place.title,
  clock: clock.now,
  user: {
    sub: 'demonstration',
    display: 'Demonstration user',
    reference: null,
    role: 'nurse',
    organisation: demo.place.title,
  },
  keys,
  keep: keys === 'memory' ? 'session' : 'yes',
  worker: () => new Worker(policy?.createScriptURL(engineUrl) ?? engineUrl, { type: 'module' }),
});

// 2. The provider gives the scorer its residents and a place for its drafts, and the line beside it what is not sent.
const provider = find('ehch-provider', EhchProvider);
provider.source = ehch.source;
provider.actions = ehch.actions;
provider.device = ehch.device;
// A place can choose which forms people are offered. This page shows them all.
const { templates: _, ...place } = demo.place;
provider.place = place;
provider.clock = clock.now;

// 3. Who answers, and what evaluates the calculations of imported forms that the kit leaves open.
const scorer = find('ehch-frailty-scorer', FrailtyScorer);
scorer.author = { name: 'Demonstration user', role: 'nurse' };
scorer.evaluator = fhirpathEvaluator({ clock: clock.now });

// 4. When somebody chooses another resident, tell the scorer at once. It clears itself first.
let draft: Draft | null = null;
let finished: FinishedAssessment | null = null;
const lastOf = new Map<string, FinishedAssessment>();
const residents = find('#resident', HTMLSelectElement);
residents.addEventListener('change', () => {
  draft = finished = null;
  scorer.resident = residents.value || null;
  scorer.previous = lastOf.get(residents.value) ?? null;
  showExports();
});

// 5. The scorer fires an event for each answer and for a finished assessment.
scorer.addEventListener('ehch-answer', (event) => {
  // Text still being typed arrives when somebody chooses the next resident, and belongs to the former one.
  if (event.resident !== scorer.resident) return;
  draft = event.draft;
  finished = null;
  showExports();
});
scorer.addEventListener('ehch-assessment-finished', ({ resident, assessment }) => {
  lastOf.set(resident, assessment);
  if (resident !== scorer.resident) return;
  finished = assessment;
  draft = assessment.draft;
  showExports();
});

// 6. A form that somebody brought takes precedence over the kit's own.
const file = find('#file', HTMLInputElement);
file.addEventListener('change', () => void open());
find('#own').addEventListener('click', () => {
  file.value = '';
  show(null, '');
});

async function open(): Promise<void> {
  const [chosen] = file.files ?? [];
  if (chosen === undefined) return;
  const { form, words } = await importForm(chosen);
  show(form ?? scorer.form, words);
}

function show(form: FrailtyScorer['form'], words: string): void {
  if (scorer.form !== form) draft = finished = null;
  scorer.form = form;
  find('#import').textContent = words;
  find('#own', HTMLButtonElement).disabled = form === null;
  showExports();
}

// 7. The answers as FHIR. These are files: the page sends nothing.
find('#questionnaire').addEventListener('click', () => take((form) => exportForm(form)));
find('#response').addEventListener('click', () =>
  take((form) => draft && exportAnswers(form, draft, finished !== null)),
);
find('#bundle').addEventListener('click', () => take((form) => finished && exportFinished(form, finished)));

/** The form on screen, as far as the page knows. The scorer names it at the first answer. */
function formInFront() {
  return scorer.form ?? (draft === null ? null : formById(draft.form.id, draft.form.version));
}

function take(
  make: (form: NonNullable<ReturnType<typeof formInFront>>) => Parameters<typeof download>[0] | null,
): void {
  const form = formInFront();
  const made = form && make(form);
  if (made) download(made);
  find('#export').textContent = made ? `Made ${made.name}.` : '';
}

function showExports(): void {
  find('#questionnaire', HTMLButtonElement).disabled = formInFront() === null;
  find('#response', HTMLButtonElement).disabled = draft === null;
  find('#bundle', HTMLButtonElement).disabled = finished === null;
  find('#export').textContent = formInFront() === null ? 'After the first answer.' : '';
}

// 8. The clock of the demo moves. An answer keeps the time at which somebody gave it.
clock.bind(find('#clock'), document.querySelectorAll<HTMLButtonElement>('.clock button'), () => {
  scorer.requestUpdate();
});

// 9. Something that waits for a decision names no resident. The page opens them on request.
provider.addEventListener('ehch-show-resident', (event) => {
  residents.value = event.resident;
  if (residents.value !== event.resident) return;
  event.preventDefault();
  residents.dispatchEvent(new Event('change'));
});

// 10. At sign-out nothing of a resident stays behind.
addEventListener('pagehide', () => {
  ehch.close();
});

// 11. A device with a passphrase or a passkey is locked after every start.
/** Milliseconds until the list is asked for again, where the server gave none. */
const LIST_AGAIN_MS = 10_000;
const { form } = passphraseForm(
  'assessment',
  (passphrase) => ehch.unlock(passphrase),
  () => void list(),
);
form.hidden = keys !== 'passphrase';
const passkey = find('#passkey');
passkey.hidden = keys !== 'passkey';
find('#open-passkey').addEventListener('click', () => void usePasskey('open'));
find('#make-passkey').addEventListener('click', () => void usePasskey('create'));
if (keys === 'memory') await list();
showExports();

/** Where a passkey cannot be, a passphrase is offered. Nobody gets one instead without having asked for it. */
async function usePasskey(what: 'open' | 'create'): Promise<void> {
  const { state, words } = await ehch.passkeys[what]();
  find('#passkey-said').textContent = state === 'unlocked' ? '' : words;
  find('#use-passphrase').hidden = state !== 'not-in-browser' && state !== 'not-on-device';
  passkey.hidden = state === 'unlocked';
  if (state === 'unlocked') await list();
}

async function list(): Promise<void> {
  try {
    const roster = await ehch.listResidents();
    residents.replaceChildren(new Option('Choose a resident', ''), ...roster.residents.map(option));
    residents.disabled = false;
  } catch {
    // The page tells the person. The browser's network panel shows why it failed.
    residents.replaceChildren(new Option('The list could not be loaded. It is tried again.', ''));
    setTimeout(() => void list(), LIST_AGAIN_MS);
  }
}

function option({ resident, name, born }: RosterEntry): HTMLOptionElement {
  return new Option(`${formatName(name)} · ${formatDate(born)}`, resident);
}
