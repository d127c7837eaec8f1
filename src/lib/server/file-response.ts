/** A file to keep, under the name that it has. */
export function fileResponse(
	{ content, fileName }: { readonly content: string | Uint8Array; readonly fileName: string },
	type: string
): Response {
	return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${fileName}"` }
	});
}
