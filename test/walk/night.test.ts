// The night of Boxing Day at 02:00, as a home and its practice meet it: offline, with answers that get lost, with a reload in the
// middle and with two carers at one bedside. The words on screen at each step are the promise, and the server has each press once.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { startDemo, type Demo } from '../../examples/demo.ts';
import { launch } from './browser.ts';
import { BUTTON, LIST, Person, STATUS } from './people.ts';

const NIGHT = '2026-12-26T02:00:00Z';
const PASSPHRASE = 'four quiet words here';

/** The server and every page stand in the same night. A server of another day would call a device's clock wrong. */
const started = Date.now();
const clock = () => Date.parse(NIGHT) + Date.now() - started;

let demo: Demo;
let browser: Browser;
/** The PC of the home with its key in memory, and the practice's. Most of the night happens at these two. */
let home: Person;
let practice: Person;

before(async () => {
  [demo, browser] = await Promise.all([
    startDemo({ port: 0, fhirPort: 0, now: NIGHT, clock, fhir: { allowFaults: true } }),
    launch(),
  ]);
  [home, practice] = await Promise.all([carer(), doctor()]);
});
// What one test sets for the network is no other's.
afterEach(() => demo.setFaults([]));
after(async () => {
  await browser.close();
  await demo.close();
});

