import { PLAN_KINDS, planKind, type PlanLineKind } from '@ehch/clinical/care-plan';
import { isObject } from '../entry.ts';
import { formLineKind } from './form-line.ts';

/** The words over one field of a line, by the name of its item: `unwell.ring` is "Whom to call". `null`: no line has it. */
export function planFieldLabel(linkId: string): string | null {
  const [kind = '', name = ''] = linkId.split('.');
  if (!Object.hasOwn(PLAN_KINDS, kind)) return null;
  const { fields } = planKind(kind as PlanLineKind);
  return Object.hasOwn(fields, name) ? (fields[name]?.label ?? null) : null;
}

/** The title of a kind of line. `null`: there is no such kind. */
export function planTitle(kind: string): string | null {
  return Object.hasOwn(PLAN_KINDS, kind) ? planKind(kind as PlanLineKind).title : null;
}

/**
 * Whether an answered form is a line of the plan, and one decision. `null`: it is another form.
 *
 * @param text the resource as JSON
 */
export function planLineText(text: string): 'decision' | 'line' | null {
  let resource: unknown;
  try {
    resource = JSON.parse(text);
  } catch {
    // No error of ours: what cannot be read is no line, and the caller treats it as any other record.
    return null;
  }
  const kind = isObject(resource) ? formLineKind(resource) : null;
  if (kind === null) return null;
  return planKind(kind).decided === null ? 'line' : 'decision';
}
