import type { CareIntent, ClinicalSetting } from '../../packages/clinical/src/index.ts';
import type { About, Actor, KindName, ThreadAct } from '../../packages/clinical/src/thread/index.ts';
import { mirrorEdits, mirroredMove, taskMirror, writeIntent } from '../../packages/fhir/src/writers/index.ts';
import type { OperationAuthor } from '../../packages/fhir/src/writers/operations/operation.ts';
import { edited } from '../../packages/sync/src/conflicts/merge.ts';
import { resourcesOf, type Json } from './operation-bundle.ts';

interface From {
  readonly from: string;
  readonly resources: readonly Json[];
}

/** Who writes what about whom. `intentOf` gives the nth intent its id. */
interface Emitting {
  readonly resident: string;
  readonly author: OperationAuthor;
  readonly intentOf: (n: number) => string;
}

const CARER: Actor = { name: 'Sam Okafor', role: 'carer', side: 'home' };
const GP: Actor = { name: 'Dr Asha Rao', role: 'GP', side: 'practice' };
const AT = (minute: number) => `2026-11-20T09:${String(minute).padStart(2, '0')}:00.000Z`;

const RAISE: ThreadAct = {
  kind: 'raise',
  matter: 'worry',
  urgency: 'same-day',
  words: 'Not herself',
  signs: ['fall', 'intake', 'worry'],
  since: 'breakfast',
  observations: '7e0c1b4a-3d9e-4f1a-8b3c-4d5e6f5d6a2f',
  askedBy: { kind: 'relative', name: 'Ruth Marlow', relation: 'daughter' },
};

/** Every press on a thread, in an order in which they could come. `question` and `answer` name the press before. */
const ACTS: readonly (readonly [Actor, (before: string) => ThreadAct])[] = [
  [GP, () => ({ kind: 'see' })],
  [GP, () => ({ kind: 'take' })],
  [GP, () => ({ kind: 'ask', words: 'Is she drinking?' })],
  [CARER, (question) => ({ kind: 'reply', question, words: 'Half a cup' })],
  [CARER, () => ({ kind: 'add', words: 'Breathing fast', observations: null })],
  [CARER, () => ({ kind: 'worse', words: 'Cold and clammy' })],
  [CARER, () => ({ kind: 'better', words: '' })],
  [CARER, () => ({ kind: 'call', to: 'Ridgeway Surgery', isAnswered: false, words: '' })],
  [CARER, () => ({ kind: 'went-to-hospital', where: null, words: 'By ambulance' })],
  [GP, () => ({ kind: 'let-go' })],
  [
    GP,
    () => ({
      kind: 'answer',
      outcome: 'visit',
      further: [{ what: 'Blood tests', owner: 'Tom Webb' }],
      promisedBy: AT(50),
      words: 'I will come.',
    }),
  ],
  [CARER, (answer) => ({ kind: 'told', answer, whom: 'Ruth Marlow' })],
  [CARER, (answer) => ({ kind: 'happened', answer, words: '' })],
];

const WITHDRAWN = ['wrong-resident', 'mistake', 'not-needed'] as const;

/** The resources of every press on a thread, and the Task as its mirror leaves it after each. */
export function threadsEmitted(emitting: Emitting): readonly From[] {
  const stranger: About = {
    kind: 'unlisted',
    person: { name: 'Joan Bell', born: '3 May 1940', room: '7', home: 'rowan-court' },
  };
  const known: About = { kind: 'resident', resident: emitting.resident };
  return [
    ...threadEmitted(emitting, { about: known, matter: 'worry', first: 0, acts: ACTS }),
    ...threadEmitted(emitting, {
      about: stranger,
      matter: 'worry',
      first: 100,
      acts: [
        [GP, () => ({ kind: 'link', resident: emitting.resident })],
        [GP, (into) => ({ kind: 'join', into })],
      ],
    }),
    ...WITHDRAWN.flatMap((why, place) =>
      threadEmitted(emitting, {
        about: known,
        matter: 'worry',
        first: 200 + 10 * place,
        acts: [[CARER, () => ({ kind: 'withdraw', why, words: 'It was Mary' })]],
      }),
    ),
  ];
}

function threadEmitted(
  { author, intentOf }: Emitting,
  {
    about,
    matter,
    first,
    acts,
  }: { readonly about: About; readonly matter: KindName; readonly first: number; readonly acts: typeof ACTS },
): readonly From[] {
  const thread = intentOf(first);
  let task: Json | null = null;
  return [[CARER, () => RAISE] as const, ...acts].flatMap(([by, actOf], place) => {
    const id = intentOf(first + place);
    const before = place === 0 ? null : intentOf(first + place - 1);
    const entry = {
      id,
      thread,
      about,
      by,
      pressedAt: AT(place),
      clockOffsetMs: null,
      receivedAt: null,
      after: before,
      act: actOf(before ?? ''),
    };
    const resident = about.kind === 'resident' ? about.resident : null;
    const intent: CareIntent = {
      id,
      resident,
      pressedAt: entry.pressedAt,
      what: { kind: 'thread-entry', matter, entry },
    };
    const operation = writeIntent(intent, { author, clockOffsetMs: 0 });
    const resources = resourcesOf(operation);
    task ??= resources.find(({ resourceType }) => resourceType === 'Task') ?? null;
    const mirror = taskMirror(intent, operation);
    const move = mirror === null ? null : mirroredMove(mirror);
    const name = `${about.kind}: ${entry.act.kind}`;
    if (move === null || task === null) return [{ from: name, resources }];
    task = JSON.parse(edited(JSON.stringify(task), mirrorEdits(task, move))) as Json;
    return [
      { from: name, resources },
      { from: `${name}, its Task`, resources: [task] },
    ];
  });
}

const SETTINGS: readonly ClinicalSetting[] = [
  {
    kind: 'usual-news2',
    parts: { rr: 1, spo2: 1, oxygen: 0, sbp: 0, pulse: 1, acvpu: 0, temp: 0 },
    scale: 1,
    words: 'Stable COPD.',
  },
  {
    kind: 'usual-news2',
    parts: { rr: 1, spo2: 2, oxygen: 2, sbp: 0, pulse: 1, acvpu: 0, temp: 0 },
    scale: 2,
    words: '',
  },
  { kind: 'spo2-target', low: 88, high: 92, words: 'Hypercapnia confirmed on blood gases, June 2026.' },
  { kind: 'last-days', state: 'set', words: 'Recognised on the visit, agreed with her daughter.' },
  { kind: 'last-days', state: 'ended', words: '' },
  { kind: 'variation', state: 'set', words: 'Ring the hospice first.' },
  { kind: 'variation', state: 'set', words: 'Ring the practice first.', until: '2027-02-28' },
  { kind: 'variation', state: 'ended', words: 'Agreed again with the practice.' },
];

/** What a clinician sets for a resident. */
export function settingsEmitted({ resident, author, intentOf }: Emitting): readonly From[] {
  return SETTINGS.map((set, n) => ({
    from: `${set.kind} ${n}`,
    resources: resourcesOf(
      writeIntent(
        {
          id: intentOf(n),
          resident,
          pressedAt: AT(0),
          what: {
            kind: 'clinical-setting',
            set,
            by: { name: author.display, role: 'GP' },
            ends: ['https://server.example/fhir/Observation/before', 'CarePlan/plan#part'],
          },
        },
        { author, clockOffsetMs: 0 },
      ),
    ),
  }));
}
