import type { DeviceStatus } from '@ehch/clinical';
import { formatTime } from '@ehch/clinical/display';
import { count } from '../internal/text.ts';

// Every word about what is sent, and about what is not. Each is the plain truth of this moment. "Sent" is neutral: nobody has
// seen it yet.

/** What a component knows of a device: a status; `null`, as the engine was lost; `undefined`, as nothing was heard so far. */
export type KnownStatus = DeviceStatus | null | undefined;

const work = (n: number): string => count(n, 'piece of work', 'pieces of work');

/**
 * How it stands, in one line.
 *
 * @param hasGivenUp whether a person gave something up, so that not all was sent
 */
export function statusHeadline(status: KnownStatus, hasGivenUp = false): string {
  if (status === undefined) return 'Asking what is not sent.';
  if (status === null) return 'Not known whether everything is sent.';
  if (status.isClosed === true) return 'Nothing is kept or sent at this moment.';
  const { unsent, lasts, server } = status;
  if (status.newerRelease === 'not-counted') return 'Not known whether everything is sent.';
  if (isLocal(status)) return localHeadline(status);
  // What may have arrived is not called unsent: whoever reads this line alone would write it twice.
  const notSent = unsent.total - (unsent.unknown ?? 0);
  if (notSent > 0) {
    return lasts === 'memory'
      ? `NOT SENT: lost if this browser closes. ${work(notSent)}.`
      : `Saved on this device, not sent: ${work(notSent)}.`;
  }
  if (unsent.total > 0) {
    const kept = lasts === 'memory' ? 'Lost if this browser closes' : 'Saved on this device';
    return `${kept}. Being sent, or being checked: ${work(unsent.total)}.`;
  }
  // What can no longer be read, and what was given up, was never sent: "all" would be false.
  if (lostWords(status) !== null || hasGivenUp) return 'Nothing else waits to be sent.';
  return server === 'answers' ? 'All that was signed is sent. Server answered.' : 'Nothing waits to be sent.';
}

function isLocal({ server, sends }: DeviceStatus): boolean {
  return server === 'none' || sends === 'no-server';
}

function localHeadline({ unsent: { total }, lasts }: DeviceStatus): string {
  const nothingLeaves = 'Nothing leaves this PC.';
  if (total === 0) return nothingLeaves;
  return lasts === 'memory'
    ? `${nothingLeaves} LOST if this browser closes: ${work(total)}.`
    : `${nothingLeaves} Kept on it: ${work(total)}.`;
}

/** Why it is so, and what works meanwhile: a sentence each. */
export function reasons(status: KnownStatus): readonly string[] {
  if (status === undefined) return [];
  if (status === null) return LOST_ENGINE;
  if (status.newerRelease !== undefined) return OF_NEWER;
  if (status.isClosed === true) return closedReasons(status);
  return [
    ...lockReasons(status),
    ...clockReasons(status),
    ...unsentReasons(status),
    ...ofNobodyReasons(status),
    ...(isLocal(status) ? [] : serverReasons(status)),
    ...auditReasons(status),
    ...sentReasons(status),
    ...whatWorks(status),
    ...evictionReasons(status),
    ...(status.runsIn === 'page'
      ? ['The browser started no worker for this page. The page does the work and may be slow.']
      : []),
  ];
}

/** What waits is safe, and what comes next is not. */
export const FULL =
  'This device is full: what you write now is NOT kept on it. Keep the form open, and free space on this PC.';

/** The browser has closed what is kept under the open page. A reload helps where nothing else does, and may cost what waits. */
function closedReasons({ unsent, lasts }: DeviceStatus): readonly string[] {
  const first =
    lasts === 'memory' && unsent.total > 0 ? 'write on paper what was not sent, and reload' : 'reload';
  return [
    'This browser has closed what this page keeps. It is opened again by itself. Until then keep every form open.',
    `If this still stands here after a minute, ${first} this page.`,
  ];
}

const LOST_ENGINE = [
  'The part of this page that keeps and sends does not answer. Where it ended, it is started again.',
  'Do not close this window yet. If this still stands here after a minute, write on paper what was not sent, and reload this page.',
];

