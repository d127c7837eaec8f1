/** Where the sources are; null: this installation does not ask them. */
export type SourceAddresses = Readonly<Record<'emissions' | 'kolada' | 'scb', string | null>>;

export const PUBLIC_ADDRESSES: Readonly<Record<keyof SourceAddresses, string>> = {
	emissions: 'https://nationellaemissionsdatabasen.smhi.se',
	kolada: 'https://api.kolada.se',
	scb: 'https://statistikdatabasen.scb.se'
};
