export { serveEngine } from '@ehch/sync';
