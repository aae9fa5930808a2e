import { serveEngine } from '@ehch/sync';

serveEngine(self);
