import { both, lineBefore, type Recipe } from './recipe.ts';

const resourceType: Recipe = {
  adds: 'resource type',
  creates: {
    'packages/fhir/src/readers/r4/resources/immunization-recommendation.ts': `import * as z from 'zod/mini';
import { base, concepts, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

export const immunizationRecommendation = defineResource({
  subject: 'patient',
  essential: ['recommendation'],
  schema: z.object({
    ...base,
    patient: z.optional(reference),
    date: z.optional(z.string()),
    recommendation: z.array(z.object({ vaccineCode: z.optional(concepts) })),
  }),
  harmless: [
    'authority', // Says who published the schedule.
  ],
});
`,
    'packages/fhir/src/readers/r4/map/recommended-vaccine.ts': `import type { CareEvent } from '@ehch/clinical';
import { firstWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';

/** An example: a vaccine that a schedule recommends. */
export function recommendedVaccine(
  record: PatientRecord,
  held: Held<'ImmunizationRecommendation'>,
): readonly CareEvent[] {
  const cautions = cautionsFor(held);
  const name = firstWords(held.value.recommendation[0]?.vaccineCode, cautions);
  if (name === null) return record.refuse(held, 'missing', 'recommendation');
  record.show(held, 'events');
  const on = readDate(held.value.date, cautions);
  const recommended = { kind: 'other', text: \`Recommended: \${name}\`, until: null, notDone: null } as const;
  return [{ ...fact(record, held, cautions, { on }), ...recommended }];
}
`,
    'packages/fhir/src/readers/r4/map/recommended-vaccine.test.ts': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value } from '../../../record.fixtures.ts';

test('a recommended vaccine is listed as recommended, with the day of the recommendation', () => {
  const [event] = value('events', [
    about('ImmunizationRecommendation', 'r', {
      patient: { reference: 'Patient/p1' },
      date: '2026-10-01',
      recommendation: [{ vaccineCode: [{ text: 'Influenza vaccine' }] }],
    }),
  ]);
  assert.equal(event?.text, 'Recommended: Influenza vaccine');
  assert.equal(event?.on, '2026-10-01');
});
`,
  },
  edits: {
    'packages/fhir/src/readers/r4/resources/index.ts': both(
      lineBefore(
        "import { list } from './list.ts';",
        "import { immunizationRecommendation } from './immunization-recommendation.ts';",
      ),
      lineBefore('DocumentReference:', '  ImmunizationRecommendation: immunizationRecommendation,'),
    ),
    'packages/fhir/src/readers/r4/map/events.ts': both(
      lineBefore(
        "import { isStay, leaveNamedByEpisode } from './stay.ts';",
        "import { recommendedVaccine } from './recommended-vaccine.ts';",
      ),
      lineBefore(
        "...record.all('DocumentReference')",
        "    ...record.all('ImmunizationRecommendation').flatMap((held) => recommendedVaccine(record, held)),",
      ),
    ),
    'packages/fhir/src/sections.ts': both(
      lineBefore(
        "DocumentReference: ['document'],",
        "  ImmunizationRecommendation: ['recommended vaccination'],",
      ),
      (text) =>
        text.replace("\n    'Immunization',\n", "\n    'Immunization',\n    'ImmunizationRecommendation',\n"),
    ),
    'packages/sync/src/steps/queries.ts': lineBefore(
      "{ kind: 'QuestionnaireResponse' },",
      "  { kind: 'ImmunizationRecommendation' },",
    ),
  },
  tests: [
    'packages/fhir/src/readers/r4/map/recommended-vaccine.test.ts',
    'packages/sync/src/steps/ask-kinds.test.ts',
  ],
};

const section: Recipe = {
  adds: 'section',
  creates: {
    'packages/clinical/src/resident/zest.ts': `import type { Recorded } from '../recorded.ts';

/** An example without any real record behind it. */
export interface Zest extends Recorded {
  readonly text: string;
}
`,
    'packages/fhir/src/readers/r4/map/zest.ts': `import type { Content, Zest } from '@ehch/clinical';
import type { PatientRecord } from '../record.ts';

/** An example of which no record says anything. */
export function zest(_record: PatientRecord): Content<readonly Zest[]> {
  return { kind: 'not-recorded' };
}
`,
    'packages/elements/src/resident-summary/sections/zest.ts': `import type { Zest } from '@ehch/clinical';
import { fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { lines } from '../../internal/text.ts';

export const zest = defineSection({
  name: 'zest',
  title: 'Zest',
  always: true,
  facts: (value: readonly Zest[]) => value,
  body: (value, around) => factList(value, (one) => fact(lines(one.text), one, around)),
});
`,
  },
  edits: {
    'packages/clinical/src/resident/index.ts': lineBefore(
      "export * from './undisputed.ts';",
      "export type * from './zest.ts';",
    ),
    'packages/clinical/src/resident/sections.ts': both(
      lineBefore('/** The sections of a resident', "import type { Zest } from './zest.ts';\n"),
      lineBefore('readonly plan: PlanSummary;', '  readonly zest: readonly Zest[];'),
      lineBefore("'plan',", "  'zest',"),
    ),
    'packages/clinical/src/glance/new-elsewhere.ts': lineBefore("open: 'request',", "  zest: 'zest',"),
    'packages/clinical/src/glance/rules/not-known.ts': lineBefore(
      "open: 'what is asked',",
      "  zest: 'zest',",
    ),
    // Each view of a role says what it shows of the section.
    'packages/clinical/src/roles/views.ts': (text) =>
      text.replaceAll(/^ *plan: ('\w+'),/gm, '    zest: $1,\n$&'),
    'packages/fhir/src/sections.ts': lineBefore("plan: ['CarePlan'", "  zest: ['Flag'],"),
    'packages/fhir/src/readers/r4/map/index.ts': both(
      lineBefore('/** THE REGISTRY', "import { zest } from './zest.ts';\n"),
      lineBefore('plan,', '  zest,'),
    ),
    'packages/elements/src/resident-summary/sections/index.ts': both(
      lineBefore('/** The sections below', "import { zest } from './zest.ts';\n"),
      lineBefore('plan,', '  zest,'),
    ),
  },
  tests: ['packages/fhir/src/section.test.ts', 'packages/fhir/src/build-view.test.ts'],
};

/** The recipes that add something to the reading of a record. */
export const RECORD_RECIPES: readonly Recipe[] = [resourceType, section];
