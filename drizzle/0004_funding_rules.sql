CREATE TABLE `de_minimis_aid` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`recipient` text NOT NULL,
	`year` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "de_minimis_aid_position_whole" CHECK(typeof("de_minimis_aid"."position") in ('integer', 'null')),
	CONSTRAINT "de_minimis_aid_currency_known" CHECK("de_minimis_aid"."currency" in ('SEK', 'EUR')),
	CONSTRAINT "de_minimis_aid_year_whole" CHECK(typeof("de_minimis_aid"."year") in ('integer', 'null')),
	CONSTRAINT "de_minimis_aid_amount_minor_whole" CHECK(typeof("de_minimis_aid"."amount_minor") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `de_minimis_aid_plan` ON `de_minimis_aid` (`organisation_id`,`plan_id`);--> statement-breakpoint
ALTER TABLE `cost_item` ADD `reference_cost_ore` integer CONSTRAINT "cost_item_reference_cost_ore_whole" CHECK(typeof("reference_cost_ore") in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `cost_item` ADD `unit_count` integer CONSTRAINT "cost_item_unit_count_whole" CHECK(typeof("unit_count") in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `cost_item` ADD `unit_of` text;--> statement-breakpoint
ALTER TABLE `funding_line` ADD `eligible_cost_ore` integer CONSTRAINT "funding_line_eligible_cost_ore_whole" CHECK(typeof("eligible_cost_ore") in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `funding_line` ADD `applied_on` text;--> statement-breakpoint
ALTER TABLE `measure` ADD `facts` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `municipality_facts` text;--> statement-breakpoint
ALTER TABLE `plan_programme` ADD `confidence` text;--> statement-breakpoint
ALTER TABLE `plan_programme` ADD `rules` text;
