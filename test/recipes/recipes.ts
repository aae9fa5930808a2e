import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RECORD_RECIPES } from './record-recipes.ts';
import { both, lineBefore, root, type Recipe } from './recipe.ts';

const instrument: Recipe = {
  adds: 'instrument',
  creates: {
    'packages/clinical/src/instruments/zest/zest.ts': `import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { bandOf, type BandRows } from '../bands.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import { measured, partsOf } from '../measured.ts';
import { fieldsOf, type Given } from '../not-answered.ts';

export interface ZestInput extends Assessed {
  readonly level?: Given<number>;
}

const BANDS: BandRows<'low' | 'high'> = [
  [2, 'low'],
  [4, 'high'],
];

export function scoreZest(input: ZestInput): ScoreResult<'low' | 'high'> {
  const given = fieldsOf(input);
  const level = measured('level', given['level'], { possible: [0, 4], plausible: [0, 4], whole: true });
  return {
    instrument: 'zest',
    version: 'example',
    ...partsOf([level]),
    total: level.number,
    range: [0, 4],
    direction: 'none',
    band: bandOf(BANDS, level.number),
    ...assessedIn(given),
  };
}

export const zest = defineInstrument({
  id: 'zest',
  title: 'Zest',
  version: 'example',
  tier: 'A',
  direction: 'none',
  range: [0, 4],
  unit: { kind: 'level' },
  source: { citation: 'Example 2026.', licence: 'None needed.', notice: 'An example, and no score.' },
  permission: { state: 'not-needed', because: 'An example, and no score.' },
  items: [{ id: 'level', type: 'integer', text: 'Level, 0 to 4', limits: { min: 0, max: 4 } }],
  score: scoreZest,
});
`,
    'packages/clinical/src/instruments/zest/zest.vectors.ts': `import { scoreZest } from './zest.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  zest: (level) => scoreZest({ level: level as number }).band,
};

export const examples = {
  zest: [
    { id: 'low', input: 2, expected: 'low' },
    { id: 'high', input: 3, expected: 'high' },
    { id: 'not recorded', input: null, expected: null },
  ],
};
`,
    'packages/clinical/src/instruments/zest/zest.test.ts': `import { test } from 'node:test';
import { assertTotal } from '../whole-entry.fixtures.ts';
import { scoreZest } from './zest.ts';

test('every input gets a result', () => assertTotal(scoreZest, 'level'));
`,
  },
  edits: {
    'packages/clinical/src/instruments/index.ts': both(
      lineBefore('/** Every instrument.', "import { zest } from './zest/zest.ts';"),
      (text) => text.replace(/\n(\s*)weightChange,\n/, '\n$1weightChange,\n$1zest,\n'),
      (text) => text.replace(/\n\n(import \{ zest)/, '\n$1').replace(/('\.\/zest\/zest\.ts';)\n/, '$1\n\n'),
    ),
    // The engine asks the server by these codes. Without the code it would not find the score again.
    'packages/fhir/src/codes/written-scores.ts': lineBefore("'cga-frailty-index',", "  'zest',"),
  },
  tests: [
    'packages/clinical/src/instruments/registry.test.ts',
    'packages/fhir/src/codes/codes.test.ts',
    'packages/clinical/src/instruments/zest/zest.test.ts',
  ],
};

const question: Recipe = {
  adds: 'CGA question',
  creates: {},
  edits: {
    'packages/clinical/src/assessment/cga/sections/social.ts': lineBefore(
      "words('interests'",
      "    yesNoNotKnown('recipe-pet', 'Keeps a pet'),",
    ),
    // The fingerprint. Until the first release it follows the template.
    'packages/clinical/src/assessment/cga/cga-1.test.ts': (text) =>
      text.replace(/assert\.equal\(print, '[0-9a-f]{12}'\)/, 'assert.match(print, /^[0-9a-f]{12}$/)'),
  },
  tests: ['packages/clinical/src/assessment/cga/cga-1.test.ts'],
};

const code: Recipe = {
  adds: 'code',
  creates: {},
  edits: {
    'packages/fhir/src/codes/observation-codes.ts': lineBefore(
      "'364075005', // Heart rate",
      "    '8499008', // Pulse",
    ),
  },
  tests: ['packages/fhir/src/codes/codes.test.ts'],
};

const wording: Recipe = {
  adds: 'wording of a record',
  creates: {},
  edits: {
    'packages/fhir/src/codes/cpr-wordings.ts': lineBefore(
      "'Do not perform CPR',",
      "    'CPR would not be right',",
    ),
  },
  tests: ['packages/fhir/src/codes/codes.test.ts', 'packages/fhir/src/readers/r4/map/cpr-reading.test.ts'],
};

const saved = (file: string) => readFileSync(join(root, 'extension/src/hosts/care-diary', file), 'utf8');

const host: Recipe = {
  adds: 'host system',
  creates: {
    'extension/src/hosts/zest/zest.template.json': saved('care-diary.template.json').replace(
      '"care-diary"',
      '"zest"',
    ),
    'extension/src/hosts/zest/zest.pages.ts': `import type { HostPage } from '../host-page.ts';

export const pages: readonly HostPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  { file: 'menu.html', reads: 'none' },
  { file: 'two-people.html', reads: 'ambiguous' },
];
`,
    'extension/src/hosts/zest/resident.html': saved('resident.html'),
    'extension/src/hosts/zest/menu.html': saved('menu.html'),
    'extension/src/hosts/zest/two-people.html': saved('two-people.html'),
  },
  edits: {
    'extension/src/hosts/index.ts': both(
      lineBefore(
        '/** Systems that a release',
        "import zest from './zest/zest.template.json' with { type: 'json' };\n",
      ),
      (text) =>
        text.replace(
          'released: readonly Adapter[] = []',
          "released: readonly Adapter[] = [bound(zest, 'https://zest.example', '/zest/')]",
        ),
    ),
  },
  tests: ['test/hosts-registry.test.ts'],
};

const glanceRule: Recipe = {
  adds: 'rule of the glance',
  creates: {
    'packages/clinical/src/glance/rules/zest-since.ts': `import { listed } from '../../display/listed.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** An example without any real record behind it. */
export function zestSince({ changes }: GlanceQuestion): readonly GlanceLine[] {
  const own = changes.filter(({ text }) => text === 'zest');
  return changeLine('zest-since', 'alerts', own, {
    urgency: 'changed',
    lead: 'Zest',
    rest: \`: \${listed(own.map(({ text }) => text))}\`,
  });
}
`,
  },
  edits: {
    'packages/clinical/src/glance/rules/index.ts': both(
      lineBefore('/** A rule looks', "import { zestSince } from './zest-since.ts';\n"),
      lineBefore('coming,', '  zestSince,'),
    ),
    // Whether a person may hide the line.
    'packages/clinical/src/glance/can-hide.test.ts': lineBefore(
      "['coming', true,",
      "  ['zest-since', true, { events: recordedAs([event('other', '2026-11-18', 'zest')]) }],",
    ),
  },
  tests: [
    'packages/clinical/src/glance/rules/index.test.ts',
    'packages/clinical/src/glance/can-hide.test.ts',
  ],
};

/** The recipes of CONTRIBUTING.md that a script can follow. */
export const RECIPES: readonly Recipe[] = [
  instrument,
  question,
  code,
  wording,
  host,
  glanceRule,
  ...RECORD_RECIPES,
];
