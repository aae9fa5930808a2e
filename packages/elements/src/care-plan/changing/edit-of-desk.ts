import type { WhoChanges } from '../changing-part.ts';
import type { PlanEdit } from '../plan-edit.ts';
import type { PlanDesk } from './plan-desks.ts';
import { lineForms } from './render-edit.ts';

/** What is being changed on a desk, as it is drawn. */
export function editOfDesk(desk: PlanDesk, { author, typed, mayDecide }: WhoChanges): PlanEdit {
  const { controller, isOn, ending, reason } = desk;
  const given = (author?.name ?? '').trim();
  return {
    session: controller.session,
    isOn,
    mayDecide,
    ending,
    reason,
    presser: given || typed.trim(),
    typedName: typed,
    asksPresser: given === '',
    placed: new Set(),
    forms: lineForms,
  };
}

/** How far each change is, without a word of it. */
export function planCodes(desk: PlanDesk): readonly string[] {
  const { open, handed } = desk.controller.session;
  return [`typing=${open.length}`, ...handed.map(({ handing }) => `saving=${handing.state}`)];
}
