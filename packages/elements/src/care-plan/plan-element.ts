import type { PartSource } from '../internal/part-source.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { changingSource } from './changing-part.ts';
import type { PlanChanging } from './changing-part.ts';
import { copiesSource } from './copies-part.ts';
import type { PlanCopies } from './copies-part.ts';
import { PlanChanges } from './plan-changes.ts';
import { PlanCopying } from './plan-copying.ts';

/** A component about one plan, with the parts that it fetches later. A test gives each part late, or not at all. */
export abstract class PlanElement extends ResidentElement {
  protected readonly changes: PlanChanges = new PlanChanges(
    { now: () => this.now, requestUpdate: () => this.requestUpdate() },
    () => this.changingSource(),
  );

  protected readonly copying: PlanCopying = new PlanCopying(
    () => this.requestUpdate(),
    () => this.copiesSource(),
  );

  /** What changes a plan in its place. */
  protected changingSource(): PartSource<PlanChanging> {
    return changingSource;
  }

  /** What makes copies in plain English. */
  protected copiesSource(): PartSource<PlanCopies> {
    return copiesSource;
  }
}
