import type { Mutant } from './instrument.ts';

/** Mutants that change no figure, by file and text, each with the reason. */
const REASONS: readonly { readonly file: RegExp; readonly from: RegExp; readonly why: string }[] =
	[];

/** Why a mutant cannot be noticed; null when nobody has said so. */
export function explained({ file, from }: Mutant): string | null {
	return REASONS.find((one) => one.file.test(file) && one.from.test(from))?.why ?? null;
}
