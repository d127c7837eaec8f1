CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`portfolio_key` text NOT NULL,
	`portfolio_name` text NOT NULL,
	`case_number` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	FOREIGN KEY (`proposed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "decision_proposed_at_whole" CHECK(typeof("decision"."proposed_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `decision_plan` ON `decision` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `decision_organisation` ON `decision` (`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `decision_step` (
	`organisation_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`by_user` text NOT NULL,
	`at` integer NOT NULL,
	`details` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`decision_id`, `position`),
	FOREIGN KEY (`by_user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`decision_id`) REFERENCES `decision`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_step_kind_known" CHECK("decision_step"."kind" in ('confirmed', 'declined', 'recorded')),
	CONSTRAINT "decision_step_position_whole" CHECK(typeof("decision_step"."position") in ('integer', 'null')),
	CONSTRAINT "decision_step_at_whole" CHECK(typeof("decision_step"."at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `secret_mark` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`plan_id`, `key`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `secret_mark_plan` ON `secret_mark` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `share_link` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`decision_id` text,
	`label` text NOT NULL,
	`portfolios` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`decision_id`) REFERENCES `decision`(`organisation_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "share_link_created_at_whole" CHECK(typeof("share_link"."created_at") in ('integer', 'null')),
	CONSTRAINT "share_link_expires_at_whole" CHECK(typeof("share_link"."expires_at") in ('integer', 'null')),
	CONSTRAINT "share_link_revoked_at_whole" CHECK(typeof("share_link"."revoked_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `share_link_token_hash_unique` ON `share_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `share_link_plan` ON `share_link` (`organisation_id`,`plan_id`);--> statement-breakpoint
ALTER TABLE `funding_line` ADD `possibly_secret` integer;--> statement-breakpoint
ALTER TABLE `cost_item` ADD `possibly_secret` integer;--> statement-breakpoint
ALTER TABLE `measure` ADD `possibly_secret` integer;