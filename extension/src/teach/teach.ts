// The script by which a person teaches a page. It is injected at a press, beside the content script and apart from it.
// It covers the page, takes the field at the point where somebody clicked on the cover, and makes a draft of the fields.
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Runtime } from 'webextension-polyfill';
import { fitOf } from '../content/fit.ts';
import { addListener, elementAt, textContent } from '../content/native.ts';
import { oneLine } from '../content/one-line.ts';
import { readBanner } from '../content/read-banner.ts';
import type { Adapter } from '../hosts/binding.ts';
import type { Template } from '../hosts/template.ts';
import { TEACH_PORTS } from '../messages/teach-ports.ts';
import type { TaughtReading, TeachMessage, ToTeach, Wanted } from '../messages/teaching.ts';
import { coverPage, type Cover } from './cover.ts';
import { draftOf, type TakenFields } from './draft-of.ts';
import { fieldAt, type Point } from './field-at.ts';
import { hasClosedRoot, own } from './own-runtime.ts';
import type { NotTaken, Pointed } from './pointed.ts';

/**
 * The same has to stand at the point in each of these looks: a page may move while somebody points at it. The cover
 * stands as long, so that the second press of a double click does not reach the page.
 */
const LOOKS = 6;
const LOOKS_EVERY_MS = 90;

/** Where an earlier instance left the way to end it. The page cannot see it: it stands in our own world. */
const KEY = Symbol.for('ehch/teach/end');

class Teacher {
  readonly #port: Runtime.Port;
  readonly #taken: Partial<Record<Wanted, NonNullable<TakenFields[Wanted]>>> = {};
  #cover: Cover | null = null;
  #wanted: Wanted = 'nhsNumber';
  #pointed: Pointed | null = null;

  constructor(port: Runtime.Port) {
    this.#port = port;
    port.onMessage.addListener((message: unknown) => this.#hear(message as ToTeach));
    port.onDisconnect.addListener(() => this.end());
    // A page with an open port would not be kept for the way back, and nothing that was pointed at outlives it.
    addListener(window, 'pagehide', () => this.end(), { capture: true, once: true });
    this.#say({ kind: 'ready' });
  }

  end(): void {
    this.#uncover();
    this.#port.disconnect();
  }

  #hear(message: ToTeach): void {
    switch (message.kind) {
      case 'cover':
        return this.#coverFor(message.ask, message.wanted);
      case 'uncover':
        return this.#uncover();
      case 'pick':
        return void this.#pick(message.ask, message);
      case 'take':
        return this.#take(message.wanted, message.choice);
      case 'draft':
        return this.#draft(message.ask);
      case 'look': {
        const { reading, words } = readBy(message.template);
        return this.#say({ kind: 'looked', ask: message.ask, reading, words });
      }
    }
  }

  #coverFor(ask: string, wanted: Wanted): void {
    this.#uncover();
    this.#wanted = wanted;
    const without = (why: 'cover-gone' | 'cancelled') => () => {
      this.#cover = null;
      this.#say({ kind: 'not-taken', ask, why, text: null });
    };
    this.#cover = coverPage({
      ticket: ask,
      gone: without('cover-gone'),
      cancelled: without('cancelled'),
    });
  }

  #uncover(): void {
    this.#cover?.remove();
    this.#cover = null;
  }

  async #pick(ask: string, point: Point): Promise<void> {
    const cover = this.#cover;
    if (cover === null) return;
    const look = () => ({
      found: fieldAt(document, point, this.#wanted, hasClosedRoot),
      text: textAt(point),
    });
    const { found, text } = cover.without(look);
    for (let looks = 1; looks < LOOKS; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
      // The page took it away meanwhile, or another place was asked for.
      if (this.#cover !== cover) return;
      // Guard: a page that changes at this moment may show somebody else, or have another field under the pointer.
      if (isSame(found, cover.without(look).found)) continue;
      this.#uncover();
      return this.#say({ kind: 'not-taken', ask, why: 'moved', text: null });
    }
    this.#uncover();
    if (typeof found === 'string') return this.#say({ kind: 'not-taken', ask, why: found, text });
    this.#pointed = found;
    const choices = found.readings.slice(0, 5).map(({ parsed }) => ({ ...NOTHING, ...parsed }));
    this.#say({ kind: 'picked', ask, label: found.label?.says ?? null, choices });
  }

  #take(wanted: Wanted, choice: number): void {
    const reading = this.#pointed?.readings[choice];
    if (this.#pointed === null || reading === undefined) return;
    const taken = { ...this.#pointed, reading };
    this.#taken[wanted] = taken;
    // One place may say both parts of a name.
    if (wanted === 'family' && reading.parsed.given !== undefined) this.#taken.given = taken;
    this.#pointed = null;
  }

  #draft(ask: string): void {
    const template = this.#taken.nhsNumber && this.#taken.dob ? draftOf(document, this.#taken) : null;
    const { reading, words } = template === null ? { reading: null, words: [] } : readBy(template);
    this.#say({ kind: 'drafted', ask, template, reading: reading ?? NOTHING, words });
  }

  #say(message: TeachMessage): void {
    try {
      this.#port.postMessage(message);
    } catch (error) {
      // The vault has gone. Its port says so as well.
      reportCaught(error, 'extension/teach');
      this.#uncover();
    }
  }
}

const NOTHING: TaughtReading = { nhsNumber: null, born: null, family: null, given: null };

function isSame(one: Pointed | NotTaken, other: Pointed | NotTaken): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.element === other.element && JSON.stringify(one.readings) === JSON.stringify(other.readings);
}

/** What stands at a point, for the person who pointed there. */
function textAt({ x, y }: Point): string | null {
  const at = elementAt(document, x, y);
  const text = oneLine((at && textContent(at)) ?? '', 64);
  return text === '' ? null : text;
}

/** What the reader of every page makes of this one by a template, and what it could not read. */
function readBy(template: Template): {
  readonly reading: TaughtReading | null;
  readonly words: readonly string[];
} {
  const adapter: Adapter = { id: template.id, template, match: [], from: 'taught' };
  const read = readBanner(document, adapter, 'top');
  const { words, layouts } = fitOf(document, adapter, 'top');
  const troubles = layouts.flatMap((layout) => [
    ...layout.words,
    ...layout.fields.filter(({ state }) => state !== 'read').map((field) => field.words),
  ]);
  const reading = read.kind === 'person' ? read.person : null;
  return { reading, words: [...words, ...troubles].slice(0, 12) };
}

function start(): void {
  const world = globalThis as { [KEY]?: () => void };
  world[KEY]?.();
  const teacher = new Teacher(own.runtime.connect({ name: TEACH_PORTS.teach }));
  world[KEY] = () => teacher.end();
}

start();
