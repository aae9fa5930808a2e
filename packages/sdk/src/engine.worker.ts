import { serveEngine } from '@ehch/sync';

serveEngine(self);
// The page waits for the first message before it sends any: a script that was not loaded hears nothing.
self.postMessage(null);
