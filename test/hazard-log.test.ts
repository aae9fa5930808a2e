// A control that names no test, or a test that is gone, is a promise that nobody keeps.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SAFETY_CASE } from '../packages/clinical/src/safety/index.ts';
import { LIKELIHOODS, rating, type HazardComponent, type NamedTest } from '../docs/safety/hazard.ts';
import { hazardLogPage } from '../docs/safety/hazard-log-page.ts';
import { HAZARDS } from '../docs/safety/hazards/index.ts';

const root = join(import.meta.dirname, '..');

/** Whether a file has a test whose title begins with these words, as a call that the runner sees. */
function hasTest({ file, title }: NamedTest): boolean {
  const path = join(root, file);
  if (!file.endsWith('.test.ts') || !existsSync(path)) return false;
  const titles = [...readFileSync(path, 'utf8').matchAll(/^\s*(?:test|it)\(\s*(['"`])(.*?)\1,/gms)];
  return titles.some(([, , words = '']) => words.replaceAll("\\'", "'").includes(title));
}

test('every test that a control of ours names exists', () => {
  const named = HAZARDS.flatMap(({ id, controls }) =>
    controls.flatMap((control) => ('provedBy' in control ? [{ id, ...control.provedBy }] : [])),
  );
  assert.ok(named.length > 40, `only ${named.length} controls name a test`);
  assert.deepEqual(
    named.filter((one) => !hasTest(one)),
    [],
  );
  assert.equal(hasTest({ file: 'test/hazard-log.test.ts', title: 'a test that nobody wrote' }), false);
  assert.equal(hasTest({ file: 'test/gone.test.ts', title: '' }), false);
});

test('each control is ours and proved, or the deployer’s and said to be so', () => {
  const page = hazardLogPage();
  for (const { id, controls } of HAZARDS) {
    assert.ok(controls.length > 0, id);
    assert.ok(
      controls.some((control) => 'provedBy' in control),
      `${id} stands on others alone`,
    );
    for (const control of controls) {
      const isOurs = control.kind === 'design' || control.kind === 'test';
      assert.equal('provedBy' in control, isOurs, `${id}: ${control.what}`);
      if (!isOurs) assert.ok(page.includes(`${control.kind} (the deployer’s): ${control.what}`), id);
    }
  }
});

test('the log covers all four components, keeping and sending, the extension and the place file', () => {
  const covered: readonly HazardComponent[] = [
    'summary',
    'scorer',
    'care plan',
    'escalation and inbox',
    'keeping and sending',
    'extension',
    'place file',
  ];
  for (const component of covered)
    assert.ok(HAZARDS.filter((one) => one.component === component).length > 2, component);
  assert.equal(new Set(HAZARDS.map(({ id }) => id)).size, HAZARDS.length);
});

test('controls make a hazard less likely, never less severe by words alone, and leave none unacceptable', () => {
  for (const { id, initial, residual } of HAZARDS) {
    assert.equal(residual.severity, initial.severity, id);
    assert.ok(LIKELIHOODS.indexOf(residual.likelihood) < LIKELIHOODS.indexOf(initial.likelihood), id);
    assert.ok(rating(residual) <= rating(initial), id);
    assert.ok(rating(residual) < 5, id);
  }
});

test('until a named officer has signed, the page says that nobody has accepted the risks', () => {
  assert.equal(SAFETY_CASE.acceptedBy, null);
  assert.match(hazardLogPage(), /proposed by the makers; accepted by nobody/);
  assert.match(readFileSync(join(root, 'SAFETY.md'), 'utf8'), /docs\/safety\/hazard-log\.md/);
});
