import { installPackages, runOnNode24 } from './setup.mjs';

installPackages();
runOnNode24('scripts/start.ts', process.argv.slice(2));
