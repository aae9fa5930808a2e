import type { CfsEntry, CfsGroup, Frailty, FrailtyIndexEntry } from '@ehch/clinical';
import { CFS_WARNING_WORDS } from '@ehch/clinical/instruments';
import { html, nothing } from 'lit';
import { fact, notMeasured } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { happened } from '../../internal/future-dated.ts';
import { changeMark } from '../../internal/change-mark.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined, lines } from '../../internal/text.ts';
import { day, dayOr } from '../../internal/when.ts';

/** [P] The level and no name of it: the names and descriptions belong to Dalhousie University. */
const GROUPS: Readonly<Record<CfsGroup, string>> = {
  'levels-1-to-3': 'of 9, group of levels 1 to 3',
  'levels-4-to-6': 'of 9, group of levels 4 to 6',
  'levels-7-and-8': 'of 9, group of levels 7 and 8',
  'own-category': 'a category of its own, not a degree of frailty',
};

/** [P] Frailty is looked at again within a year: the GP contract and EHCH both work in years. */
const USEFUL_DAYS = 365;

const OWN_INSTRUMENTS = [
  { id: 'cfs', title: 'Clinical Frailty Scale' },
  { id: 'efi', title: 'eFI' },
  { id: 'efi2', title: 'eFI2' },
  { id: 'fi-cga', title: 'FI-CGA' },
  { id: 'frailty-index', title: 'Frailty index' },
];

export const frailty = defineSection({
  name: 'frailty',
  title: 'Frailty',
  score: true,
  instruments: () => OWN_INSTRUMENTS,
  facts: ({ cfs, indices, statements }: Frailty) => [...cfs, ...indices, ...statements],
  row: ({ cfs, indices, statements }) => {
    const [latest, before] = happened(cfs);
    const [other] = happened(indices);
    if (latest !== undefined) {
      const when = dayOr(latest.on, 'date not recorded');
      return html`<strong>CFS ${latest.level}</strong>${wasLevel(latest, before)} · ${when}`;
    }
    if (other !== undefined) return html`${indexWords(other)} · ${dayOr(other.on, 'date not recorded')}`;
    return html`${data(happened(statements)[0]?.text ?? null) ?? nothing}`;
  },
  body: ({ cfs, indices, statements, notMeasured: missing }, around) => {
    const options = { usefulDays: USEFUL_DAYS };
    return html`${factList(cfs, (entry) => fact(cfsWords(entry), entry, around, options))}
    ${factList(indices, (entry) => fact(indexWords(entry), entry, around, options))}
    ${factList(statements, (entry) => fact(lines(entry.text), entry, around, options))}
    ${notMeasured(missing, around)}`;
  },
});

/** [P] Levels of two versions are not compared, nor is 9, which is another kind of category. */
function wasLevel({ level, version }: CfsEntry, before: CfsEntry | undefined) {
  if (before === undefined || before.version !== version || level === 9 || before.level === 9) return nothing;
  if (before.level === level) return nothing;
  return html` ${changeMark(level > before.level ? 'up' : 'down')} was ${before.level}`;
}

function cfsWords({ level, group, version, warnings, baselineOn }: CfsEntry) {
  return joined([
    html`<strong>Clinical Frailty Scale ${level}</strong>: ${GROUPS[group]}`,
    version === null ? 'version not recorded' : html`version ${data(version)}`,
    baselineOn === undefined ? null : html`as on ${day(baselineOn)}`,
    ...warnings.map((warning) => html`<strong class="old">${CFS_WARNING_WORDS[warning]}</strong>`),
  ]);
}

function indexWords({ name, value, deficits, band, roundedSource }: FrailtyIndexEntry) {
  return joined([
    html`<strong>${name}${value === null ? '' : ` ${value}`}</strong>${band === null ? '' : `: ${band}`}`,
    value === null && deficits === null ? 'value not recorded' : null,
    deficits === null ? null : `${deficits.present} of ${deficits.considered} deficits`,
    roundedSource ? 'the number came rounded, where rounding decides the band' : null,
  ]);
}
