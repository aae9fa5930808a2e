import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { askEvaluator } from '@ehch/clinical/form';
import {
  GUARDS,
  NO_SESSIONS,
  isLostWithPage,
  notFinished,
  notKept,
  sessionsStep,
} from '@ehch/clinical/session';
import type { CareActions, CareIntent } from '@ehch/clinical';
import type {
  Focus,
  FormAction,
  FormEffect,
  FormSession,
  FormSessions,
  ListDrafts,
  SessionEffect,
  SessionsAction,
} from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { EhchAnswerEvent, EhchAssessmentFinishedEvent } from './events.ts';
import { ToldFinished } from './told-finished.ts';
import { frozen } from '../internal/frozen.ts';
import { newId } from '../internal/new-id.ts';
import { withinDeadline } from '../internal/within-deadline.ts';

/** The component in which the sessions are on screen. It can do what no session can. */
export interface SessionHost {
  now(): Instant;
  requestUpdate(): void;
  dispatchEvent(event: Event): boolean;
  focusOn(focus: Focus): void;
  /** Something changed that must not go unheard. */
  announce(): void;
  fetchRules(): void;
  copy(length: 'short' | 'full'): Promise<void>;
  print(): Promise<void>;
}

/**
 * Runs the form sessions of one component: it stamps what happens, takes the step, and carries out the effects. It decides
 * nothing, and what comes back late goes to the session that asked.
 */
export class FormSessionController {
  readonly #host: SessionHost;
  readonly #step: ReturnType<typeof sessionsStep>;
  /** Each port by the name that its sessions know. */
  readonly #ports = new Map<string, CareActions>();
  /** Whoever watches the receipts of a session: of its signature, and of what was asked about it. */
  readonly #watches = new Map<string, Map<string, AbortController>>();
  /** Drafts of which something goes when the page goes, also after their forms have left. */
  readonly #lostWithPage = new Set<string>();
  readonly #toldFinished = new ToldFinished();
  sessions: FormSessions = NO_SESSIONS;

  constructor(host: SessionHost, guards = GUARDS) {
    this.#host = host;
    this.#step = sessionsStep(guards);
  }

  get front(): FormSession | null {
    return this.sessions.front;
  }

  /** Whether anything that was answered or signed here goes when the page goes. */
  get isLostWithPage(): boolean {
    return this.#lostWithPage.size > 0;
  }

  /** Forms that left while something of them was not kept, or not finished. */
  get trouble(): 'not-kept' | 'not-finished' | null {
    if (notKept(this.sessions).length > 0) return 'not-kept';
    return notFinished(this.sessions).length > 0 ? 'not-finished' : null;
  }

  /** The name under which sessions know a port. The same port has the same name. */
  nameOf(port: CareActions | null): string | null {
    if (port === null) return null;
    for (const [name, one] of this.#ports) if (one === port) return name;
    const name = newId();
    this.#ports.set(name, port);
    return name;
  }

  dispatch(action: SessionsAction): void {
    const stamp = { at: this.#host.now(), id: newId() };
    const { session: sessions, effects } = this.#step(this.sessions, { ...action, ...stamp });
    // An action that changes nothing is drawn as well: what the browser did to a control by itself is taken back.
    this.sessions = sessions;
    this.#noteWhatIsLost();
    this.#letGo();
    this.#host.requestUpdate();
    for (const effect of effects) this.#run(effect);
    for (const event of this.#toldFinished.undoneIn(sessions)) this.#host.dispatchEvent(event);
  }

  /** An action of one session: of the one in front, unless another is named. */
  at(action: FormAction, session = this.front?.id): void {
    if (session !== undefined) this.dispatch({ kind: 'at', session, action });
  }

  #run({ session, effect }: SessionEffect): void {
    if (session === null) return void this.#list(effect);
    const answer = (action: FormAction) => this.at(action, session);
    switch (effect.kind) {
      case 'load':
        return void load(() => this.#portOf(effect), effect, answer);
      case 'save':
        return void save(() => this.#portOf(effect), effect, answer);
      case 'enqueue':
        return void enqueue(() => this.#portOf(effect), effect.intent, answer);
      case 'watch-receipt':
        return this.#watch(session, effect, answer);
      case 'evaluate':
        return void evaluate(effect, answer);
      case 'fetch-rules':
        return this.#host.fetchRules();
      case 'copy':
        return void this.#host.copy(effect.length);
      case 'print':
        return void this.#host.print();
      case 'focus':
        return this.#isInFront(session) ? this.#host.focusOn(effect.focus) : undefined;
      case 'announce':
        return this.#isInFront(session) ? this.#host.announce() : undefined;
      case 'tell-answered':
        return void this.#host.dispatchEvent(new EhchAnswerEvent(effect.answered));
      case 'tell-finished':
        this.#toldFinished.add(effect.intent, session, effect.assessment.draft.resident);
        return void this.#host.dispatchEvent(
          new EhchAssessmentFinishedEvent(effect.assessment, effect.intent),
        );
      case 'report':
        return reportCaught(effect.error, 'elements/scorer/session');
    }
  }

  #noteWhatIsLost(): void {
    const { front, left } = this.sessions;
    for (const session of [...left, ...(front === null ? [] : [front])]) {
      const isLost = isLostWithPage(session);
      if (session.state === null || isLost === null) continue;
      if (isLost) this.#lostWithPage.add(session.state.draft.id);
      else this.#lostWithPage.delete(session.state.draft.id);
    }
  }

  #list({ resident, port, asking }: ListDrafts): Promise<void> {
    const ask = async () => {
      const from = this.#portOf({ port });
      return from?.listDrafts === undefined ? [] : from.listDrafts(resident);
    };
    return withinDeadline(ask, (got) =>
      this.dispatch(
        'error' in got
          ? { kind: 'drafts-not-listed', asking, ...got }
          : { kind: 'drafts-listed', asking, kept: got.value },
      ),
    );
  }

  #isInFront(session: string): boolean {
    return this.front?.id === session;
  }

  /** `null`: the page gives none. One that was let go is not none: what is asked of it has failed. */
  #portOf({ port }: { readonly port: string | null }): CareActions | null {
    if (port === null) return null;
    const found = this.#ports.get(port);
    if (found === undefined) throw new EhchError('unreachable', 'The port of this form has gone. Try again.');
    return found;
  }

