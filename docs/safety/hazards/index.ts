import type { Hazard } from '../hazard.ts';
import { CARE_PLAN } from './care-plan.ts';
import { ESCALATION } from './escalation.ts';
import { EXTENSION } from './extension.ts';
import { INBOX } from './inbox.ts';
import { KEEPING } from './keeping.ts';
import { PLACE_FILE } from './place-file.ts';
import { ROLES } from './roles.ts';
import { SCORER } from './scorer.ts';
import { SUMMARY } from './summary.ts';

/** The hazard log. `npm run docs` writes its page. */
export const HAZARDS: readonly Hazard[] = [
  ...SUMMARY,
  ...SCORER,
  ...CARE_PLAN,
  ...ESCALATION,
  ...INBOX,
  ...KEEPING,
  ...EXTENSION,
  ...PLACE_FILE,
  ...ROLES,
];
