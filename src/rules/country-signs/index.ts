export { countSigns } from './count.ts';
export { sentenceAt, weigh } from './weigh.ts';
