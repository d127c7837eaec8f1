import { StringDecoder } from 'node:string_decoder';
import sax, { type Tag } from 'sax';
import { broken } from './zip.ts';

/** What a reader of a document wants to know; names come without prefix. */
export type Handlers = {
	readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
	readonly close?: (name: string) => void;
	readonly text?: (text: string) => void;
};

/**
 * Reads an XML document piece by piece. Throws SheetRefusal where it is not well-formed, or declares a document type: those
 * of spreadsheets never do, and entities of one's own could fill the memory or fetch files.
 */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: Handlers): Promise<void> {
	const parser = sax.parser(true, { position: false });
	parser.onerror = () => {
		throw broken();
	};
	parser.ondoctype = () => {
		throw broken();
	};
	parser.onopentag = (tag) => handlers.open(local(tag.name), attributesOf(tag as Tag));
	parser.onclosetag = (name) => handlers.close?.(local(name));
	parser.ontext = (text) => handlers.text?.(text);
	parser.oncdata = (text) => handlers.text?.(text);
	const decoder = new StringDecoder('utf8');
	try {
		for await (const piece of pieces) parser.write(decoder.write(piece));
		parser.write(decoder.end()).close();
	} catch (thrown) {
		// What trips the parser itself is damaged.
		throw thrown instanceof TypeError || thrown instanceof RangeError ? broken() : thrown;
	}
}

function attributesOf({ attributes }: Tag): Record<string, string> {
	return Object.fromEntries(
		Object.entries(attributes).map(([name, value]) => [local(name), value])
	);
}

function local(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
