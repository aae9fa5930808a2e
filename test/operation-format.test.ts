import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WrittenOperation } from '../packages/fhir/src/writers/index.ts';
import type { Operation } from '../packages/store/src/outbox/operation.ts';
import { auditOperations, finishOperation, forms, intentId } from './emitted/everything.ts';

/** The compiler proves it: what the writers give is what the store keeps. */
const kept = (operation: WrittenOperation): Operation => operation;

test('what the writers give is an operation in the form that the store keeps, and nothing but JSON', () => {
  const [form] = forms;
  assert.ok(form);
  const all = [
    finishOperation(form, { seed: 1, intent: intentId(1, 1) }).operation,
    ...auditOperations(1),
  ].map(kept);
  for (const operation of all)
    assert.deepEqual(structuredClone(operation), JSON.parse(JSON.stringify(operation)));
});
