import { flagWords, type CfsEntry, type Frailty, type FrailtyIndexEntry } from '@ehch/clinical';
import { html } from 'lit';
import { byTime, fact, notMeasured } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined, plain } from '../../internal/text.ts';
import { day, dayOr } from '../../internal/when.ts';

// Our own words for groups of levels. The descriptions of the scale belong to Dalhousie University and are not here.
const TERMINAL = 'terminally ill; not a degree of frailty';

/** [P] Frailty is looked at again within a year: the GP contract and EHCH both work in years. */
const USEFUL_DAYS = 365;

export const frailty = defineSection({
  name: 'frailty',
  title: 'Frailty',
  score: true,
  summary: ({ cfs }: Frailty) => {
    const [latest] = byTime(cfs).past;
    return latest === undefined ? null : html`CFS ${latest.level}, ${dayOr(latest.on, 'date not recorded')}`;
  },
  body: ({ cfs, indices, statements, notMeasured: missing }, { today }) =>
    html`<ul class="facts">
      ${cfs.map((entry) => fact(cfsWords(entry), entry, today, { usefulDays: USEFUL_DAYS }))}
      ${indices.map((entry) => fact(indexWords(entry), entry, today, { usefulDays: USEFUL_DAYS }))}
      ${statements.map((entry) => fact(data(entry.text), entry, today, { usefulDays: USEFUL_DAYS }))}
      ${notMeasured(missing, today)}
    </ul>`,
});

function cfsWords({ level, group, version, warnings, baselineOn }: CfsEntry) {
  return joined([
    html`<strong>Clinical Frailty Scale ${level}</strong>: ${group === 'terminal' ? TERMINAL : group === 'no-frailty' ? 'no frailty' : `${plain(group)} frailty`}`,
    version === null ? 'version not recorded' : html`version ${data(version)}`,
    baselineOn === undefined ? null : html`as on ${day(baselineOn)}`,
    ...warnings.map((warning) => html`<strong class="old">${flagWords({ instrument: 'cfs', flags: [warning] })}</strong>`),
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
