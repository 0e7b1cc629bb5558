export { activateDesk } from './activate.ts';