const OF_NEWER = [
  'A newer release of this page wrote what is kept here. This one can neither read nor send it, and keeps nothing new.',
  'Nothing is lost. Reload this page to get that release.',
];

function lockReasons({ lock, hasEarlierKeys }: DeviceStatus): readonly string[] {
  if (lock === 'unlocked') return [];
  const earlier = 'This PC keeps records under an earlier passphrase. Unlock them with it. Nothing is lost.';
  return ['Locked: only numbers are shown.', ...(hasEarlierKeys ? [earlier] : [])];
}

/** What waits from before anybody signed in: who is signed in now can take it over. */
function ofNobodyReasons({ ofNobody, lock }: DeviceStatus): readonly string[] {
  if (ofNobody === undefined || lock === 'locked') return [];
  const written = `${work(ofNobody.total)} from before anybody signed in.`;
  return [
    ofNobody.lock === 'locked'
      ? `${written} Unlock with the passphrase of that time to read it.`
      : `${written} Read it below. Then take it over, or give it up.`,
  ];
}

/** Every time that is written and shown here is wrong by as much, and an observation may seem older or newer than it is. */
function clockReasons({ clockOffsetMs }: DeviceStatus): readonly string[] {
  if (clockOffsetMs === undefined) return [];
  const far = farWords(Math.round(Math.abs(clockOffsetMs) / 60_000));
  return [
    `The clock of this PC is ${far} ${clockOffsetMs > 0 ? 'slow' : 'fast'}. Times that are written here are wrong. Tell whoever looks after this PC.`,
  ];
}