/** Somebody at a PC of their own: what one keeps is no other's. */
async function somebody(path: string): Promise<Person> {
  const page = await (await browser.createBrowserContext()).newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${demo.url}${path}`);
  return Person.at(page);
}

const carer = (query = '') => somebody(`/local-home/worries.html${query}`);
const doctor = () => somebody('/gp-record/');

interface Found {
  readonly resourceType: string;
  readonly code?: { readonly text?: string };
}

/** What the server holds that has these words. */
async function onServer(words: string): Promise<readonly Found[]> {
  // Browsers know every name under localhost, and Node asks the system, which may not.
  const base = demo.fhirBaseUrl.replace('fhir.localhost', '127.0.0.1');
  const found: Found[] = [];
  for (const type of ['Task', 'Communication']) {
    const answer = await fetch(`${base}/${type}?_count=500`, {
      headers: { accept: 'application/fhir+json' },
    });
    const { entry = [] } = (await answer.json()) as { readonly entry?: readonly { resource: Found }[] };
    found.push(...entry.map(({ resource }) => resource).filter((one) => JSON.stringify(one).includes(words)));
  }
  return found;
}

const kindsOf = (found: readonly Found[]) => found.map(({ resourceType }) => resourceType).toSorted();

/** Milliseconds in which the Task of a matter follows the press itself, on a machine that does other work too. */
const TASK_FOLLOWS = 60_000;

/** One Task for the matter, and one Communication for the press. The Task is written after it, for other systems. */
async function arrivedOnce(words: string): Promise<void> {
  const end = Date.now() + TASK_FOLLOWS;
  while (Date.now() < end && !kindsOf(await onServer(words)).includes('Task')) {
    // A lost answer is waited out, longer each time. The network's return ends the wait, as in every walk.
    await Promise.all([home.lookAtServer(), practice.lookAtServer()]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  const found = await onServer(words);
  const screens = await Promise.all([home.text(STATUS), practice.text(STATUS)]);
  const seen = JSON.stringify({ words, screens, found });
  assert.deepEqual(kindsOf(found), ['Communication', 'Task'], seen);
}

/** Chooses a resident, and raises a worry with these words. */
async function raise(home: Person, resident: string | RegExp, words: string): Promise<void> {
  await home.press(resident);
  await home.press(/^Not (her|him|them)self$|^Not themselves$/);
  await home.fill('In your words, if you like', words);
  await home.press('Send to the practice');
}

const receipt = (home: Person) => home.part(BUTTON, 'receipt');

async function close(...people: readonly Person[]): Promise<void> {
  await Promise.all(people.map(({ page }) => page.browserContext().close()));
}

/** The practice's answer to a worry, with the words for it. */
async function answer(practice: Person, words: string): Promise<void> {
  await practice.press('Answer');
  await practice.press(/^Advice, with the words for it/);
  await practice.fill(/^Words that the home/, words);
  await practice.press('Send the answer');
  await practice.says(LIST, /Dr Imogen Vale, GP: answered|✓ Answered/);
  await practice.lookAtServer();
}

test('pressed offline at 02:00 on Boxing Day: told to ring 111, sent once, answered in words', async () => {
  await home.press('JESSOP, Mabel');
  await home.says(BUTTON, /Not herself/);
  await home.network(false);
  await raise(home, 'JESSOP, Mabel', 'Cold and silent.');
  await home.says(BUTTON, /NOT KNOWN whether it arrived|NOT SENT: lost if this browser closes/);
  assert.match(await receipt(home), /Ring: 111 NHS 111$/);
  const ring = await home.part(BUTTON, 'ring');
  assert.match(ring, /^Ring now Somebody has to look the same day\..*111 NHS 111/);
  assert.match(ring, /Ridgeway Surgery: closed now, opens Tue 29-Dec-2026 08:00/);
  const links = (await home.controls()).filter(({ role }) => role === 'link').map(({ name }) => name);
  assert.deepEqual([...new Set(links)].toSorted(), ['111', '999'], 'no number of the practice can be tapped');
  assert.deepEqual(await onServer('Cold and silent.'), [], 'nothing has left the PC');

  await home.network(true);
  await home.says(BUTTON, /Sent .*Nobody has seen it yet\./);
  assert.match(await receipt(home), /Nobody looks at this until Tue 29-Dec-2026 08:00\. Ring 111\./);
  await arrivedOnce('Cold and silent.');

  await practice.press(/^JESSOP, Mabel/);
  await practice.says(LIST, /Nobody has seen it\. .*“Cold and silent\.”.*Agreed:.*Not for CPR \(CPR only\)/);
  await practice.press(/Worry$/);
  await answer(practice, 'Keep her warm. Ring 111 if she sleeps on.');
  const said = await home.says(BUTTON, /✓ Answered by Dr Imogen Vale/);
  assert.match(said, /Advice, with the words for it/);
  assert.match(said, /Keep her warm\. Ring 111 if she sleeps on\./);
  await arrivedOnce('Cold and silent.');
});

/** One press on the way to the practice: who does what, and what the practice reads then. */
interface Told {
  readonly name: string;
  readonly press: (words: string, resident: string) => Promise<void>;
  /** `words`: as they were typed. */
  readonly practiceReads: (words: string) => RegExp;
}

const TOLD: readonly Told[] = [
  {
    name: 'a worry with a danger sign',
    async press(words, resident) {
      await home.press(resident);
      await home.press(/^Not (her|him)self$/);
      await home.press('Chest pain');
      await home.fill('In your words, if you like', words);
      await home.doubleClick('Send to the practice');
      assert.match(await home.part(BUTTON, 'banner'), new RegExp(resident));
      await home.partSays(BUTTON, 'receipt', /^(▲ )?Sent .*Nobody has seen it/);
      assert.match(await home.part(BUTTON, 'ring'), /Ring 999 now/);
    },
    practiceReads: (words) =>
      new RegExp(`Nobody has seen it.*Now · “${words}” · Chest pain · .*Agreed: What I want.*CPR`),
  },
  {
    name: '“worse”',
    async press(words) {
      await home.fill('More to say', words);
      await home.press(/^▲ .* worse$/);
      await home.partSays(BUTTON, 'receipt', /^(▲ )?“Worse”: Sent|^(▲ )?Asked .*Nobody has seen it/);
    },
    practiceReads: (words) => new RegExp(`Now · .*Chest pain.*▲ WORSE 02:\\d\\d: ${words}`),
  },
  {
    name: 'the answer',
    async press(words) {
      await practice.press(/Worry$/);
      await answer(practice, words);
      await home.partSays(BUTTON, 'receipt', new RegExp(`^✓ Answered by Dr Imogen Vale .*${words}`));
    },
    practiceReads: (words) => new RegExp(`✓ Answered by Dr Imogen Vale.*“${words}”.*Now · `),
  },
  {
    name: 'the withdrawal',
    async press(words) {
      await home.fill('More to say', words);
      await home.press('Wrong resident: withdraw');
      await home.partSays(BUTTON, 'receipt', /Withdrawn by Sam Okafor|The withdrawal: Sent/);
    },
    practiceReads: (words) =>
      new RegExp(`WITHDRAWN by Sam Okafor .*ANOTHER RESIDENT. Do not act on it here \\(${words}\\)`),
  },
];

/** Presses each of them with this fault on the way, and reads the practice's screen after each. */
async function tellWith(fault: 'after-commit' | 'lost-answer', resident: string): Promise<void> {
  await practice.press(new RegExp(`^${resident}`));
  for (const { name, press, practiceReads } of TOLD) {
    const words = `Very hot, ${fault}, ${name}`;
    demo.setFaults([
      { fault, method: 'PUT', times: 2 },
      { fault, method: 'POST', times: 2 },
    ]);
    await press(words, resident);
    demo.setFaults([]);
    await practice.says(LIST, practiceReads(words));
    await arrivedOnce(words);
  }
}

test('in the night, with after-commit on the way, each press arrives once, and the practice reads it', () =>
  tellWith('after-commit', 'GRANT, Winston Alexander'));

test('in the night, with lost-answer on the way, each press arrives once, and the practice reads it', () =>
  tellWith('lost-answer', 'RAWSTHORNE, Ivy'));

test('with a passphrase, a worry pressed offline outlives a reload and arrives once', async () => {
  const pc = await carer('?keys=passphrase');
  await pc.fill('Your passphrase on this PC', PASSPHRASE);
  await pc.fill(/^New on this PC/, PASSPHRASE);
  await pc.press('Open');
  await pc.press('FAIRCLOUGH, Dennis');
  await pc.says(BUTTON, /Not himself/);
  demo.setFaults([{ fault: 'lost-request' }]);
  await raise(pc, 'FAIRCLOUGH, Dennis', 'Will not wake.');
  await pc.says(BUTTON, /Saved on this PC|NOT KNOWN whether it arrived/);
  await pc.page.reload();
  const locked = await pc.says(STATUS, /Locked: only numbers are shown\./);
  assert.match(locked, /1 piece of work/);
  // The fault still stands: whoever comes next sees that nobody knows of it, and whom to ring.
  await pc.fill('Your passphrase on this PC', PASSPHRASE);
  await pc.press('Open');
  await pc.press('FAIRCLOUGH, Dennis');
  const already = await pc.says(BUTTON, /A worry is open: Sam Okafor, 02:\d\d\. Will not wake/);
  assert.match(already, /▲ (NOT SENT|NOT KNOWN whether it arrived)\..* Ring: 111 NHS 111 .*Not himself/);
  assert.doesNotMatch(already, /Nobody has seen it yet/);
  await pc.says(LIST, /▲ (NOT SENT|NOT KNOWN whether it arrived)\..*“Will not wake\.”.*Ring: 111 NHS 111/);
  await pc.press(/^Go on with it: Sam Okafor/);
  await pc.says(BUTTON, /Raised by Sam Okafor, 02:\d\d: “Will not wake\.”/);
  assert.match(await receipt(pc), /▲ .*Ring: 111 NHS 111$/);
  demo.setFaults([]);
  await pc.says(STATUS, /All that was signed is sent/);
  await pc.says(BUTTON, /Sent .*Nobody has seen it yet\./);
  await arrivedOnce('Will not wake.');
  await close(pc);
});

test('after a reload the worry about the wrong resident is withdrawn, and at another PC “worse” has words', async () => {
  const words = 'Sweating.';
  await raise(home, 'BIRKETT, Ronald', words);
  await home.says(BUTTON, /Sent .*Nobody has seen it yet/);
  await home.page.reload();
  const other = await carer('?carer=Amina Yusuf');
  await other.press('BIRKETT, Ronald');
  await other.press(/^Go on with it: Sam Okafor/);
  await other.says(BUTTON, /Raised by Sam Okafor, 02:\d\d: “Sweating\.”/);
  assert.match(await other.part(BUTTON, 'ring'), /^Ring now .*111 NHS 111/);
  await other.fill('More to say', 'Grey now.');
  await other.press(/^▲ .* worse$/);
  await other.says(BUTTON, /“Worse”: Sent|Nobody has seen it yet/);
  await practice.press(/^BIRKETT, Ronald/);
  await practice.says(LIST, /▲ WORSE 02:\d\d: Grey now\./);
  await arrivedOnce(words);
  await home.press('BIRKETT, Ronald');
  await home.says(BUTTON, /A worry is open/);
  await home.press(/^Go on with it: Sam Okafor/);
  await home.press('Wrong resident: withdraw');
  await home.says(BUTTON, /Withdrawn by Sam Okafor|The withdrawal: Sent/);
  await practice.says(LIST, /WITHDRAWN by Sam Okafor .*ANOTHER RESIDENT/);
  await close(other);
});

test('two carers press for one resident: each knows of the other, the practice joins them, and both hear the answer', async () => {
  const amina = await carer('?carer=Amina Yusuf');
  await Promise.all([
    raise(home, 'STANNARD, Beryl', 'Off her legs.'),
    raise(amina, 'STANNARD, Beryl', 'Grey and sleepy.'),
  ]);
  await Promise.all([
    home.says(BUTTON, /Sent .*Nobody has seen/),
    amina.says(BUTTON, /Sent .*Nobody has seen/),
  ]);
  await home.says(BUTTON, /A worry is open: Amina Yusuf, .*Grey and sleepy\./);
  await amina.says(BUTTON, /A worry is open: Sam Okafor, .*Off her legs\./);
  await practice.press(/^STANNARD, Beryl/);
  await practice.says(LIST, /Off her legs/);
  await practice.says(LIST, /Grey and sleepy/);
  await practice.press(/Worry$/);
  await practice.press('Join the two');
  const joined = await practice.says(LIST, /Also raised: /);
  assert.match(joined, /Dr Imogen Vale, GP: joined it with another matter/);
  await answer(practice, 'I ring you both.');
  await home.says(BUTTON, /✓ Answered by Dr Imogen Vale .*I ring you both\./);
  await amina.says(BUTTON, /✓ Answered by Dr Imogen Vale .*I ring you both\./);
  await close(amina);
});

test('what the screen says in danger goes by the record, and by what the record does not say', async () => {
  /** What the ring card says once this danger sign is pressed. */
  const inDanger = async (who: string, sign: string): Promise<string> => {
    await home.press(who);
    await home.press('Ask or tell the practice');
    await home.press(sign);
    await home.stands(BUTTON);
    return home.part(BUTTON, 'ring');
  };
  const expected = await inDanger('MARLOWE, Edith', 'Not breathing or responding');
  assert.match(
    expected,
    /This was expected\. Stay with her\. No 999 for dying itself\. Comfort comes first\./,
  );
  assert.match(expected, /Palliative care advice line 01632 960600/);
  assert.doesNotMatch(expected, /Start CPR|Ring 999 now/);

  const choking = await inDanger('JESSOP, Mabel', 'Choking');
  assert.match(
    choking,
    /Choking: Five back blows, then five thrusts below the ribs\..*Ring 999 now\. Stay with her\./,
  );
  assert.doesNotMatch(choking, /Not for CPR/);

  const disputed = await inDanger('HOLLOWAY, Frank', 'Not breathing or responding');
  assert.match(
    disputed,
    /Start CPR\. Ring 999\. The records disagree about CPR\. If you have the signed original in your hand/,
  );
  assert.match(
    await home.part(BUTTON, 'wishes'),
    /^Agreed: the records disagree\. Go by the signed original\./,
  );

  const silent = await inDanger('CROWTHER, Sheila', 'Not breathing or responding');
  assert.match(silent, /Start CPR\. Ring 999\. Nothing about CPR is recorded here\./);

  const unlisted = await inDanger('Somebody who is not on the list', 'Not breathing or responding');
  assert.match(unlisted, /Start CPR\. Ring 999\. No record is here, so nothing is known about CPR\./);
  assert.match(await home.part(BUTTON, 'wishes'), /No record is here: nothing is known of agreed limits/);
  assert.match(await home.part(BUTTON, 'banner'), /Joan Bell .*as typed, and checked against nothing/);
});

test('a worry about the wrong resident is withdrawn, and raised on the right one in two presses', async () => {
  const words = 'Breathing fast.';
  await raise(home, 'TRANTER, Paul', words);
  await home.says(BUTTON, /Sent .*Nobody has seen it yet/);
  await home.press('Wrong resident: withdraw');
  await home.says(BUTTON, /Withdrawn by Sam Okafor|The withdrawal: Sent/);
  await home.press('NORLAND, Craig');
  const before = home.interactions;
  await home.press('Raise here what you withdrew');
  await home.press('Send to the practice');
  assert.equal(home.interactions - before, 2);
  await home.says(BUTTON, /NORLAND, Craig.*Sent .*Nobody has seen it yet/);
  await practice.press(/^TRANTER, Paul/);
  await practice.says(LIST, /WITHDRAWN by Sam Okafor .*ANOTHER RESIDENT\. Do not act on it here/);
  await practice.press(/^NORLAND, Craig/);
  await practice.says(LIST, /NORLAND, Craig.*Nobody has seen it\. .*“Breathing fast\.”/);
  // Twice, and each of them once: on whom it was not about, and on whom it is about.
  assert.deepEqual(kindsOf(await onServer(words)), ['Communication', 'Communication', 'Task', 'Task']);
});

test('with the key in memory, the screen has said what a reload loses, and it is lost', async () => {
  await home.press('DESAI, Anita');
  demo.setFaults([{ fault: 'lost-request' }]);
  await raise(home, 'DESAI, Anita', 'Shaking.');
  await home.says(STATUS, /Reloading or closing the last open window loses it\./);
  assert.match(
    await receipt(home),
    /▲ (NOT SENT: lost if this browser closes|NOT KNOWN whether it arrived|BEING SENT)\..*Ring: 111 NHS 111$/,
  );
  await home.page.reload();
  demo.setFaults([]);
  await home.says(STATUS, /1 piece of work from an earlier session can no longer be read/);
  assert.deepEqual(await onServer('Shaking.'), []);
});
