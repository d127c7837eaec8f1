CREATE TABLE `carbon_value_point` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`year` integer NOT NULL,
	`per_tonne_ore` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "carbon_value_point_position_whole" CHECK(typeof("carbon_value_point"."position") in ('integer', 'null')),
	CONSTRAINT "carbon_value_point_year_whole" CHECK(typeof("carbon_value_point"."year") in ('integer', 'null')),
	CONSTRAINT "carbon_value_point_per_tonne_ore_whole" CHECK(typeof("carbon_value_point"."per_tonne_ore") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `carbon_value_point_plan` ON `carbon_value_point` (`organisation_id`,`plan_id`);--> statement-breakpoint
ALTER TABLE `funding_line` ADD `carry_forward` integer;--> statement-breakpoint
ALTER TABLE `funding_line` ADD `paid_after_years` integer;--> statement-breakpoint
ALTER TABLE `emission_factor` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `emission_factor` ADD `vintage` text;--> statement-breakpoint
ALTER TABLE `emission_factor_point` ADD `source` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `timing` text DEFAULT 'start' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `residual_value_rule` text DEFAULT 'linear' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `capital_cost_rule` text DEFAULT 'linear' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `interest_base` text DEFAULT 'opening' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `credit_rule` text DEFAULT 'sequential' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `credit_order` text DEFAULT 'start-year' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `has_sector_cap` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `carries_capacity` integer DEFAULT false NOT NULL;