import type { Decision, DeviceRecords, WaitingForPerson } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { copyText } from '../internal/copy-text.ts';
import { isUnheard, notDoneWords } from '../internal/trouble-words.ts';
import type { KnownStatus } from './status-words.ts';
import type { DevicePress } from './device-press.ts';
import { asText, choicesOf, decidedWords } from './waiting-words.ts';

/** The presses that change nothing but this list, or hand one decision over. */
type ListPress = Extract<
  DevicePress,
  {
    readonly kind:
      'ask-again' | 'open' | 'show-newest' | 'later' | 'take' | 'decide' | 'give-up' | 'type-why' | 'keep';
  }
>;

/** What is on screen of what waits for a person. */
export interface Waiting {
  readonly list:
    | { readonly state: 'asking' }
    | { readonly state: 'failed'; readonly error: unknown }
    | { readonly state: 'known'; readonly items: readonly WaitingForPerson[] };
  /** The open one, as it was when a person opened it. */
  readonly open: WaitingForPerson | null;
  /** The side from which each choice is taken so far. Nothing is chosen beforehand. */
  readonly take: { readonly [choice: string]: 'mine' | 'theirs' };
  readonly isTakeMissing: boolean;
  /** The reason for giving up, as typed so far. `null`: nobody is giving up. */
  readonly why: string | null;
  readonly isWhyMissing: boolean;
  readonly isDeciding: boolean;
  /** What came of the last press. */
  readonly said: string | null;
  /** The text to be copied by hand, where the browser copies nothing. */
  readonly text: string | null;
}

const CLOSED = {
  open: null,
  take: {},
  isTakeMissing: false,
  why: null,
  isWhyMissing: false,
  isDeciding: false,
  text: null,
} as const;
const NOTHING: Waiting = { ...CLOSED, list: { state: 'asking' }, said: null };

/**
 * Asks for what waits, and hands decisions over. Nothing of a device stays when another one comes, or when it is locked, and
 * no late answer brings it back.
 */
