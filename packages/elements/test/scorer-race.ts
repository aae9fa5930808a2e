import { formatName } from '@ehch/clinical/display';
import type { CareActions, KeptDraft, ResidentView } from '@ehch/clinical';
import type { Draft, FormDefinition } from '@ehch/clinical/form';
import { FrailtyScorer } from '../src/frailty-scorer/index.ts';
import { draftOf } from '../src/frailty-scorer/frailty-scorer.fixtures.ts';
import { NOW, states } from '../src/resident-summary/resident-summary.fixtures.ts';

export type ScorerStep =
  | { readonly do: 'choose'; readonly resident: string }
  | { readonly do: 'type' }
  /** Typed, and the field not left. */
  | { readonly do: 'begin-typing' }
  | { readonly do: 'load'; readonly which: number; readonly draft: 'none' | 'own' | 'other' | 'fails' }
  | { readonly do: 'save'; readonly which: number; readonly fails: boolean }
  | { readonly do: 'move' };

const FORM: FormDefinition = {
  id: 'words',
  title: 'Words',
  version: '1',
  items: [{ id: 'said', type: 'text', text: 'What was said' }],
};

interface Asked<T> {
  readonly resident: string;
  readonly settle: (value: T) => void;
  readonly fail: () => void;
}

/** A port that answers in any order, late or never, beside what was typed for whom. */
export class ScorerRace {
  readonly scorer: FrailtyScorer;
  /** Every draft that came to the port. */
  readonly saved: Draft[] = [];
  readonly #loads: Asked<KeptDraft | null>[] = [];
  readonly #saves: Asked<null>[] = [];
  readonly #provider = document.createElement('ehch-provider');

  constructor(tag: string) {
    const scorer = document.createElement(tag);
    if (!(scorer instanceof FrailtyScorer)) throw new Error(`${tag} is not a scorer`);
    this.scorer = scorer;
    const actions: CareActions = {
      saveDraft: (draft) => {
        this.saved.push(draft);
        return new Promise((resolve, reject) => {
          const settle = () => resolve({ where: 'memory' });
          this.#saves.push({ resident: draft.resident, settle, fail: () => reject(new Error('lost')) });
        });
      },
      loadDraft: (resident) =>
        new Promise((resolve, reject) => {
          this.#loads.push({ resident, settle: resolve, fail: () => reject(new Error('lost')) });
        }),
      enqueue: () => Promise.resolve({ state: 'held-in-memory' }),
      watchReceipt: () => undefined,
    };
    this.#provider.actions = actions;
    this.#provider.clock = () => NOW;
    scorer.form = FORM;
    this.#provider.append(scorer);
    document.body.append(this.#provider);
  }

  async take(step: ScorerStep): Promise<void> {
    const { scorer } = this;
    if (step.do === 'choose') {
      // As a host does it: the id first, the view with it.
      scorer.resident = step.resident;
      scorer.view = viewOf(step.resident);
      // A field that was typed into and not left, and a press, come before the component has drawn anew.
    }
    if (step.do === 'type' || step.do === 'begin-typing') this.#type(step.do === 'type');
    if (step.do === 'move') this.#provider.append(scorer);
    if (step.do === 'load') this.#load(step.which, step.draft);
    if (step.do === 'save') this.#save(step.which, step.fails);
    for (let round = 0; round < 8; round += 1) {
      await Promise.resolve();
      await scorer.updateComplete;
    }
  }

  /** Whose name is on the screen. */
  onScreen(): string {
    return this.scorer.renderRoot.querySelector('#who')?.textContent.trim() ?? '';
  }

  /** Every text of the form that is on the screen. */
  texts(): string[] {
    const fields = this.scorer.renderRoot.querySelectorAll('textarea');
    return [...fields].map(({ value }) => value).filter((value) => value !== '');
  }

  end(): void {
    this.#provider.remove();
  }

  /** Every text says for whom it was typed: for whose name was on the screen. */
  #type(leave: boolean): void {
    const field = this.scorer.renderRoot.querySelector('textarea');
    if (field === null) return;
    field.value = `for ${this.onScreen()}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (leave) field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #load(which: number, kind: 'none' | 'own' | 'other' | 'fails'): void {
    const asked = this.#loads[which % Math.max(1, this.#loads.length)];
    if (asked === undefined) return;
    if (kind === 'fails') return asked.fail();
    const resident = kind === 'own' ? asked.resident : 'somebody else';
    asked.settle(kind === 'none' ? null : { draft: draftFor(resident) });
  }

  #save(which: number, fails: boolean): void {
    const asked = this.#saves[which % Math.max(1, this.#saves.length)];
    if (fails) asked?.fail();
    else asked?.settle(null);
  }
}

/** A kept draft whose every text says whose it is. */
function draftFor(resident: string): Draft {
  const said = { type: 'text', value: `for ${nameOf(resident)}` } as const;
  return draftOf(FORM, { said }, resident);
}

export function nameOf(resident: string): string {
  return formatName({ family: `Mark-${resident}`, given: [], title: null, text: null });
}

function viewOf(resident: string): ResidentView {
  return viewNamed(resident, resident);
}

/** The record of an id in which a person has the given name. */
export function viewNamed(resident: string, named: string): ResidentView {
  const { view } = states.empty;
  const { identity } = view.sections;
  if (identity.state !== 'known' || identity.content.kind !== 'recorded')
    throw new Error('The fixture changed.');
  const name = { family: `Mark-${named}`, given: [], title: null, text: null };
  const value = { ...identity.content.value, name };
  return {
    ...view,
    resident,
    sections: { ...view.sections, identity: { ...identity, content: { kind: 'recorded', value } } },
  };
}
