import type { ResidentSource, ResidentView, StopSignal } from '@ehch/clinical';
import { ResidentSummary } from '../src/resident-summary/resident-summary.ts';
import { NOW, states } from '../src/resident-summary/resident-summary.fixtures.ts';
import '../src/resident-summary/index.ts';
import { shownText } from './draw-summary.ts';

export type RaceStep =
  | { readonly do: 'choose'; readonly resident: string }
  | { readonly do: 'answer'; readonly watch: number; readonly about: string }
  | { readonly do: 'move' };

interface Watch {
  readonly resident: string;
  readonly onView: (view: ResidentView) => void;
  readonly signal: StopSignal;
}

/** A source that answers in any order, also after it was stopped, beside a model of what must then be on screen. */
export class Race {
  readonly #watches: Watch[] = [];
  readonly #summary: ResidentSummary;
  readonly #provider = document.createElement('ehch-provider');
  #chosen: string | null = null;
  /** The last answer of the watch that is in force. */
  #answer: string | null = null;

  constructor(tag: string) {
    const summary = document.createElement(tag);
    if (!(summary instanceof ResidentSummary)) throw new Error(`${tag} is not a summary`);
    this.#summary = summary;
    const source: ResidentSource = {
      watch: (resident, onView, signal) => this.#watches.push({ resident, onView, signal }),
      refresh: () => Promise.resolve(),
    };
    this.#provider.source = source;
    this.#provider.clock = () => NOW;
    this.#provider.append(summary);
    document.body.append(this.#provider);
  }

  async take(step: RaceStep): Promise<void> {
    if (step.do === 'choose' && step.resident !== this.#chosen) {
      this.#chosen = step.resident;
      this.#answer = null;
      this.#summary.resident = step.resident;
    }
    if (step.do === 'move') {
      this.#answer = null;
      this.#provider.append(this.#summary);
    }
    if (step.do === 'answer') this.#answerOne(step.watch, step.about);
    await this.#summary.updateComplete;
  }

  expected(): string {
    if (this.#chosen === null) return 'nobody';
    if (this.#answer === null) return 'loading';
    return this.#answer === this.#chosen ? this.#chosen : 'mismatch';
  }

  /** Which residents' facts are on the screen, else which state. */
  shown(): string {
    const text = shownText(this.#summary.renderRoot);
    const marks = [...new Set([...text.matchAll(/MARK-(\w)/g)].map(([, mark]) => mark?.toLowerCase()))];
    if (marks.length > 0) return marks.join(' and ');
    if (text.includes('No resident chosen')) return 'nobody';
    if (text.includes('about another resident')) return 'mismatch';
    return text.includes('Loading') ? 'loading' : text;
  }

  end(): void {
    this.#provider.remove();
  }

  #answerOne(index: number, about: string): void {
    const watch = this.#watches[this.#watches.length === 0 ? 0 : index % this.#watches.length];
    if (watch === undefined) return;
    const resident = about === 'asked' ? watch.resident : about;
    if (watch === this.#watches.at(-1)) this.#answer = resident;
    watch.onView(marked(resident));
  }
}

/** A short view whose every word of identity names its resident. */
function marked(resident: string): ResidentView {
  const { sections } = states.empty.view;
  const { identity } = sections;
  if (identity.state !== 'known' || identity.content.kind !== 'recorded')
    throw new Error('The fixture changed.');
  const name = { family: `Mark-${resident}`, given: [], title: null, text: null };
  const value = { ...identity.content.value, name, preferredName: `MARK-${resident}` };
  return {
    resident,
    sourceLabel: `MARK-${resident}`,
    sections: { ...sections, identity: { ...identity, content: { kind: 'recorded', value } } },
  };
}
