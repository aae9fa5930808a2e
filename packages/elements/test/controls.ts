import { actionAt } from '../src/frailty-scorer/scorer-press.ts';
import type { ScorerPress } from '../src/frailty-scorer/scorer-press.ts';

/** A control by what a press on it does, such as `{ kind: 'go-to', key: 'bmi/kg' }`; or by a selector. */
export type Control = string | ({ readonly kind: ScorerPress['kind'] } & Readonly<Record<string, unknown>>);

/** The first control of that kind. @throws {Error} where there is none to press. */
export function controlIn(root: ParentNode, control: Control): HTMLElement {
  const found = findControl(root, control);
  if (found === null) throw new Error(`Nothing to press: ${JSON.stringify(control)}`);
  return found;
}

export function findControl(root: ParentNode, control: Control): HTMLElement | null {
  if (typeof control === 'string') return root.querySelector<HTMLElement>(control);
  const all = [...root.querySelectorAll<HTMLElement>(`[data-press=${control.kind}]`)];
  return all.find((one) => does(one, control)) ?? null;
}

function does(element: HTMLElement, control: Exclude<Control, string>): boolean {
  const action: Readonly<Record<string, unknown>> = { ...actionAt(element) };
  return Object.entries(control).every(([name, value]) => action[name] === value);
}
