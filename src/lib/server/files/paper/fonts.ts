import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(
	dirname(createRequire(import.meta.url).resolve('source-sans/package.json')),
	'TTF'
);

/** The program's typeface as files, for what is drawn without a browser. */
export const FONT_FILES = {
	regular: join(folder, 'SourceSans3-Regular.ttf'),
	bold: join(folder, 'SourceSans3-Semibold.ttf')
} as const;