  #watch(session: string, effect: Effect<'watch-receipt'>, answer: Answering): void {
    const { intent } = effect;
    const gone = new AbortController();
    const watches = this.#watches.get(session) ?? new Map<string, AbortController>();
    watches.get(intent)?.abort();
    this.#watches.set(session, watches.set(intent, gone));
    try {
      this.#portOf(effect)?.watchReceipt(
        intent,
        (receipt) => answer({ kind: 'receipt-changed', intent, receipt }),
        gone.signal,
      );
    } catch (error) {
      reportCaught(error, 'elements/scorer/receipt');
      // It was taken over all the same: what is not told any more is only what becomes of it.
    }
  }

  /** Nothing is kept of sessions that have gone. */
  #letGo(): void {
    const { front, left, unfinished } = this.sessions;
    const listsFrom = unfinished.state === 'not-asked' ? null : unfinished.port;
    const alive = [front, ...left].filter((one) => one !== null);
    for (const [session, watches] of this.#watches) {
      if (alive.some(({ id }) => id === session)) continue;
      for (const watch of watches.values()) watch.abort();
      this.#watches.delete(session);
    }
    for (const name of this.#ports.keys()) {
      if (name !== listsFrom && !alive.some(({ port }) => port === name)) this.#ports.delete(name);
    }
  }
}

type Answering = (action: FormAction) => void;
type Effect<Kind extends FormEffect['kind']> = Extract<FormEffect, { readonly kind: Kind }>;

function load(
  portOf: () => CareActions | null,
  { asking, resident, form }: Effect<'load'>,
  answer: Answering,
): Promise<void> {
  const ask = async () => (await portOf()?.loadDraft(resident, form)) ?? null;
  return withinDeadline(ask, (got) =>
    answer(
      'error' in got ? { kind: 'load-failed', asking, ...got } : { kind: 'loaded', asking, kept: got.value },
    ),
  );
}

function save(
  portOf: () => CareActions | null,
  { asking, draft, revision }: Effect<'save'>,
  answer: Answering,
): Promise<void> {
  const ask = async () => {
    const port = portOf();
    if (port === null) throw new EhchError('unreachable', 'This page gives no place for drafts.');
    return port.saveDraft(frozen(draft), revision);
  };
  return withinDeadline(ask, (got) =>
    answer(
      'error' in got ? { kind: 'save-failed', asking, ...got } : { kind: 'saved', asking, kept: got.value },
    ),
  );
}

function enqueue(portOf: () => CareActions | null, wanted: CareIntent, answer: Answering): Promise<void> {
  const ask = async () => (await portOf()?.enqueue(frozen(wanted))) ?? null;
  const intent = wanted.id;
  return withinDeadline(ask, (got) =>
    answer(
      'error' in got
        ? { kind: 'enqueue-failed', intent, ...got }
        : { kind: 'enqueued', intent, receipt: got.value },
    ),
  );
}

async function evaluate({ state, evaluation }: Effect<'evaluate'>, answer: Answering): Promise<void> {
  answer({ kind: 'evaluated', evaluation, outcome: await askEvaluator(state, evaluation) });
}
