import type { Author, ResidentId } from '@ehch/clinical';
import type { PlanPresser } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import type { TemplateResult } from 'lit';
import { PartSource } from '../internal/part-source.ts';
import type { PlanHost } from './changing/care-plan-controller.ts';
import type { PlanDesk, PlanDesks } from './changing/plan-desks.ts';
import type { PlanChangePress } from './changing/take-change.ts';
import type { PlanEdit } from './plan-edit.ts';

/** Who changes lines: as the page says it, or as they typed it where the page does not. */
export interface WhoChanges {
  readonly author: Author | null;
  readonly typed: string;
  readonly mayDecide: boolean;
}

/** Changing a plan in its place: the session, its forms and its receipts. Reading a plan does without. */
export interface PlanChanging {
  /** What people change on one card. */
  desks(host: PlanHost): PlanDesks;
  /** What is being changed on a desk, as it is drawn. */
  edit(desk: PlanDesk, who: WhoChanges): PlanEdit;
  /** Takes a press to the desk. It returns where the focus goes; `null`: it stays. */
  take(desk: PlanDesk, action: PlanChangePress, presser: PlanPresser): string | null;
  /** What was typed or saved about others than whoever is on screen. It names nobody. */
  renderElsewhere(desks: PlanDesks, resident: ResidentId | null, now: Instant): TemplateResult;
  /** For the live region. */
  news(desk: PlanDesk, now: Instant): string;
  /** How far each change is, without a word of it. */
  codes(desk: PlanDesk): readonly string[];
}

/** Fetched after the first paint where the page takes changes, so that a plan can be changed without a network. */
export const changingSource = new PartSource<PlanChanging>(() =>
  import('./changing/index.ts').then(({ changing }) => changing),
);
