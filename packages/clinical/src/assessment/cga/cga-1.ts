import type { AssessmentTemplate } from '../types.ts';
import { cgaDeficits } from './deficits/index.ts';
import { problemRules } from './problem-rules/index.ts';
import { aboutMe } from './sections/about-me.ts';
import { environment } from './sections/environment.ts';
import { functionSection } from './sections/function.ts';
import { limits } from './sections/limits.ts';
import { medicines } from './sections/medicines.ts';
import { mind } from './sections/mind.ts';
import { physical } from './sections/physical.ts';
import { plan } from './sections/plan.ts';
import { social } from './sections/social.ts';
import { visit } from './sections/visit.ts';

/**
 * Comprehensive geriatric assessment, version 1: the domains of the BGS CGA toolkit (January 2019) with our own questions
 * [P]. Once released it stays as it is: a changed question, option or rule goes into a `cga-2.ts` beside it, which says with
 * `nextVersion` what differs.
 */
export const cga1: AssessmentTemplate = {
  id: 'cga',
  title: 'Comprehensive geriatric assessment (CGA)',
  searchWords: [
    'geriatric',
    'whole',
    'full',
    'annual',
    'yearly',
    'review',
    'new resident',
    'falls',
    'care plan',
    'frailty',
  ],
  version: '1',
  items: [visit, aboutMe, physical, functionSection, mind, social, environment, medicines, limits, plan],
  notices: [
    'Domains after the British Geriatrics Society’s CGA toolkit, January 2019. The questions are EHCH Kit’s own and await sign-off by a clinical safety officer.',
  ],
  problemRules,
  deficits: cgaDeficits,
};
