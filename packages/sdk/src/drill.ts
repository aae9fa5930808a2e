export { drillOf, type OpenDrill } from './drill/drill-of.ts';