export class WaitingList {
  readonly #onChange: () => void;
  #device: DeviceRecords | null = null;
  /** The device that was followed last, locked or not. */
  #listed: DeviceRecords | null = null;
  /** Each question for the list has a number. Only the last one's answer counts. */
  #question = 0;
  now: Waiting = NOTHING;
  /** Whether something of this device was given up here: "all is sent" would be false from then on. */
  hasGivenUp = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The device said how things stand. */
  follow(device: DeviceRecords | null, status: KnownStatus): void {
    // Of a lost engine nothing is known, and what is on screen stays there: somebody may be reading it.
    if (status === null && device === this.#device) return;
    if (device !== this.#listed) this.hasGivenUp = false;
    this.#listed = device;
    if (status?.lock !== 'unlocked' || device !== this.#device) this.#clear();
    this.#device = status?.lock === 'unlocked' ? device : null;
    if (this.#device === null || !status) return;
    if (status.waitingForPerson > 0) void this.ask();
    else this.#empty();
  }

  /** Whether the open one is another by now than the one that a person is looking at. */
  get isOvertaken(): boolean {
    const { open, list } = this.now;
    if (open === null || list.state !== 'known') return false;
    const newest = list.items.find(({ intent }) => intent === open.intent);
    return newest !== undefined && JSON.stringify(newest) !== JSON.stringify(open);
  }

  async ask(): Promise<void> {
    const device = this.#device;
    if (device === null) return;
    const question = (this.#question += 1);
    if (this.now.list.state === 'failed') this.#set({ list: { state: 'asking' } });
    let list: Waiting['list'];
    try {
      list = { state: 'known', items: await device.waiting() };
    } catch (error) {
      list = { state: 'failed', error };
    }
    // Guard: another device, a lock or a later question came in between.
    if (question !== this.#question) return;
    this.#set({ list });
    const { open } = this.now;
    const isGone = list.state === 'known' && !list.items.some(({ intent }) => intent === open?.intent);
    if (open !== null && isGone && !this.now.isDeciding) this.#set({ ...CLOSED });
  }

  /** Opens one, or closes it if it is open. */
  open(intent: string, again = false): void {
    const { list, open } = this.now;
    const item = list.state === 'known' ? list.items.find((one) => one.intent === intent) : undefined;
    const closes = !again && open?.intent === intent;
    this.#set({ ...CLOSED, open: closes ? null : (item ?? null), said: null });
  }

  close(): void {
    this.#set({ ...CLOSED });
  }

  /** `null`: it is kept after all. */
  giveUp(why: string | null): void {
    this.#set({ why, isWhyMissing: false });
  }

  async discard(intent: string): Promise<void> {
    const why = this.now.why?.trim() ?? '';
    if (why === '') this.#set({ isWhyMissing: true });
    else await this.decide(intent, { kind: 'discard', why });
  }

  /** Everything of the list that a press does at once. */
  press(action: ListPress): void {
    switch (action.kind) {
      case 'ask-again':
        return void this.ask();
      case 'open':
        return this.open(action.intent);
      case 'show-newest':
        return this.open(action.intent, true);
      case 'later':
        return this.close();
      case 'take':
        return this.#set({ take: { ...this.now.take, [action.choice]: action.side }, isTakeMissing: false });
      case 'decide':
        return void this.decide(action.intent, { kind: action.as });
      case 'give-up':
        return this.giveUp('');
      case 'type-why':
        return this.giveUp(action.why);
      case 'keep':
        return this.giveUp(null);
    }
  }

  /** Hands every choice over. One that was not made is asked for. */
  async decideEach(intent: string): Promise<void> {
    const { open, take } = this.now;
    const isComplete = open !== null && choicesOf(open).every((choice) => Object.hasOwn(take, choice));
    if (isComplete) await this.decide(intent, { kind: 'each', take });
    else this.#set({ isTakeMissing: true });
  }

  async decide(intent: string, decision: Decision): Promise<void> {
    const device = this.#device;
    if (device === null || this.now.isDeciding || this.isOvertaken || this.now.open?.intent !== intent)
      return;
    this.#set({ isDeciding: true, said: null });
    try {
      await device.decide(intent, decision);
      if (device === this.#device) this.#decided(decision);
    } catch (error) {
      if (device !== this.#device) return;
      const stands = isUnheard(error) ? '' : ' It still waits.';
      this.#set({ isDeciding: false, said: `${notDoneWords('done', error)}.${stands}` });
    }
    if (device === this.#device && this.now.list.state === 'known') await this.ask();
  }

  #decided(decision: Decision): void {
    if (decision.kind === 'discard' || decision.kind === 'theirs') this.hasGivenUp = true;
    this.#set({ ...CLOSED, said: decidedWords(decision) });
  }

  /** Copies it as text, once the audit knows of it. */
  async copy(): Promise<void> {
    const device = this.#device;
    const { open } = this.now;
    if (device === null || open === null) return;
    try {
      await device.noteCopy?.(open.intent);
    } catch (error) {
      reportCaught(error, 'elements/device-status/copy');
      if (device === this.#device) this.#set({ said: 'Not copied: it could not be noted.' });
      return;
    }
    // Guard: it was locked, or another one was opened, before the audit answered.
    if (this.now.open !== open) return;
    const text = asText(open);
    const isTaken = await copyText(text);
    if (this.now.open === open)
      this.#set(isTaken ? { said: 'Copied.', text: null } : { said: 'Copy this text by hand.', text });
  }

  say(said: string): void {
    this.#set({ said });
  }

  #clear(): void {
    this.#question += 1;
    this.now = NOTHING;
  }

  /** Nothing waits any more. A decision that is on its way still says what came of it. */
  #empty(): void {
    this.#question += 1;
    const { said, isDeciding } = this.now;
    this.now = { ...NOTHING, said, isDeciding };
  }

  #set(part: Partial<Waiting>): void {
    this.now = { ...this.now, ...part };
    this.#onChange();
  }
}
