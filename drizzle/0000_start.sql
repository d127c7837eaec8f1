CREATE TABLE `cost_item` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`timing` text NOT NULL,
	`kind` text NOT NULL,
	`cost_kind` text,
	`payer` text NOT NULL,
	`amount_ore` integer,
	`from_year` integer,
	`to_year` integer,
	`growth` text,
	`depreciation_years` integer,
	`basis` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	FOREIGN KEY (`organisation_id`,`measure_id`) REFERENCES `measure`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cost_item_position_whole" CHECK(typeof("cost_item"."position") in ('integer', 'null')),
	CONSTRAINT "cost_item_timing_known" CHECK("cost_item"."timing" in ('one-off', 'yearly')),
	CONSTRAINT "cost_item_kind_known" CHECK("cost_item"."kind" in ('capex', 'opex', 'saving', 'revenue')),
	CONSTRAINT "cost_item_payer_known" CHECK("cost_item"."payer" in ('municipality', 'municipal-company', 'fee-collective', 'business', 'households', 'region', 'state')),
	CONSTRAINT "cost_item_version_whole" CHECK(typeof("cost_item"."version") in ('integer', 'null')),
	CONSTRAINT "cost_item_amount_ore_whole" CHECK(typeof("cost_item"."amount_ore") in ('integer', 'null')),
	CONSTRAINT "cost_item_from_year_whole" CHECK(typeof("cost_item"."from_year") in ('integer', 'null')),
	CONSTRAINT "cost_item_to_year_whole" CHECK(typeof("cost_item"."to_year") in ('integer', 'null')),
	CONSTRAINT "cost_item_depreciation_years_whole" CHECK(typeof("cost_item"."depreciation_years") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cost_item_key` ON `cost_item` (`measure_id`,`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `cost_item_organisation` ON `cost_item` (`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `cost_item_year` (
	`organisation_id` text NOT NULL,
	`cost_item_id` text NOT NULL,
	`position` integer NOT NULL,
	`year` integer NOT NULL,
	`amount_ore` integer NOT NULL,
	PRIMARY KEY(`cost_item_id`, `position`),
	FOREIGN KEY (`organisation_id`,`cost_item_id`) REFERENCES `cost_item`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cost_item_year_position_whole" CHECK(typeof("cost_item_year"."position") in ('integer', 'null')),
	CONSTRAINT "cost_item_year_year_whole" CHECK(typeof("cost_item_year"."year") in ('integer', 'null')),
	CONSTRAINT "cost_item_year_amount_ore_whole" CHECK(typeof("cost_item_year"."amount_ore") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `effect` (
	`organisation_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`position` integer NOT NULL,
	`plan_id` text NOT NULL,
	`kind` text NOT NULL,
	`pool` text NOT NULL,
	`carrier` text,
	`kilograms_per_year` integer,
	`mwh_per_year` text,
	`from_year` integer NOT NULL,
	`to_year` integer NOT NULL,
	`ramp_years` integer NOT NULL,
	`basis` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	PRIMARY KEY(`measure_id`, `position`),
	FOREIGN KEY (`organisation_id`,`measure_id`) REFERENCES `measure`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_id`,`pool`) REFERENCES `pool`(`plan_id`,`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`,`carrier`) REFERENCES `emission_factor`(`plan_id`,`carrier`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "effect_position_whole" CHECK(typeof("effect"."position") in ('integer', 'null')),
	CONSTRAINT "effect_kind_known" CHECK("effect"."kind" in ('direct', 'energy')),
	CONSTRAINT "effect_kilograms_per_year_whole" CHECK(typeof("effect"."kilograms_per_year") in ('integer', 'null')),
	CONSTRAINT "effect_from_year_whole" CHECK(typeof("effect"."from_year") in ('integer', 'null')),
	CONSTRAINT "effect_to_year_whole" CHECK(typeof("effect"."to_year") in ('integer', 'null')),
	CONSTRAINT "effect_ramp_years_whole" CHECK(typeof("effect"."ramp_years") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `funding_amount` (
	`organisation_id` text NOT NULL,
	`funding_line_id` text NOT NULL,
	`position` integer NOT NULL,
	`year` integer NOT NULL,
	`amount_minor` integer,
	`currency` text NOT NULL,
	PRIMARY KEY(`funding_line_id`, `position`),
	FOREIGN KEY (`organisation_id`,`funding_line_id`) REFERENCES `funding_line`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "funding_amount_currency_known" CHECK("funding_amount"."currency" in ('SEK', 'EUR')),
	CONSTRAINT "funding_amount_position_whole" CHECK(typeof("funding_amount"."position") in ('integer', 'null')),
	CONSTRAINT "funding_amount_year_whole" CHECK(typeof("funding_amount"."year") in ('integer', 'null')),
	CONSTRAINT "funding_amount_amount_minor_whole" CHECK(typeof("funding_amount"."amount_minor") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `funding_line` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`cost_item_id` text NOT NULL,
	`programme` text NOT NULL,
	`status` text NOT NULL,
	`probability` text NOT NULL,
	`note` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`cost_item_id`) REFERENCES `cost_item`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "funding_line_position_whole" CHECK(typeof("funding_line"."position") in ('integer', 'null')),
	CONSTRAINT "funding_line_status_known" CHECK("funding_line"."status" in ('planned', 'applied', 'granted', 'contracted', 'paid', 'rejected')),
	CONSTRAINT "funding_line_version_whole" CHECK(typeof("funding_line"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `funding_line_plan` ON `funding_line` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE INDEX `funding_line_cost_item` ON `funding_line` (`cost_item_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `funding_line_organisation` ON `funding_line` (`organisation_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `funding_line_key` ON `funding_line` (`plan_id`,`key`);--> statement-breakpoint
CREATE TABLE `joint_partner` (
	`organisation_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`position` integer NOT NULL,
	`municipality` text NOT NULL,
	`share` text NOT NULL,
	PRIMARY KEY(`measure_id`, `position`),
	FOREIGN KEY (`organisation_id`,`measure_id`) REFERENCES `measure`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "joint_partner_position_whole" CHECK(typeof("joint_partner"."position") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `measure` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name_sv` text NOT NULL,
	`name_en` text NOT NULL,
	`description` text NOT NULL,
	`sector` text,
	`theme` text NOT NULL,
	`owner` text NOT NULL,
	`status` text NOT NULL,
	`start_year` integer NOT NULL,
	`lifetime_years` integer,
	`is_effect_stated` integer NOT NULL,
	`uncertainty_capex` text,
	`uncertainty_opex` text,
	`uncertainty_effect` text,
	`has_uncertainty` integer NOT NULL,
	`commitments` text NOT NULL,
	`sdg` text NOT NULL,
	`co_benefits` text NOT NULL,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "measure_position_whole" CHECK(typeof("measure"."position") in ('integer', 'null')),
	CONSTRAINT "measure_status_known" CHECK("measure"."status" in ('idea', 'planned', 'approved', 'ongoing', 'done', 'cancelled')),
	CONSTRAINT "measure_version_whole" CHECK(typeof("measure"."version") in ('integer', 'null')),
	CONSTRAINT "measure_start_year_whole" CHECK(typeof("measure"."start_year") in ('integer', 'null')),
	CONSTRAINT "measure_lifetime_years_whole" CHECK(typeof("measure"."lifetime_years") in ('integer', 'null')),
	CONSTRAINT "measure_is_effect_stated_whole" CHECK(typeof("measure"."is_effect_stated") in ('integer', 'null')),
	CONSTRAINT "measure_has_uncertainty_whole" CHECK(typeof("measure"."has_uncertainty") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `measure_plan` ON `measure` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `measure_organisation` ON `measure` (`organisation_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `measure_key` ON `measure` (`plan_id`,`key`);--> statement-breakpoint
CREATE TABLE `measure_relation` (
	`organisation_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`other_measure_id` text NOT NULL,
	PRIMARY KEY(`measure_id`, `kind`, `position`),
	FOREIGN KEY (`organisation_id`,`measure_id`) REFERENCES `measure`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`other_measure_id`) REFERENCES `measure`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "measure_relation_position_whole" CHECK(typeof("measure_relation"."position") in ('integer', 'null')),
	CONSTRAINT "measure_relation_kind_known" CHECK("measure_relation"."kind" in ('excludes', 'requires'))
);
--> statement-breakpoint
CREATE TABLE `measure_source` (
	`organisation_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`url` text,
	`confidence` text NOT NULL,
	PRIMARY KEY(`measure_id`, `position`),
	FOREIGN KEY (`organisation_id`,`measure_id`) REFERENCES `measure`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "measure_source_position_whole" CHECK(typeof("measure_source"."position") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `portfolio` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "portfolio_position_whole" CHECK(typeof("portfolio"."position") in ('integer', 'null')),
	CONSTRAINT "portfolio_version_whole" CHECK(typeof("portfolio"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `portfolio_plan` ON `portfolio` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `portfolio_organisation` ON `portfolio` (`organisation_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `portfolio_key` ON `portfolio` (`plan_id`,`key`);--> statement-breakpoint
CREATE TABLE `portfolio_measure` (
	`organisation_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`position` integer NOT NULL,
	`portfolio_id` text NOT NULL,
	`shift_years` integer,
	`scale` text,
	PRIMARY KEY(`portfolio_id`, `measure_id`),
	FOREIGN KEY (`organisation_id`,`measure_id`) REFERENCES `measure`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`portfolio_id`) REFERENCES `portfolio`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "portfolio_measure_position_whole" CHECK(typeof("portfolio_measure"."position") in ('integer', 'null')),
	CONSTRAINT "portfolio_measure_shift_years_whole" CHECK(typeof("portfolio_measure"."shift_years") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `pending_import` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`file_name` text NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pending_import_created_at_whole" CHECK(typeof("pending_import"."created_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `pending_import_organisation` ON `pending_import` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `audit_event` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`organisation_id` text,
	`actor_id` text,
	`actor_role` text,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`field` text,
	`old_value` text,
	`new_value` text,
	`request_id` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "audit_event_at_whole" CHECK(typeof("audit_event"."at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `audit_event_entity` ON `audit_event` (`organisation_id`,`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`organisation_id`, `user_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_role_known" CHECK("membership"."role" in ('reader', 'editor', 'finance', 'admin')),
	CONSTRAINT "membership_version_whole" CHECK(typeof("membership"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `membership_user` ON `membership` (`user_id`);--> statement-breakpoint
CREATE TABLE `one_time_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text,
	`user_id` text,
	`email` text,
	`role` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "one_time_link_kind_known" CHECK("one_time_link"."kind" in ('first-administrator', 'invitation', 'operator', 'password-reset')),
	CONSTRAINT "one_time_link_created_at_whole" CHECK(typeof("one_time_link"."created_at") in ('integer', 'null')),
	CONSTRAINT "one_time_link_expires_at_whole" CHECK(typeof("one_time_link"."expires_at") in ('integer', 'null')),
	CONSTRAINT "one_time_link_used_at_whole" CHECK(typeof("one_time_link"."used_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`municipality_code` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisation_created_at_whole" CHECK(typeof("organisation"."created_at") in ('integer', 'null')),
	CONSTRAINT "organisation_version_whole" CHECK(typeof("organisation"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_created_at_whole" CHECK(typeof("session"."created_at") in ('integer', 'null')),
	CONSTRAINT "session_expires_at_whole" CHECK(typeof("session"."expires_at") in ('integer', 'null')),
	CONSTRAINT "session_ends_at_whole" CHECK(typeof("session"."ends_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failure` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` integer NOT NULL,
	`blocked_until` integer NOT NULL,
	CONSTRAINT "sign_in_failure_failures_whole" CHECK(typeof("sign_in_failure"."failures") in ('integer', 'null')),
	CONSTRAINT "sign_in_failure_window_started_at_whole" CHECK(typeof("sign_in_failure"."window_started_at") in ('integer', 'null')),
	CONSTRAINT "sign_in_failure_blocked_until_whole" CHECK(typeof("sign_in_failure"."blocked_until") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`is_operator` integer DEFAULT false NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`last_sign_in_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "user_is_operator_whole" CHECK(typeof("user"."is_operator") in ('integer', 'null')),
	CONSTRAINT "user_is_active_whole" CHECK(typeof("user"."is_active") in ('integer', 'null')),
	CONSTRAINT "user_created_at_whole" CHECK(typeof("user"."created_at") in ('integer', 'null')),
	CONSTRAINT "user_last_sign_in_at_whole" CHECK(typeof("user"."last_sign_in_at") in ('integer', 'null')),
	CONSTRAINT "user_version_whole" CHECK(typeof("user"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `budget_year` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`year` integer NOT NULL,
	`own_investment_capacity_ore` integer,
	`operating_frame_ore` integer,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "budget_year_position_whole" CHECK(typeof("budget_year"."position") in ('integer', 'null')),
	CONSTRAINT "budget_year_year_whole" CHECK(typeof("budget_year"."year") in ('integer', 'null')),
	CONSTRAINT "budget_year_own_investment_capacity_ore_whole" CHECK(typeof("budget_year"."own_investment_capacity_ore") in ('integer', 'null')),
	CONSTRAINT "budget_year_operating_frame_ore_whole" CHECK(typeof("budget_year"."operating_frame_ore") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `budget_year_plan` ON `budget_year` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `budget_year_year` ON `budget_year` (`plan_id`,`year`);--> statement-breakpoint
CREATE TABLE `emission_factor` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`carrier` text NOT NULL,
	`unit` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "emission_factor_position_whole" CHECK(typeof("emission_factor"."position") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `emission_factor_plan` ON `emission_factor` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `emission_factor_carrier` ON `emission_factor` (`plan_id`,`carrier`);--> statement-breakpoint
CREATE TABLE `emission_factor_point` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`carrier` text NOT NULL,
	`year` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_id`,`carrier`) REFERENCES `emission_factor`(`plan_id`,`carrier`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "emission_factor_point_position_whole" CHECK(typeof("emission_factor_point"."position") in ('integer', 'null')),
	CONSTRAINT "emission_factor_point_year_whole" CHECK(typeof("emission_factor_point"."year") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `emission_factor_point_plan` ON `emission_factor_point` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `inventory_row` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`gas` text NOT NULL,
	`year` integer NOT NULL,
	`sector` text NOT NULL,
	`kilograms` integer NOT NULL,
	`vintage` text NOT NULL,
	`pinned` integer,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "inventory_row_position_whole" CHECK(typeof("inventory_row"."position") in ('integer', 'null')),
	CONSTRAINT "inventory_row_gas_known" CHECK("inventory_row"."gas" in ('CO2', 'CO2e')),
	CONSTRAINT "inventory_row_year_whole" CHECK(typeof("inventory_row"."year") in ('integer', 'null')),
	CONSTRAINT "inventory_row_kilograms_whole" CHECK(typeof("inventory_row"."kilograms") in ('integer', 'null')),
	CONSTRAINT "inventory_row_pinned_whole" CHECK(typeof("inventory_row"."pinned") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `inventory_row_plan` ON `inventory_row` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`is_illustrative` integer NOT NULL,
	`schema_notes` text NOT NULL,
	`disclaimer_sv` text,
	`disclaimer_en` text,
	`municipality_code` text NOT NULL,
	`municipality_name` text NOT NULL,
	`county` text NOT NULL,
	`currency` text NOT NULL,
	`price_year` integer NOT NULL,
	`vat` text NOT NULL,
	`first_year` integer NOT NULL,
	`last_year` integer NOT NULL,
	`discount_rate` text NOT NULL,
	`discount_rate_source` text NOT NULL,
	`discount_rate_confidence` text NOT NULL,
	`internal_rate` text NOT NULL,
	`internal_rate_source` text NOT NULL,
	`internal_rate_confidence` text NOT NULL,
	`carbon_value_per_tonne_ore` integer NOT NULL,
	`carbon_value_growth` text NOT NULL,
	`carbon_value_source` text NOT NULL,
	`carbon_value_confidence` text NOT NULL,
	`euro_rate` text,
	`euro_rate_source` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_version_whole" CHECK(typeof("plan"."version") in ('integer', 'null')),
	CONSTRAINT "plan_created_at_whole" CHECK(typeof("plan"."created_at") in ('integer', 'null')),
	CONSTRAINT "plan_updated_at_whole" CHECK(typeof("plan"."updated_at") in ('integer', 'null')),
	CONSTRAINT "plan_removed_at_whole" CHECK(typeof("plan"."removed_at") in ('integer', 'null')),
	CONSTRAINT "plan_is_illustrative_whole" CHECK(typeof("plan"."is_illustrative") in ('integer', 'null')),
	CONSTRAINT "plan_price_year_whole" CHECK(typeof("plan"."price_year") in ('integer', 'null')),
	CONSTRAINT "plan_first_year_whole" CHECK(typeof("plan"."first_year") in ('integer', 'null')),
	CONSTRAINT "plan_last_year_whole" CHECK(typeof("plan"."last_year") in ('integer', 'null')),
	CONSTRAINT "plan_carbon_value_per_tonne_ore_whole" CHECK(typeof("plan"."carbon_value_per_tonne_ore") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_organisation` ON `plan` (`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `plan_programme` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`name_sv` text NOT NULL,
	`name_en` text NOT NULL,
	`funder` text NOT NULL,
	`level` text NOT NULL,
	`instrument` text NOT NULL,
	`geography` text NOT NULL,
	`max_support_share` text,
	`eu_budget` integer NOT NULL,
	`status` text NOT NULL,
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "plan_programme_position_whole" CHECK(typeof("plan_programme"."position") in ('integer', 'null')),
	CONSTRAINT "plan_programme_instrument_known" CHECK("plan_programme"."instrument" in ('grant', 'loan', 'guarantee', 'equity', 'tax', 'own', 'crowd', 'procurement', 'epc')),
	CONSTRAINT "plan_programme_eu_budget_whole" CHECK(typeof("plan_programme"."eu_budget") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `plan_programme_plan` ON `plan_programme` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `plan_programme_key` ON `plan_programme` (`plan_id`,`key`);--> statement-breakpoint
CREATE TABLE `pool` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`sector` text,
	`gas` text NOT NULL,
	`kilograms` integer,
	`base_year` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "pool_position_whole" CHECK(typeof("pool"."position") in ('integer', 'null')),
	CONSTRAINT "pool_gas_known" CHECK("pool"."gas" in ('CO2', 'CO2e')),
	CONSTRAINT "pool_kilograms_whole" CHECK(typeof("pool"."kilograms") in ('integer', 'null')),
	CONSTRAINT "pool_base_year_whole" CHECK(typeof("pool"."base_year") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `pool_plan` ON `pool` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `pool_key` ON `pool` (`plan_id`,`key`);--> statement-breakpoint
CREATE TABLE `population` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`year` integer NOT NULL,
	`persons` integer NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "population_position_whole" CHECK(typeof("population"."position") in ('integer', 'null')),
	CONSTRAINT "population_year_whole" CHECK(typeof("population"."year") in ('integer', 'null')),
	CONSTRAINT "population_persons_whole" CHECK(typeof("population"."persons") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `population_plan` ON `population` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `reference_path` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`sector` text NOT NULL,
	`base_year` integer NOT NULL,
	`vintage` text NOT NULL,
	`yearly_change` text NOT NULL,
	`co2_share` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reference_path_position_whole" CHECK(typeof("reference_path"."position") in ('integer', 'null')),
	CONSTRAINT "reference_path_base_year_whole" CHECK(typeof("reference_path"."base_year") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `reference_path_plan` ON `reference_path` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `stated_share` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`sector` text NOT NULL,
	`gas` text NOT NULL,
	`year` integer,
	`share_percent` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "stated_share_position_whole" CHECK(typeof("stated_share"."position") in ('integer', 'null')),
	CONSTRAINT "stated_share_gas_known" CHECK("stated_share"."gas" in ('CO2', 'CO2e')),
	CONSTRAINT "stated_share_year_whole" CHECK(typeof("stated_share"."year") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `stated_share_plan` ON `stated_share` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `target` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`gas` text NOT NULL,
	`type` text NOT NULL,
	`value` text,
	`base_year` integer,
	`base_kilograms` integer,
	`base_value` text,
	`target_year` integer NOT NULL,
	`target_kilograms` integer,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	`note` text,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "target_position_whole" CHECK(typeof("target"."position") in ('integer', 'null')),
	CONSTRAINT "target_gas_known" CHECK("target"."gas" in ('CO2', 'CO2e')),
	CONSTRAINT "target_base_year_whole" CHECK(typeof("target"."base_year") in ('integer', 'null')),
	CONSTRAINT "target_base_kilograms_whole" CHECK(typeof("target"."base_kilograms") in ('integer', 'null')),
	CONSTRAINT "target_target_year_whole" CHECK(typeof("target"."target_year") in ('integer', 'null')),
	CONSTRAINT "target_target_kilograms_whole" CHECK(typeof("target"."target_kilograms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `target_plan` ON `target` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `target_key` ON `target` (`plan_id`,`key`);--> statement-breakpoint
CREATE TABLE `tax_base` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`municipal_rate_percent` text NOT NULL,
	`rate_source` text NOT NULL,
	`rate_confidence` text NOT NULL,
	`tax_base_per_inhabitant_ore` integer,
	`one_krona_yields_ore` integer,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "tax_base_position_whole" CHECK(typeof("tax_base"."position") in ('integer', 'null')),
	CONSTRAINT "tax_base_tax_base_per_inhabitant_ore_whole" CHECK(typeof("tax_base"."tax_base_per_inhabitant_ore") in ('integer', 'null')),
	CONSTRAINT "tax_base_one_krona_yields_ore_whole" CHECK(typeof("tax_base"."one_krona_yields_ore") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `tax_base_plan` ON `tax_base` (`organisation_id`,`plan_id`);