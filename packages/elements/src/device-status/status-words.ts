import type { DeviceStatus } from '@ehch/clinical';
import { formatTime } from '@ehch/clinical/display';
import { count } from '../internal/text.ts';

// Every word about what is sent, and about what is not. Each is the plain truth of this moment. "Sent" is neutral: nobody has
// seen it yet.

/** What a component knows of a device: a status; `null`, as the engine was lost; `undefined`, as nothing was heard so far. */
export type KnownStatus = DeviceStatus | null | undefined;

const work = (n: number): string => count(n, 'piece of work', 'pieces of work');

/** How it stands, in one line. */
export function statusHeadline(status: KnownStatus): string {
  if (status === undefined) return 'Asking what is not sent.';
  if (status === null) return 'Not known whether everything is sent.';
  const { unsent, lasts, server, lost } = status;
  if (isLocal(status)) return localHeadline(status);
  if (unsent.total > 0) {
    return lasts === 'memory'
      ? `NOT SENT: lost if this browser closes. ${work(unsent.total)}.`
      : `Saved on this device, not sent: ${work(unsent.total)}.`;
  }
  // What can no longer be read was never sent: "all" would be false.
  if (lost > 0) return 'Nothing else waits to be sent.';
  return server === 'answers' ? 'All sent. Server answered.' : 'Nothing waits to be sent.';
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
  return [
    ...lockReasons(status),
    ...unsentReasons(status),
    ...ofNobodyReasons(status),
    ...(isLocal(status) ? [] : serverReasons(status)),
    ...whatWorks(status),
    ...(status.runsIn === 'page'
      ? ['The browser started no worker for this page. The page does the work and may be slow.']
      : []),
  ];
}

const LOST_ENGINE = [
  'The part of this page that keeps and sends does not answer. It is started again.',
  'Do not close this window yet.',
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

function unsentReasons({ unsent, lasts, waitingForPerson, lock }: DeviceStatus): readonly string[] {
  const { total, unknown = 0, ofOthers = 0 } = unsent;
  const said: string[] = [];
  if (total > 0 && lasts === 'memory') said.push('Reloading or closing the last open window loses it.');
  if (unknown > 0) said.push(`${unknown} may have arrived. It is being checked, not sent again.`);
  if (ofOthers > 0) said.push(`${ofOthers} is sent when whoever wrote it signs in.`);
  if (waitingForPerson > 0 && lock === 'locked')
    said.push(`${waitsWords(waitingForPerson)}. Unlock to see it.`);
  return said;
}

/** "2 wait for a decision". */
export function waitsWords(n: number): string {
  return `${n} ${n === 1 ? 'waits' : 'wait'} for a decision`;
}

/** At most one sentence: the first thing that has to change. */
function serverReasons({ server, sends, unsent, askedToWaitUntil }: DeviceStatus): readonly string[] {
  if (server === 'signed-out' || sends === 'nobody-signed-in')
    return ['Nobody is signed in. Nothing is sent before somebody signs in.'];
  if (server === 'unreachable') return ['No connection to the server. It is tried again by itself.'];
  const until = askedToWaitUntil === undefined ? '' : ` until ${formatTime(askedToWaitUntil)}`;
  if (server === 'busy')
    return [`The server is busy and asked us to wait${until}. It is tried again by itself.`];
  if (sends === 'server-refuses-updates')
    return ['This server takes no changes from here. Tell whoever looks after it.'];
  // A server is asked what it takes once something waits. Before that, nobody needs to know.
  if (sends === 'not-known-yet' && unsent.total > 0)
    return ['Whether this server takes changes is not known yet.'];
  return server === 'not-asked' ? ['The server has not been asked yet.'] : [];
}

/** Without an answer from the server, what is loaded and what is written still have a place. */
function whatWorks({ server, lasts, lock }: DeviceStatus): readonly string[] {
  if (lock === 'locked' || (server !== 'unreachable' && server !== 'signed-out')) return [];
  const kept =
    lasts === 'memory'
      ? 'What you write is lost if this browser closes.'
      : 'What you write is kept on this device.';
  return [`What was loaded can still be read. ${kept}`];
}

/** Red: somebody was worried, and nobody else knows. Whom to ring stands after it. */
export function worryWords(n: number): string {
  return n === 1
    ? '1 worry from this PC has NOT been sent.'
    : `${n} worries from this PC have NOT been sent.`;
}

/** What nobody can read any more, as its key is gone. */
export function lostWords(n: number): string {
  return `${work(n)} from an earlier session can no longer be read. Write ${n === 1 ? 'it' : 'them'} again.`;
}

/** How far the first load is. */
export function loadingWords({ done, of, state }: NonNullable<DeviceStatus['loading']>): string {
  const far = `${done} of ${count(of, 'resident')} loaded`;
  if (state === 'stopped') return `First load stopped: ${far}.`;
  return `First load: ${far}.${state === 'waiting' ? ' Waiting for the server.' : ''}`;
}

/** How long the first load still takes, as far as can be said. */
export function timeLeft({ state, secondsLeft }: NonNullable<DeviceStatus['loading']>): string | null {
  if (state !== 'running') return null;
  if (secondsLeft === null) return 'Time left not known.';
  const minutes = Math.ceil(secondsLeft / 60);
  return minutes <= 1 ? 'Less than a minute left.' : `About ${minutes} min left.`;
}
