import type { Content, Frailty, FrailtyIndexEntry, ResidentView, ScoreNotice, Section } from '@ehch/clinical';
import { byCode } from '../by-code.ts';
import { SCORE_NOTICES } from '../codes/score-notices.ts';

/** A record names its instrument in its own words, also in those that every object knows. */
const NOTICES = byCode(SCORE_NOTICES);

/** The instrument of each frailty index that this product knows by its name. */
const INDEX_INSTRUMENTS: Readonly<Record<FrailtyIndexEntry['name'], string>> = {
  eFI: 'efi',
  eFI2: 'efi2',
  'frailty index': 'frailty-index',
};

/** The notices of each instrument whose score a view shows, in the order of the sections. Each stands once. */
export function scoreNoticesOf({ sections }: Pick<ResidentView, 'sections'>): readonly ScoreNotice[] {
  const { frailty, news2, scores } = sections;
  const shown = [
    ...valuesOf(frailty).flatMap((value) => instrumentsOf(value)),
    ...(valuesOf(news2).length > 0 ? ['news2'] : []),
    ...valuesOf(scores).flatMap((entries) => entries.map(({ instrument }) => instrument)),
  ];
  return [...new Set(shown)].flatMap((instrument) => {
    const notice = NOTICES[instrument];
    return notice === undefined ? [] : [{ instrument, ...notice }];
  });
}

function instrumentsOf({ cfs, indices }: Frailty): readonly string[] {
  return [...(cfs.length > 0 ? ['cfs'] : []), ...indices.map(({ name }) => INDEX_INSTRUMENTS[name])];
}

/** Both sides of a disagreement are shown. */
function valuesOf<T>(section: Section<T>): readonly T[] {
  if (section.state !== 'known') return [];
  const content: Content<T> = section.content;
  if (content.kind === 'recorded') return [content.value];
  return content.kind === 'disagree' ? content.sides.map(({ value }) => value) : [];
}
