/** `npm run build`: the production build; with `-- --if-stale` only when the sources have changed since the last one. */
import { build, isBuilt } from '@/scripts/build-state';

if (!process.argv.includes('--if-stale') || !isBuilt()) build();
