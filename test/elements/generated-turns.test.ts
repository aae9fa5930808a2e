/**
 * Values that reverse a statement, made from R4's own definitions: every status, the end and the beginning of every period,
 * every boolean. A caution beside the statement is not enough: the statement itself must change or go. Each exception stands on a
 * reviewed list with its reason, and must still be one.
 *
 * Set `ELEMENTS=Procedure` in the environment to test one type and print every failure.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { elementsOf } from '../../packages/fhir/src/readers/r4/elements/walk.ts';
import { RESOURCES, isReadableType } from '../../packages/fhir/src/readers/r4/resources/index.ts';
import { boundConcepts, elementPaths } from './definitions.ts';
import { mutationWith, type Mutation } from './mutations.ts';
import { NOW, PATIENT, PLAIN, type Json, type Plain } from './plain-resources.ts';
import { STANDS_ALL_THE_SAME, reasonFor } from './turns/stands-all-the-same.ts';
import { AHEAD, PAST } from './turns/turn.ts';
import { statementsOf } from './words-of.ts';

const only = process.env['ELEMENTS'];

interface GeneratedTurn extends Mutation {
  /** `status=on-hold`, `period.end=past`. */
  readonly name: string;
  readonly path: string;
}

function said(resource: Json, beside: readonly Json[] = []): string {
  const others = resource['resourceType'] === 'Patient' ? beside : [PATIENT, ...beside];
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [...others, resource],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return statementsOf(view, NOW);
}

/** Elements whose codes say how a statement stands, rather than what it says. */
const STANDING = /(^|\.)(status|lifecycleStatus|docStatus|intent)$/;

function turnsOf(type: string, { resource }: Plain): readonly GeneratedTurn[] {
  const coded = elementPaths(type).flatMap((element): readonly GeneratedTurn[] => {
    const { path, types, codes } = element;
    const turn = (value: unknown, named = String(value)): GeneratedTurn => ({
      ...mutationWith(type, resource, element, value),
      name: `${path}=${named}`,
      path,
    });
    if (STANDING.test(path))
      return codes
        .filter((code) => code !== resource[path])
        .map((code) => {
          const made = turn(code);
          // A status of the resource itself is turned from the plain one, not from none.
          return path.includes('.') ? made : { ...made, without: resource };
        });
    if (types.at(-1) === 'boolean') return [turn(true), turn(false)];
    if (types.at(-2) !== 'Period') return [];
    return [path.endsWith('.end') ? turn(PAST, 'past') : turn(AHEAD, 'to begin')];
  });
  const concepts = boundConcepts(type).flatMap(([path, codes]) =>
    codes.map((code) => ({
      name: `${path}=${code}`,
      path,
      with: { ...resource, [path]: { coding: [{ code }] } },
      without: resource,
    })),
  );
  return [...coded, ...concepts];
}

/** Whether a reviewed list says that the element cannot change the meaning of the resource. */
function isHarmless(type: string, turned: GeneratedTurn): boolean {
  if (!isReadableType(type)) return false;
  return elementsOf(RESOURCES[type], turned.with).some(
    ({ path, fate }) => fate === 'harmless' && (turned.path === path || turned.path.startsWith(`${path}.`)),
  );
}

const unchanged = new Set<string>();

for (const [type, plains] of Object.entries(PLAIN)) {
  if (only !== undefined && only !== type) continue;
  for (const plain of plains) {
    test(`${type} ${plain.name}: whatever turns the statement round changes it, and not only what stands beside it`, () => {
      const stands = turnsOf(type, plain)
        .filter((turned) => !isHarmless(type, turned))
        .filter((turned) => said(turned.with, plain.beside) === said(turned.without, plain.beside))
        .map(({ name }) => name);
      for (const name of stands) unchanged.add(`${type} ${name}`);
      const unreviewed = stands.filter((name) => reasonFor(type, name) === null);
      if (only !== undefined && unreviewed.length > 0) console.log(unreviewed.join('\n'));
      assert.deepEqual(unreviewed, []);
    });
  }
}

test('each exception is still one, and has its reason', () => {
  if (only !== undefined) return;
  for (const [place, reason] of STANDS_ALL_THE_SAME) {
    assert.match(reason, /^[A-Z].{10,}\.$/, String(place));
    assert.ok(
      [...unchanged].some((name) => place.test(name)),
      `${String(place)} changes the statement now`,
    );
  }
});
