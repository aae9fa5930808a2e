// A reporter that ends the run at the first failure, because one failure kills the mutant.
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

export default async function* firstFailure(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type !== 'test:fail') continue;
    const { name, file } = event.data;
    process.stdout.write(`${JSON.stringify({ test: name, file: file && relative(process.cwd(), file) })}\n`);
    process.exit(1);
  }
  yield '';
}
