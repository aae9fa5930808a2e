import './count-writes.ts';
import '../../../packages/sdk/src/engine.worker.ts';
