import { writeFileSync } from 'node:fs';
import { methodReadme } from '../lib/core/method.ts';

/** npm run method: writes the core's README from the formulas, which the page about the method shows too. */
writeFileSync('src/lib/core/README.md', methodReadme());
