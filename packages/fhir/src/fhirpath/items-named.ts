import type { OutlineItem } from '../questionnaire/outline.ts';
import { partsOf } from './parts.ts';
import type { Syntax } from './syntax.ts';

/** Variables that hold no answers: the form, and the SDC launch contexts that it is opened with. */
const OUTSIDE = new Set(['resource', 'context', 'questionnaire', 'patient', 'user', 'encounter', 'location']);
/** Steps that may reach any item below. */
const STEPS = new Set(['item', 'descendants', 'repeat', 'children']);

/**
 * The questions that an expression may read, by the linkIds in it. `null`: it also reads items that it does
 * not name, so it may read anything.
 */
export function itemsNamed(syntax: Syntax, byId: ReadonlyMap<string, OutlineItem>): readonly string[] | null {
  const named = new Set<string>();
  let all = true;
  const walk = (node: Syntax, chosen: boolean): void => {
    // Reading the form is not reading the answers. So an item that takes its value from its own options makes
    // no circle.
    const inForm = isOfForm(node);
    if ((node.kind === 'member' || node.kind === 'call') && STEPS.has(node.name)) all &&= chosen || inForm;
    if (node.kind === 'variable') all &&= OUTSIDE.has(node.name);
    if (node.kind === 'call' && node.name === 'where') {
      const id = linkIdOf(node.args[0]);
      if (id !== null && !inForm) named.add(id);
      for (const each of id === null ? node.args : []) walk(each, false);
      if (node.of !== null) walk(node.of, id !== null);
      return;
    }
    for (const each of partsOf(node)) walk(each, false);
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

/** The linkId in `linkId = '…'`. `null`: the criterion is another one. */
export function linkIdOf(criteria: Syntax | undefined): string | null {
  if (criteria?.kind !== 'operation' || criteria.op !== '=') return null;
  const { left, right } = criteria;
  const isLinkId = left.kind === 'member' && left.of === null && left.name === 'linkId';
  return isLinkId && right.kind === 'literal' && typeof right.value === 'string' ? right.value : null;
}
