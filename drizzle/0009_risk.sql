CREATE TABLE `risk_result` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`portfolio_key` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`plan_id`, `portfolio_key`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "risk_result_at_whole" CHECK(typeof("risk_result"."at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `risk_result_plan` ON `risk_result` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `shared_range` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`low` text NOT NULL,
	`mode` text NOT NULL,
	`high` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "shared_range_position_whole" CHECK(typeof("shared_range"."position") in ('integer', 'null')),
	CONSTRAINT "shared_range_kind_known" CHECK("shared_range"."kind" in ('price', 'factor'))
);
--> statement-breakpoint
CREATE INDEX `shared_range_plan` ON `shared_range` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `shared_range_name` ON `shared_range` (`plan_id`,`kind`,`name`);--> statement-breakpoint
ALTER TABLE `cost_item` ADD `follows_price` text;