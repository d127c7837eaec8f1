/** Of whom a fact is. */
export type FactScope = 'measure' | 'municipality';

type ConditionWords = readonly [scope: FactScope, sv: string, en: string];

/** One condition a line: key, whose fact it is, the question in Swedish and in English. */
const LINES = `
annual-reporting | measure | Åtar ni er att rapportera varje år? | Do you commit to report every year?
approved-climate-or-energy-plan | municipality | Har kommunen en antagen klimat- eller energiplan? | Has the municipality an adopted climate or energy plan?
aimed-at-households-companies-organisations | measure | Riktar sig åtgärden till hushåll, företag och organisationer? | Is the measure aimed at households, companies and organisations?
agreement-with-trafikverket-before-start | measure | Finns avtal med Trafikverket innan arbetet börjar? | Is there an agreement with Trafikverket before the work begins?
apply-before-in-service | measure | Söks stödet innan fordonet tas i bruk? | Is support applied for before the vehicle is taken into service?
apply-before-order | measure | Söks stödet innan beställningen görs? | Is support applied for before the order is placed?
bid-in-announced-tender | measure | Lämnas ett anbud i en utlyst anbudsomgång? | Is a bid made in an announced tender?
bus-class-II-or-III | measure | Är bussen av klass II eller III? | Is the bus of class II or III?
buyers-group-min-countries | measure | Ingår köpare från minst {n} länder? | Are there buyers from at least {n} countries?
climate-city-contract | municipality | Har kommunen ett klimatkontrakt? | Has the municipality a climate city contract?
complementary-funding-mobilised | measure | Är annan finansiering för planen mobiliserad? | Is complementary funding for the plan mobilised?
consortium-min-parties | measure | Ingår minst {n} parter i projektet? | Are at least {n} parties in the project?
coordinator-municipality | measure | Är kommunen koordinator? | Is the municipality the coordinator?
coordinator-public | measure | Är koordinatorn en offentlig organisation? | Is the coordinator a public body?
counter-performance | measure | Gör och betalar kommunen motprestationer? | Does the municipality do and pay for counter-performances?
credit-rating | municipality | Har kommunen ett kreditbetyg? | Has the municipality a credit rating?
data-sharing | measure | Delas data enligt programmets krav? | Are data shared as the programme requires?
energy-improvement-min | measure | Förbättras energiprestandan med minst {n} (som andel)? | Does energy performance improve by at least {n} (as a share)?
ets-installations-only-for-waste-heat | measure | Ligger åtgärden utanför utsläppshandeln, eller gäller den bara spillvärme? | Is the measure outside emissions trading, or about waste heat only?
eu-mission-city | municipality | Är kommunen en av EU:s 100 klimatneutrala städer (Mission City)? | Is the municipality one of the EU’s 100 Mission Cities?
existing-built-environment | measure | Gäller åtgärden befintlig bebyggelse? | Is the measure for existing built environment?
farm-landscape | measure | Ligger åtgärden i odlingslandskapet? | Is the measure in the farmed landscape?
financing-approval-letter | measure | Finns ett finansieringsbesked från en långivare? | Is there a financing approval letter from a lender?
flood-landslide-or-erosion | measure | Förebygger åtgärden översvämning, ras, skred eller erosion? | Does the measure prevent flood, landslide or erosion?
green-bond-framework | municipality | Har kommunen ett granskat ramverk för gröna obligationer? | Has the municipality a reviewed green bond framework?
guaranteed-saving | measure | Garanteras besparingen i avtalet? | Is the saving guaranteed in the contract?
impartial-advice | measure | Är rådgivningen opartisk? | Is the advice impartial?
implements-official-plan | measure | Genomför projektet en officiell plan eller strategi? | Does the project implement an official plan or strategy?
in-line-with-regional-or-local-climate-strategy | measure | Följer åtgärden en regional eller lokal klimatstrategi? | Does the measure follow a regional or local climate strategy?
in-operation-5-years | measure | Ska fordonet eller maskinen vara i drift i minst fem år? | Will the vehicle or machine be in operation for at least five years?
in-urban-area | measure | Ligger åtgärden i en tätort? | Is the measure in an urban area?
independent-expert-approval | measure | Har en oberoende expert godkänt underlaget? | Has an independent expert approved the calculation?
industrial-investment | measure | Är det en industriell investering? | Is it an industrial investment?
installation-max-500-kW | measure | Är anläggningen på högst 500 kW? | Is the installation at most 500 kW?
installed-by-registered-electrician | measure | Installerar ett registrerat elinstallationsföretag? | Is it installed by a registered electrical contractor?
leader-area | measure | Ligger åtgärden i ett leaderområde? | Is the measure in a Leader area?
leverage-factor | measure | Nås programmets krav på investering per stödkrona? | Is the programme’s investment per krona of support reached?
linked-to-detailed-plan | measure | Hör åtgärden till en detaljplan? | Does the measure belong to a detailed development plan?
location-open-in-consultation-map | measure | Är platsen öppen i länsstyrelsens samrådskarta? | Is the place open in the county board’s consultation map?
market-guarantee-fee | measure | Betalas en marknadsmässig avgift för garantin? | Is a market fee paid for the guarantee?
max-50000-t-biofuel-per-year | measure | Produceras högst 50 000 ton biodrivmedel om året? | Is at most 50,000 t of biofuel produced a year?
measurable-environmental-effect | measure | Är miljöeffekten mätbar? | Is the environmental effect measurable?
measure-in-county-plan | measure | Finns åtgärden i länsplanen för transportinfrastruktur? | Is the measure in the county transport plan?
measurement-and-verification | measure | Mäts och verifieras besparingen? | Is the saving measured and verified?
member | municipality | Är kommunen medlem? | Is the municipality a member?
min-15-kW-net-power | measure | Har maskinen minst 15 kW nettoeffekt? | Has the machine at least 15 kW net power?
min-ghg-avoidance | measure | Undviks minst andelen {n} av utsläppen? | Is at least the share {n} of emissions avoided?
min-points | measure | Når ansökan minsta poäng? | Does the application reach the minimum points?
municipality-is-applicant | measure | Är kommunen den som söker? | Is the municipality the applicant?
municipality-or-region-main-applicant | measure | Är kommunen eller regionen huvudsökande? | Is the municipality or region the main applicant?
named-in-selected-territorial-strategy | municipality | Är kommunen namngiven i en utvald territoriell strategi? | Is the municipality named in a selected territorial strategy?
need-owner-in-consortium | measure | Ingår en behovsägare i projektet? | Is a need owner in the consortium?
no-food-crop | measure | Är råvaran annat än livsmedels- och fodergrödor? | Is the feedstock other than food and feed crops?
no-landfill-gas | measure | Är gasen annat än deponigas? | Is the gas other than landfill gas?
no-liable-polluter | measure | Saknas någon som är ansvarig för föroreningen? | Is there nobody liable for the pollution?
not-publicly-accessible | measure | Är laddpunkterna bara till för boende, anställda eller egna fordon? | Are the charging points for residents, staff or own vehicles only?
on-ten-t-network | measure | Ligger åtgärden på TEN-T-nätet? | Is the measure on the TEN-T network?
one-specific-objective-per-application | measure | Gäller ansökan ett enda särskilt mål? | Is the application for one specific objective?
own-facility-on-own-land | measure | Är anläggningen kommunens egen, på egen mark? | Is the facility the municipality’s own, on own land?
part-of-systematic-environmental-work | measure | Är åtgärden en del av ett systematiskt miljöarbete? | Is the measure part of systematic environmental work?
partners-from-min-countries | measure | Ingår partner från minst {n} länder? | Are there partners from at least {n} countries?
plant-not-fully-depreciated | measure | Är anläggningen ännu inte helt avskriven? | Is the plant not yet fully depreciated?
political-backing-in-lead-municipality | municipality | Finns politisk förankring i den ledande kommunen? | Is there political backing in the lead municipality?
political-letter-of-support | municipality | Finns ett politiskt stödbrev? | Is there a political letter of support?
primary-energy-above | measure | Använder byggnaden mer primärenergi än {n}? | Does the building use more primary energy than {n}?
rural-or-small-town | measure | Ligger åtgärden på landsbygden eller i en mindre ort? | Is the measure in the countryside or a small town?
thematic-call | measure | Passar åtgärden utlysningens tema? | Does the measure fit the theme of the call?
trl-high-at-start | measure | Är tekniken mogen när projektet börjar? | Is the technology mature when the project begins?
two-year-monitoring | measure | Följs resultatet upp i två år? | Is the result monitored for two years?
saves-40-percent-primary-energy | measure | Sparar renoveringen minst 40 % primärenergi? | Does the renovation save at least 40 % primary energy?
wide-collaboration-or-dissemination | measure | Sker projektet i bred samverkan, eller sprids resultaten brett? | Is the project done in wide collaboration, or its results widely spread?
competitive-bidding | measure | Fördelas stödet genom anbud i konkurrens? | Is the aid given by competitive bidding?
internal-nutrient-load | measure | Gäller åtgärden intern näringsbelastning? | Is the measure against internal nutrient load?
fully-electric | measure | Drivs maskinen helt med el? | Is the machine fully electric?
pre-commercial-procurement | measure | Är det en förkommersiell upphandling (PCP)? | Is it a pre-commercial procurement (PCP)?
wider-public-benefit | measure | Är nyttan främst till för allmänheten? | Is the benefit mainly to the wider public?
with-structural-funds | measure | Kombineras lånet med strukturfondsmedel? | Is the loan combined with structural funds?
norra-mellansverige | municipality | Ligger kommunen i programområde Norra Mellansverige? | Is the municipality in the programme area Norra Mellansverige?
sparsely-populated-area | municipality | Ligger kommunen i ett glest befolkat område? | Is the municipality in a sparsely populated area?
vehicle-owned-by-applicant | measure | Äger den sökande fordonet? | Does the applicant own the vehicle?
`;

/**
 * The conditions of the catalogue's programmes as questions that yes fulfils. {n} is what follows the dot in the key
 * (consortium-min-parties.3).
 */
export const conditionWords: Readonly<Record<string, ConditionWords>> = Object.fromEntries(
	LINES.trim()
		.split('\n')
		.map((line): [string, ConditionWords] => {
			const [key = '', scope, sv = '', en = ''] = line.split(' | ');
			return [key, [scope === 'municipality' ? scope : 'measure', sv, en]];
		})
);
