export { runProcess } from './process.ts';
