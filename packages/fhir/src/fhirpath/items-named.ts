import type { OutlineItem } from '../questionnaire/outline.ts';
import { partsOf } from './parts.ts';
import type { Syntax } from './syntax.ts';

/** Variables that hold no answers: the form, and what it is opened with (SDC launch contexts). */
const OUTSIDE = new Set(['resource', 'context', 'questionnaire', 'patient', 'user', 'encounter', 'location']);
const STEPS = new Set(['item', 'descendants', 'repeat', 'children']);

/**
 * The questions that an expression may read, by the linkIds it names. `null`: it also reads what it does not name, so that
 * it may read anything.
 */
export function itemsNamed(syntax: Syntax, byId: ReadonlyMap<string, OutlineItem>): readonly string[] | null {
  const named = new Set<string>();
  let all = true;
  const walk = (it: Syntax, chosen: boolean): void => {
    // Reading the form is not reading the answers: an item that takes its value from its own options is no circle.
    const inForm = isOfForm(it);
    if ((it.kind === 'member' || it.kind === 'call') && STEPS.has(it.name)) all &&= chosen || inForm;
    if (it.kind === 'variable') all &&= OUTSIDE.has(it.name);
    if (it.kind === 'call' && it.name === 'where') {
      const id = linkIdOf(it.args[0]);
      if (id !== null && !inForm) named.add(id);
      for (const each of id === null ? it.args : []) walk(each, false);
      if (it.of !== null) walk(it.of, id !== null);
      return;
    }
    for (const each of partsOf(it)) walk(each, false);
  };
  walk(syntax, false);
  const items = [...named].map((id) => byId.get(id)).filter((each) => each !== undefined);
  const through = (group: OutlineItem) => items.some((each) => each.parent === group);
  const whole = items.filter((each) => each.type === 'group' && !through(each));
  return all && whole.length === 0 ? items.filter(({ type }) => type !== 'group').map(({ id }) => id) : null;
}

/** Whether a path begins at the Questionnaire. */
function isOfForm(syntax: Syntax): boolean {
  if (syntax.kind === 'variable') return syntax.name === 'questionnaire';
  return 'of' in syntax && syntax.of !== null && isOfForm(syntax.of);
}

/** `linkId = '…'`: which; `null`: another criterion. */
export function linkIdOf(criteria: Syntax | undefined): string | null {
  if (criteria?.kind !== 'operation' || criteria.op !== '=') return null;
  const { left, right } = criteria;
  const isLinkId = left.kind === 'member' && left.of === null && left.name === 'linkId';
  return isLinkId && right.kind === 'literal' && typeof right.value === 'string' ? right.value : null;
}
