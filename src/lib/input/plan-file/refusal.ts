import type { Text } from '../../core/errors.ts';

/** Why a file was not taken in, with everything that is wrong in it. */
export type UploadRefusal = {
	readonly reason: 'no-file' | 'too-large' | 'problems';
	readonly fileName: string;
	readonly count: number;
	readonly problems: readonly {
		readonly of: string | null;
		readonly path: string;
		readonly value: string;
		readonly expected: Text;
	}[];
};
