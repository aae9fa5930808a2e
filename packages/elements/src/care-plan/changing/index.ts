import { changingSource } from '../changing-part.ts';
import type { PlanChanging } from '../changing-part.ts';
import { editOfDesk, planCodes } from './edit-of-desk.ts';
import { PlanDesks } from './plan-desks.ts';
import { newsOf } from './plan-receipt.ts';
import { renderElsewhere } from './render-elsewhere.ts';
import { takeChange } from './take-change.ts';

export const changing: PlanChanging = {
  desks: (host) => new PlanDesks(host),
  edit: editOfDesk,
  take: takeChange,
  renderElsewhere,
  news: newsOf,
  codes: planCodes,
};

changingSource.register(changing);
