export { serveEngine, type ServeOptions } from '@ehch/sync';
