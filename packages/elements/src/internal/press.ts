import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { DirectiveResult } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';

/** What a person does to a control: an action with the name of its kind, as the session of its component takes it. */
interface Action {
  readonly kind: string;
}

/** A control's action, made of the text that stands in it. */
type OfText = (text: string) => Action;

type When = 'click' | 'input' | 'change';

const actions = new WeakMap<EventTarget, Partial<Record<When, OfText>>>();

class Press extends Directive {
  #kind = '';

  override update({ element }: ElementPart, [when, act, kind]: [When, OfText, string]): unknown {
    actions.set(element, { ...actions.get(element), [when]: act });
    // For tests and style sheets. The component itself never reads it.
    if (this.#kind !== kind) element.setAttribute('data-press', kind);
    this.#kind = kind;
    return noChange;
  }

  override render(_when: When, _act: OfText, _kind: string): unknown {
    return noChange;
  }
}

const bound = directive(Press);

/**
 * Binds controls of one component to its actions, such that the compiler checks each. One listener of each kind on the
 * component's root is enough: `actionOf` finds what was pressed.
 */
export function pressesOf<A extends Action>() {
  return {
    /** On a button: what a press on it does. */
    press: (action: A): DirectiveResult => bound('click', () => action, action.kind),
    /** On a field: what comes of its text. `input`: at each key; `change`: when it is left. */
    typed: (when: 'input' | 'change', kind: A['kind'], act: (text: string) => A): DirectiveResult =>
      bound(when, act, kind),
    /** The action of the control that an event came from; `null`: it came from none that has one. */
    actionOf: (event: Event): A | null => {
      for (const target of event.composedPath()) {
        if (target === event.currentTarget) return null;
        const act = actions.get(target)?.[event.type as When];
        const text = 'value' in target && typeof target.value === 'string' ? target.value : '';
        if (act !== undefined) return act(text) as A;
      }
      return null;
    },
  };
}
