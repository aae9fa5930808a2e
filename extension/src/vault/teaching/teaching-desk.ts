import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../../browser.ts';
import { TAUGHT } from '../../hosts/taught.ts';
import { templateSchema } from '../../hosts/template.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { PickMessage, TeachingNow, TeachMessage, TeachPressed } from '../../messages/teaching.ts';
import { sitePattern } from '../../messages/site-pattern.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';
import { keepTaught } from '../adapters/keep-taught.ts';
import { originOf } from '../page-address.ts';
import { teachAt } from '../sites/site-of-tab.ts';
import { namesSomebody } from './names-somebody.ts';
import { holdsPeople, stepTeaching } from './step.ts';
import {
  NOT_TEACHING,
  TAUGHT_FOR_MS,
  type Teaching,
  type TeachingEffect,
  type TeachingEvent,
} from './teaching.ts';

export interface TeachingDeskOptions {
  readonly sites: { readonly now: Promise<InForce>; refresh(): Promise<void> };
  /** Called when what a tab's panels show has changed. */
  readonly changed: (tab: number) => void;
  readonly fresh: () => string;
  /** Milliseconds of a clock that nobody sets. */
  readonly milliseconds: () => number;
}

/** Milliseconds. A page that the script cannot run in says nothing by itself. */
const ANSWERS_WITHIN_MS = 5000;

/** Holds the one page that is taught, and carries out the effects of the pure step in `step.ts`. */
export class TeachingDesk {
  readonly #options: TeachingDeskOptions;
  #teaching: Teaching = NOT_TEACHING;
  /** The script in the taught page. */
  #script: Runtime.Port | null = null;
  #due: ReturnType<typeof setTimeout> | undefined;
  #answer: ReturnType<typeof setTimeout> | undefined;
  /** What is written follows in order. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: TeachingDeskOptions) {
    this.#options = options;
  }

  /** What a panel shows: the teaching of its tab, or what it would show without. A lock stands before both. */
  frontOf(tab: number | null, state: SideState): SideState {
    const teaching = this.#teaching;
    if (
      teaching.at === 'off' ||
      teaching.tab !== tab ||
      state.kind === 'locked' ||
      state.kind === 'not-configured'
    )
      return state;
    const { origin, ask } = teaching;
    return { kind: 'teaching', origin, ctx: ask, now: toldOf(teaching) };
  }

  /** Whether this is the page that is taught now. For the cover, which is no page of that origin, only the tab counts. */
  isTaught(tab: number, origin: string | null): boolean {
    const teaching = this.#teaching;
    return teaching.at !== 'off' && teaching.tab === tab && (origin === null || teaching.origin === origin);
  }

  /** Somebody granted the permission and begins. The vault decides anew whether this page may be taught. */
  async begin(
    tab: number,
    { origin, draft }: { readonly origin: string; readonly draft: boolean },
  ): Promise<void> {
    const [{ url = '' }, now] = await Promise.all([browser.tabs.get(tab), this.#options.sites.now]);
    const page = URL.parse(url);
    if (page === null || teachAt(page, now).teach?.origin !== origin) return;
    if (!(await browser.permissions.contains({ origins: [sitePattern(origin)] }))) return;
    const kept = now.drafts.find(({ match }) => match.some((each) => each.origin === origin));
    if (draft && kept === undefined) return;
    this.#act({ kind: 'begin', tab, origin, draft: draft ? (kept?.template ?? null) : null });
  }

  press(tab: number | null, ask: string, pressed: TeachPressed): void {
    if (this.#teaching.at !== 'off' && this.#teaching.tab === tab) this.#act({ kind: 'press', ask, pressed });
  }

  /** The script of the taught page. A new one takes the place of the last. */
  addScript(port: Runtime.Port): void {
    this.#dropScript();
    this.#script = port;
  }

  removeScript(port: Runtime.Port): void {
    if (this.#script !== port) return;
    this.#script = null;
    this.#act({ kind: 'lost' });
  }

  heardScript(port: Runtime.Port, message: TeachMessage): void {
    if (this.#script !== port) return;
    clearTimeout(this.#answer);
    this.#act(message.kind === 'drafted' ? checked(message) : message);
  }

  heardPick(message: PickMessage): void {
    this.#act(message.kind === 'pick' ? message : { kind: 'covered', ask: message.ticket });
  }

  setLocked(isLocked: boolean): void {
    if (isLocked) this.#act({ kind: 'locked' });
  }

  closedTab(tab: number): void {
    this.#act({ kind: 'tab-gone', tab });
  }

  /** Ends what an administrator has forbidden meanwhile. */
  followSites({ allowsTeach }: InForce): void {
    if (!allowsTeach) this.close();
  }

  close(): void {
    if (this.#teaching.at !== 'off') this.#act({ kind: 'tab-gone', tab: this.#teaching.tab });
  }

  #act(event: TeachingEvent): void {
    const { changed, fresh, milliseconds } = this.#options;
    const before = this.#teaching;
    const { teaching, effects } = stepTeaching(before, event, { ms: milliseconds(), freshAsk: fresh() });
    this.#teaching = teaching;
    this.#wakeFor(teaching);
    for (const effect of effects) this.#run(effect);
    for (const tab of new Set([before, teaching].flatMap((each) => (each.at === 'off' ? [] : [each.tab]))))
      changed(tab);
  }

  #wakeFor(teaching: Teaching): void {
    clearTimeout(this.#due);
    if (teaching.at === 'off' || !holdsPeople(teaching)) return;
    const left = teaching.pressed + TAUGHT_FOR_MS - this.#options.milliseconds();
    this.#due = setTimeout(() => this.#act({ kind: 'time' }), Math.max(0, left));
  }

  #run(effect: TeachingEffect): void {
    switch (effect.kind) {
      case 'inject':
        return void this.#inject();
      case 'tell':
        if (effect.message.kind === 'cover') this.#waitForCover(effect.message.ask);
        return this.#script?.postMessage(effect.message);
      case 'keep':
        return this.#inTurn(async () => {
          await keepTaught(effect);
          await this.#options.sites.refresh();
        });
      case 'end':
        this.#dropScript();
        return this.#inTurn(() => this.#release(effect.origin));
    }
  }

  async #inject(): Promise<void> {
    this.#dropScript();
    const teaching = this.#teaching;
    if (teaching.at === 'off') return;
    const { tab, origin, ask } = teaching;
    const fail = (kind: 'lost' | 'not-here') => {
      // Something else may have been asked for meanwhile.
      if (this.#teaching.at !== 'off' && this.#teaching.ask === ask) this.#act({ kind });
    };
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => fail('lost'), ANSWERS_WITHIN_MS);
    try {
      const page = URL.parse((await browser.tabs.get(tab)).url ?? '');
      if (page === null || originOf(page) !== origin) return fail('not-here');
      await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: ['teach.js'] });
    } catch (error) {
      reportCaught(error, 'extension/teach');
      fail('lost');
    }
  }

