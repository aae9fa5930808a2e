import type { ClinicalSetting } from '../ports/clinical-setting.ts';
import type { AgreedLimits } from '../resident/limits.ts';
import type { News2Story } from '../resident/measurements.ts';
import { saidIn } from '../resident/said-in.ts';
import type { Section } from '../section.ts';

/** Where the settings of a resident are shown. */
interface SettingSections {
  readonly news2: Section<News2Story>;
  readonly limits: Section<AgreedLimits>;
}

/**
 * The ids of the facts that stand on screen for one kind of setting: what a new setting comes in the place of. Those in doubt count as
 * well, and so does one dated in the future: it would come into force by itself, after its end.
 */
export function settingsOnScreen(
  kind: ClinicalSetting['kind'],
  { news2, limits }: SettingSections,
): readonly string[] {
  const ids = idsOf(kind, { news2, limits });
  // A target that was concluded from the scale of a score is no setting.
  return [...new Set(ids.filter((id) => !id.endsWith(CONCLUDED)))];
}

/** How the reader ends the id of a target that nobody set. */
const CONCLUDED = '#scale';

function idsOf(kind: ClinicalSetting['kind'], { news2, limits }: SettingSections): readonly string[] {
  if (kind === 'usual-news2' || kind === 'spo2-target')
    return saidIn(news2).flatMap(({ usual, target }) => {
      const fact = kind === 'usual-news2' ? usual : target;
      return fact === null || fact === undefined ? [] : [fact.id];
    });
  return saidIn(limits).flatMap(({ lastDays, decisions }) => {
    const of = kind === 'variation' ? kind : 'about-last-days';
    const said = decisions.filter((one) => one.kind === of).map(({ id }) => id);
    return kind === 'last-days' && lastDays !== null ? [lastDays.id, ...said] : said;
  });
}
