import type { FileKind, Paper } from '../../papers/paper.ts';
import { docxOf } from '../files/paper/docx.ts';
import { pdfOf } from '../files/paper/pdf.ts';
import { inThread } from './thread.ts';

export type PaperTask = { readonly paper: Paper; readonly kind: FileKind };

/** The thread in which a paper becomes a file. */
await inThread<PaperTask, never, Uint8Array>(({ paper, kind }) =>
	kind === 'pdf' ? pdfOf(paper) : docxOf(paper)
);