  /** Some pages let no frame load. No cover is better there than one that hears nothing. */
  #waitForCover(ask: string): void {
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => {
      const teaching = this.#teaching;
      if (teaching.at !== 'asking' || teaching.ask !== ask || teaching.isCovered) return;
      this.#script?.postMessage({ kind: 'uncover' });
      this.#act({ kind: 'not-taken', ask, why: 'cover-gone', text: null });
    }, ANSWERS_WITHIN_MS);
  }

  #dropScript(): void {
    const script = this.#script;
    this.#script = null;
    clearTimeout(this.#answer);
    // The script takes its cover away as its port ends.
    script?.disconnect();
  }

  /** Guard: a permission that nothing reads by is given back, so that no site is open without being listed. */
  async #release(origin: string): Promise<void> {
    const { adapters, waiting, drafts } = await this.#options.sites.now;
    const pattern = sitePattern(origin);
    const isUsed = [...adapters, ...waiting, ...drafts].some(({ match }) =>
      match.some((each) => sitePattern(each.origin) === pattern),
    );
    const isTaught = this.#teaching.at !== 'off' && sitePattern(this.#teaching.origin) === pattern;
    if (!isUsed && !isTaught) await browser.permissions.remove({ origins: [pattern] });
  }

  #inTurn(run: () => Promise<unknown>): void {
    this.#turn = this.#turn.then(run).then(
      () => undefined,
      (error: unknown) => reportCaught(error, 'extension/teach'),
    );
  }
}

/** A draft is checked like any adapter from outside, and carries our own words for a title. */
function checked({
  ask,
  template,
  reading,
  words,
}: Extract<TeachMessage, { kind: 'drafted' }>): Extract<TeachingEvent, { kind: 'drafted' }> {
  const said = { kind: 'drafted', ask, reading, words } as const;
  if (template === null) return { ...said, template: 'no-path' };
  const sound = templateSchema.safeParse({ ...template, id: TAUGHT.id, title: TAUGHT.title, frame: 'top' });
  if (!sound.success || namesSomebody(sound.data, [reading])) return { ...said, template: 'refused' };
  return { ...said, template: sound.data };
}

/** What the panel may know of it: everything but the template. */
function toldOf(teaching: Exclude<Teaching, { at: 'off' }>): TeachingNow {
  switch (teaching.at) {
    case 'asking': {
      const { at, wanted, isCovered, trouble } = teaching;
      return { at, wanted, isCovered, trouble };
    }
    case 'picked': {
      const { at, wanted, label, choices } = teaching;
      return { at, wanted, label, choices };
    }
    case 'draft': {
      const { at, reading, words } = teaching;
      return { at, reading, words };
    }
    case 'looks': {
      const { at, first, second, isLooking, unproven, words } = teaching;
      return { at, first, second, isLooking, unproven, words };
    }
    case 'wrong':
      return { at: 'wrong', why: teaching.why };
    case 'drafting':
    case 'confirmed':
      return { at: teaching.at };
  }
}
