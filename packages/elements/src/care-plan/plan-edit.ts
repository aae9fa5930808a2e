import type { Author } from '@ehch/clinical';
import type { PlanDesk } from './plan-desks.ts';
import type { PlanEdit } from './render-edit.ts';

/** Who changes lines: as the page says it, or as they typed it where the page does not. */
interface Presser {
  readonly author: Author | null;
  readonly typed: string;
  readonly mayDecide: boolean;
}

/** What is being changed on a desk, as it is drawn. */
export function planEditOf(desk: PlanDesk, { author, typed, mayDecide }: Presser): PlanEdit {
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
  };
}

/** How far each change is, without a word of it. */
export function planCodes(desk: PlanDesk | null): readonly string[] {
  const { open = [], handed = [] } = desk?.controller.session ?? {};
  return [`typing=${open.length}`, ...handed.map(({ handing }) => `saving=${handing.state}`)];
}