function farWords(minutes: number): string {
  if (minutes < 120) return count(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}

function unsentReasons({ unsent, lasts, waitingForPerson, lock }: DeviceStatus): readonly string[] {
  const { total, unknown = 0, ofOthers = 0 } = unsent;
  const said: string[] = [];
  if (total > 0 && lasts === 'memory') said.push('Reloading or closing the last open window loses it.');
  if (unknown > 0)
    said.push(
      `${unknown} ${total > unknown ? 'more ' : ''}may have arrived. Do not write it again: it is checked first, and sent only if it is missing.`,
    );
  if (ofOthers > 0) said.push(`${ofOthers} is sent when whoever wrote it signs in.`);
  if (waitingForPerson > 0 && lock === 'locked')
    said.push(`${waitsWords(waitingForPerson)}. Unlock to see it.`);
  return said;
}

/** Nobody at the home can do anything about it. Whoever runs the server can. */
function auditReasons({ refusedAudits = 0 }: DeviceStatus): readonly string[] {
  if (refusedAudits === 0) return [];
  const notes = count(refusedAudits, 'note of who looked at a record', 'notes of who looked at records');
  const tried = refusedAudits === 1 ? 'It is kept, and tried again.' : 'They are kept, and tried again.';
  return [`The server refused ${notes}. ${tried} Tell whoever looks after the server.`];
}

/** What became of work that is sent, without anybody having asked for it. */
function sentReasons({ merged = 0, duplicates = 0 }: DeviceStatus): readonly string[] {
  const both = merged === 1 ? 'Both stand' : 'All of them stand';
  return [
    ...(merged === 0
      ? []
      : [
          `${count(merged, 'change')} met somebody else’s change of the same record. ${both}: look there again.`,
        ]),
    ...(duplicates === 0
      ? []
      : [
          `The server made ${count(duplicates, 'record')} twice. The second of each is out of use. Others may have seen both.`,
        ]),
  ];
}

/** "2 wait for a decision". */
export function waitsWords(n: number): string {
  return `${n} ${n === 1 ? 'waits' : 'wait'} for a decision`;
}

const NOBODY_SIGNED_IN = 'Nobody is signed in. Nothing is sent before somebody signs in.';

/** At most one sentence: the first thing that has to change. */
function serverReasons({ server, sends, unsent, askedToWaitUntil }: DeviceStatus): readonly string[] {
  if (server === 'signed-out') return [NOBODY_SIGNED_IN];
  if (server === 'unreachable') return ['No connection to the server. It is tried again by itself.'];
  if (server === 'failing') return ['The server answers with an error. It is tried again by itself.'];
  const until = askedToWaitUntil === undefined ? '' : ` until ${formatTime(askedToWaitUntil)}`;
  if (server === 'busy')
    return [`The server is busy and asked us to wait${until}. It is tried again by itself.`];
  // A page that only reads has nobody to sign in.
  if (sends === 'nobody-signed-in' && unsent.total > 0) return [NOBODY_SIGNED_IN];
  // It takes what is new. Only what is there already cannot be changed, undone or marked.
  if (sends === 'server-refuses-updates' && unsent.total > 0)
    return ['This server takes no changes to what it already has. Tell whoever looks after it.'];
  // A server is asked what it takes once something waits. Before that, nobody needs to know.
  if (sends === 'not-known-yet' && unsent.total > 0)
    return ['Whether this server takes changes is not known yet.'];
  return server === 'not-asked' ? ['The server has not been asked yet.'] : [];
}

const WITHOUT_SERVER: readonly DeviceStatus['server'][] = ['unreachable', 'failing', 'signed-out'];

/** Without an answer from the server, what is loaded and what is written still have a place. */
function whatWorks({ server, lasts, lock, hasList, isFull }: DeviceStatus): readonly string[] {
  if (lock === 'locked' || !WITHOUT_SERVER.includes(server)) return [];
  if (isFull === true) return hasList === true ? ['What was loaded can still be read.'] : [];
  const kept =
    lasts === 'memory'
      ? 'What you write is lost if this browser closes.'
      : 'What you write is kept on this device.';
  // Without a list nobody finds who was loaded, and what is on screen is all there is.
  return [hasList === true ? `What was loaded can still be read. ${kept}` : kept];
}

/** "Kept on this device" is no promise of the browser, unless it gave one. It matters where no other place has what lies here. */
function evictionReasons(status: DeviceStatus): readonly string[] {
  const { isPersisted, unsent, server } = status;
  const isOnlyCopy = unsent.total > 0 || isLocal(status) || WITHOUT_SERVER.includes(server);
  return isPersisted === false && isOnlyCopy
    ? ['The browser may erase what is kept here if this PC runs short of space.']
    : [];
}

/** Red: somebody was worried, and perhaps nobody else knows. Whom to ring stands after it. */
export function worryWords({ total, escalations: n, unknown = 0 }: DeviceStatus['unsent']): string {
  const [worries, are, have] = n === 1 ? ['1 worry', 'is', 'has'] : [`${n} worries`, 'are', 'have'];
  if (unknown >= total) return `${worries} from this PC ${are} NOT KNOWN to have arrived.`;
  // So many may have arrived that they are not all other work.
  return unknown > total - n
    ? `${worries} from this PC ${are} NOT SENT, or not known to have arrived.`
    : `${worries} from this PC ${have} NOT been sent.`;
}

/** What nobody can read any more, as its key is gone or it was erased. `null`: nothing was lost. */
export function lostWords({ lost, wasErased }: DeviceStatus): string | null {
  const counted = lost === 1 ? '' : ' A signature, an undone signature and a draft count as one each.';
  const again = `${counted} Write again what is missing in the record.`;
  if (wasErased === true) {
    const what =
      lost === 0 ? 'As far as is known, all was sent.' : `Lost, when last counted: ${work(lost)}.${again}`;
    return `What this page kept was erased while it was open, by this browser or by somebody at this PC. ${what}`;
  }
  return lost === 0 ? null : `${work(lost)} from an earlier session can no longer be read.${again}`;
}

/** How far the first load is. */
export function loadingWords({ done, of, state, lacksRoom }: NonNullable<DeviceStatus['loading']>): string {
  const far = `${done} of ${count(of, 'resident')} loaded`;
  const room = lacksRoom ? ' This PC may not have room for all of them.' : '';
  if (state === 'stopped') return `First load stopped: ${far}.${room}`;
  return `First load: ${far}.${state === 'waiting' ? ' Waiting for the server.' : ''}${room}`;
}

/** How long the first load still takes, as far as can be said. */
export function timeLeft({ state, secondsLeft }: NonNullable<DeviceStatus['loading']>): string | null {
  if (state !== 'running') return null;
  if (secondsLeft === null) return 'Time left not known.';
  const minutes = Math.ceil(secondsLeft / 60);
  return minutes <= 1 ? 'Less than a minute left.' : `About ${minutes} min left.`;
}
