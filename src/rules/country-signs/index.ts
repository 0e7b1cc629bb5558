export { countSigns } from './count.ts';
