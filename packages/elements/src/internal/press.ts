import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { DirectiveResult, ElementPart } from 'lit/directive.js';

/** What a person does to a control: an action with the name of its kind, as the session of its component takes it. */
interface Action {
  readonly kind: string;
}

/** A control's action, made of the text that stands in it, and of a tick box or radio also whether it is ticked. */
type OfControl = (text: string, isChecked: boolean) => Action;

type When = 'click' | 'input' | 'change';

const actions = new WeakMap<EventTarget, Partial<Record<When, OfControl>>>();

/** Events whose action was taken already, by the inner of two components or forms that listen for it. */
const taken = new WeakSet<Event>();

class Press extends Directive {
  #kind = '';

  override update({ element }: ElementPart, [when, act, kind]: [When, OfControl, string]): unknown {
    actions.set(element, { ...actions.get(element), [when]: act });
    // For tests and style sheets. The component itself never reads it.
    if (this.#kind !== kind) element.setAttribute('data-press', kind);
    this.#kind = kind;
    return noChange;
  }

  override render(_when: When, _act: OfControl, _kind: string): unknown {
    return noChange;
  }
}

const bound = directive(Press);

/** The controls of one component, bound to its actions such that the compiler checks each. */
export interface Presses<A extends Action> {
  /** On a button: what a press on it does. */
  press(action: A): DirectiveResult;
  /**
   * On a field, or around several: what comes of the one that was used. `input`: at each key. `change`: when it is left or
   * ticked.
   */
  typed<Kind extends A['kind']>(
    when: 'input' | 'change',
    kind: Kind,
    act: (text: string, isChecked: boolean) => Extract<A, { readonly kind: Kind }>,
  ): DirectiveResult;
  /** The action of the control that an event came from, once; `null`: it came from none that has one. */
  actionOf(event: Event): A | null;
  /** What a press on this control does. */
  actionAt(control: Element): A | null;
}

/** One listener of each kind on a component's root is enough: `actionOf` finds what was pressed. */
export function pressesOf<A extends Action>(): Presses<A> {
  return {
    press: (action) => bound('click', () => action, action.kind),
    typed: (when, kind, act) => bound(when, act, kind),
    actionOf: (event) => {
      if (taken.has(event)) return null;
      for (const target of event.composedPath()) {
        if (target === event.currentTarget) return null;
        const act = actions.get(target)?.[event.type as When];
        if (act === undefined) continue;
        taken.add(event);
        return ofControl(act, event.composedPath()[0]) as A;
      }
      return null;
    },
    actionAt: (control) => (actions.get(control)?.click?.('', false) as A | undefined) ?? null,
  };
}

/** The control that was used may stand inside the element that has the action. */
function ofControl(act: OfControl, used: EventTarget | undefined): Action {
  const text = used !== undefined && 'value' in used && typeof used.value === 'string' ? used.value : '';
  return act(text, used !== undefined && 'checked' in used && used.checked === true);
}
